"""The room as Django knows it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables only: no page, no permission, no signal."""

    name = "sortie.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
