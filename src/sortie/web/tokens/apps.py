"""The tokens as Django knows them."""

from django.apps import AppConfig


class TokensConfig(AppConfig):
    """One table: whose programs may ask, in which post, until when."""

    name = "sortie.web.tokens"
    label = "tokens"
    default_auto_field = "django.db.models.BigAutoField"
