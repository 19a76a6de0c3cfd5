"""Every setting of the site, for the store at an address."""

import os
from pathlib import Path
from typing import Any

from sortie import store
from sortie.web.accounts.settings import APPS as OF_ACCOUNTS
from sortie.web.accounts.settings import MIDDLEWARE as SIGNED_IN
from sortie.web.accounts.settings import account_settings
from sortie.web.frame.instants import of_everyone
from sortie.web.frame.publishing import figure_settings
from sortie.web.site.comparisons import comparisons_beside
from sortie.web.site.secret import secret_beside
from sortie.web.skins import Skin, chosen, named

WEB = Path(__file__).resolve().parents[1]
# Half a day: a sitting of the board is longer than an hour, and drafts outlive any session.
SECONDS_SIGNED_IN = 12 * 60 * 60
A_YEAR = 365 * 24 * 60 * 60

_TAGS = ["sortie.web.frame.tags", "sortie.web.frame.components"]
_DEPLOYER = "sortie.web.skins.naming.deployer"


def settings_at(url: str | None = None) -> dict[str, Any]:
    """Return every setting of the pages, for the store at this address.

    Raises:   store.BadAddress, store.DriverMissing, SecretNotKept, SkinError
    """
    skin = chosen()
    files = skin.files()
    below = store.settings_at(url)
    secure = os.environ.get("SORTIE_HTTPS", "") == "1"
    return {
        **below,
        "SECRET_KEY": secret_beside(below["DATABASES"]["default"]),
        "DEBUG": False,
        "ALLOWED_HOSTS": (os.environ.get("SORTIE_HOSTS") or "localhost 127.0.0.1 [::1]").split(),
        "ROOT_URLCONF": "sortie.web.site.urls",
        "INSTALLED_APPS": [*below["INSTALLED_APPS"], *APPS],
        "MIDDLEWARE": MIDDLEWARE,
        "TEMPLATES": templates(skin),
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": files,
        "SORTIE_DEPLOYER": named(),
        "STORAGES": {
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
            "staticfiles": {"BACKEND": "sortie.web.site.versioned.VersionedFiles"},
        },
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_MAX_AGE": A_YEAR,
        "WHITENOISE_ALLOW_ALL_ORIGINS": False,
        "USE_I18N": True,
        "LANGUAGE_CODE": "fr",
        "LANGUAGES": [("fr", "français"), ("en", "English")],
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "CSRF_FAILURE_VIEW": "sortie.web.site.refusing.stale_form",
        **_cookies(secure=secure),
        "SORTIE_AT": None,
        "SORTIE_CLOCK": of_everyone,
        "SORTIE_FRONT": "sign_in",
        "SORTIE_PAGES": "sortie.web.pages.PAGES",
        "SORTIE_MOUNTED": {"api/v1/": "sortie.api.addresses"},
        "SORTIE_RESCUE": "sortie.web.drafts.rescuing.rescue",
        "SORTIE_COMPARISONS": comparisons_beside(below["DATABASES"]["default"]),
        **figure_settings(),
        **account_settings(),
    }


APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "sortie.web.drafts",
    "sortie.web.feeds",
    "sortie.web.tokens",
    *OF_ACCOUNTS,
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sortie.web.site.headers.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "sortie.web.site.language.language",
    "sortie.web.site.arriving.arriving",
    *SIGNED_IN,
    "django.middleware.csrf.CsrfViewMiddleware",
]


def templates(skin: Skin) -> list[dict[str, Any]]:
    """Return how templates are found: a skin's components first, then the pages."""
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [skin.templates, WEB / "templates"],
            "APP_DIRS": True,
            "OPTIONS": {"builtins": _TAGS, "context_processors": [_DEPLOYER]},
        }
    ]


def _cookies(*, secure: bool) -> dict[str, Any]:
    prefix = "__Host-" if secure else ""
    return {
        "SESSION_COOKIE_NAME": f"{prefix}session",
        "SESSION_COOKIE_AGE": SECONDS_SIGNED_IN,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_SAVE_EVERY_REQUEST": False,
        # It outlives the session, so that a form sent after a time-out is still known as ours.
        "CSRF_COOKIE_NAME": f"{prefix}form",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SECURE": secure,
        "SECURE_SSL_REDIRECT": secure,
        "SECURE_HSTS_SECONDS": A_YEAR if secure else 0,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": secure,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
    }
