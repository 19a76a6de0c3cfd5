"""The accounts as Django knows them."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts, posts, second factors, and two logs that only grow."""

    name = "sortie.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
