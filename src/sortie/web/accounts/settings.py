"""What the accounts need of Django, and what the environment says of another provider."""

import os
from typing import Any
from urllib.parse import urlsplit

APPS = ["django.contrib.auth", "sortie.web.accounts"]
MIDDLEWARE = ["sortie.web.accounts.arriving.Arriving"]

PROVIDER, ISSUER = "SORTIE_PROVIDER", "SORTIE_PROVIDER_ISSUER"
CLIENT, SECRET = "SORTIE_PROVIDER_CLIENT", "SORTIE_PROVIDER_SECRET"
STRONG, PROXIES = "SORTIE_PROVIDER_STRONG", "SORTIE_PROXIES"
_SHORTEST = 12
_VALIDATION = "django.contrib.auth.password_validation"


def account_settings() -> dict[str, Any]:
    """Return every setting of the accounts.

    ``SORTIE_PROVIDER`` is the address above ``authorize``, ``token``, ``userinfo``, ``jwks`` and
    ``session/end``, as ProConnect lays them out; without it there is no other provider.
    """
    return {
        "AUTH_USER_MODEL": "accounts.Account",
        "AUTHENTICATION_BACKENDS": [],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.ScryptPasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{_VALIDATION}.MinimumLengthValidator",
             "OPTIONS": {"min_length": _SHORTEST}},
            {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
            {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
             "OPTIONS": {"user_attributes": ("email", "name")}},
        ],
        "SORTIE_PROXIES": int(os.environ.get(PROXIES) or 0),
        "SORTIE_DEMONSTRATION": False,
        "SORTIE_CONSULTED": "sortie.web.accounts.consulting.consulted",
        **provider_settings(os.environ.get(PROVIDER, "").rstrip("/")),
    }  # fmt: skip


def provider_settings(base: str, issuer: str = "") -> dict[str, Any]:
    """Return what is known of the provider at an address; an empty one is none."""
    parts = urlsplit(base)
    return {
        "SORTIE_PROVIDER_ISSUER": issuer or os.environ.get(ISSUER, "") or base,
        "SORTIE_PROVIDER_STRONG": tuple(os.environ.get(STRONG, "").split()),
        "SORTIE_PROVIDER_SIGN_OUT": f"{base}/session/end" if base else "",
        # A form that leads to the provider leads there by a redirection.
        "SORTIE_FORMS_MAY_LEAD_TO": (f"{parts.scheme}://{parts.netloc}",) if base else (),
        "OIDC_OP_AUTHORIZATION_ENDPOINT": f"{base}/authorize",
        "OIDC_OP_TOKEN_ENDPOINT": f"{base}/token",
        "OIDC_OP_USER_ENDPOINT": f"{base}/userinfo",
        "OIDC_OP_JWKS_ENDPOINT": f"{base}/jwks",
        "OIDC_RP_CLIENT_ID": os.environ.get(CLIENT, ""),
        "OIDC_RP_CLIENT_SECRET": os.environ.get(SECRET, ""),
        "OIDC_RP_SIGN_ALGO": "RS256",
        "OIDC_RP_SCOPES": "openid given_name usual_name email siret",
        "OIDC_AUTH_REQUEST_EXTRA_PARAMS": {"acr_values": "eidas1"},
        "OIDC_AUTHENTICATION_CALLBACK_URL": "provider_back",
        "OIDC_USE_PKCE": True,
        "OIDC_TIMEOUT": 10,
    }
