"""The private addresses as Django knows them."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """One table: whose calendar an address is."""

    name = "sortie.web.feeds"
    label = "feeds"
    default_auto_field = "django.db.models.BigAutoField"
