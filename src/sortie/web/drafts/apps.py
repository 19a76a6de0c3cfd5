"""The drafts as Django knows them."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """One table: what was typed and not sent."""

    name = "sortie.web.drafts"
    label = "drafts"
    default_auto_field = "django.db.models.BigAutoField"
