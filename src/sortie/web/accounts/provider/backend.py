"""Who another provider says someone is (OpenID Connect), with every check that makes it sure."""

from dataclasses import dataclass
from typing import Any

import jwt
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.urls import reverse
from mozilla_django_oidc.auth import (  # type: ignore[import-untyped]
    OIDCAuthenticationBackend,
)
from mozilla_django_oidc.utils import absolutify  # type: ignore[import-untyped]

from sortie.web.accounts.errors import Fault, ProviderRefused

BACK = "provider_back"
_LEEWAY = 30
_OF_TOKEN = ("exp", "iat", "iss", "aud", "sub", "nonce")
_OF_USERINFO = ("iss", "aud", "sub")
_FAULTS: tuple[tuple[type[Exception], Fault], ...] = (
    (jwt.ExpiredSignatureError, Fault.EXPIRED),
    (jwt.InvalidAudienceError, Fault.OTHER_AUDIENCE),
    (jwt.InvalidIssuerError, Fault.OTHER_ISSUER),
    (jwt.InvalidTokenError, Fault.BAD_TOKEN),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """Who came: known by issuer and ``sub``. ``token`` is given back to sign out over there."""

    issuer: str
    sub: str
    strength: str
    said_name: str
    said_email: str
    token: str


class Provider(OIDCAuthenticationBackend):  # type: ignore[misc]
    """The library, made to look at whom a token is for, who made it, and until when it is good.

    The trap: as it stands it takes a token made for another client, and looks people up by e-mail.
    """

    def arrived(self, request: HttpRequest, code: str, *, nonce: str, verifier: str) -> Arrived:
        """Return who came back from the provider with this code.

        Raises:   ProviderRefused
        """
        try:
            token, claims, said = self._asked(request, code, nonce, verifier)
        except SuspiciousOperation as suspicious:
            raise ProviderRefused(Fault.BAD_TOKEN) from suspicious
        except jwt.PyJWTError as broken:
            raise ProviderRefused(Fault.BAD_TOKEN) from broken
        except OSError as unreachable:
            raise ProviderRefused(Fault.UNREACHABLE) from unreachable
        except (ValueError, KeyError, TypeError, AttributeError) as broken:
            raise ProviderRefused(Fault.BROKEN_ANSWER) from broken
        # A userinfo of someone else would lend this token another name.
        if said.get("sub") != claims["sub"]:
            raise ProviderRefused(Fault.OTHER_SUB)
        return Arrived(
            issuer=claims["iss"],
            sub=claims["sub"],
            strength=str(claims.get("acr", "")),
            said_name=" ".join(
                str(said[each]) for each in ("given_name", "usual_name") if said.get(each)
            ),
            said_email=str(said.get("email", "")),
            token=token,
        )

    def _asked(
        self, request: HttpRequest, code: str, nonce: str, verifier: str
    ) -> tuple[str, dict[str, Any], dict[str, Any]]:
        given = self.get_token({
            "client_id": self.OIDC_RP_CLIENT_ID,
            "client_secret": self.OIDC_RP_CLIENT_SECRET,
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": absolutify(request, reverse(BACK)),
            "code_verifier": verifier,
        })  # fmt: skip
        token = str(given["id_token"])
        claims = self._claims(token, _OF_TOKEN)
        if not nonce or claims["nonce"] != nonce:
            raise ProviderRefused(Fault.OTHER_NONCE)
        said = self.get_userinfo(given["access_token"], token, claims)
        return token, claims, dict(said)

    def verify_token(self, token: str, **_: object) -> dict[str, Any]:
        """Return what a signed userinfo says; the library asks for it by this name."""
        return self._claims(token, _OF_USERINFO)

    def _claims(self, token: str, needed: tuple[str, ...]) -> dict[str, Any]:
        key = self.retrieve_matching_jwk(token)
        try:
            found: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=[self.OIDC_RP_SIGN_ALGO],
                audience=self.OIDC_RP_CLIENT_ID,
                issuer=settings.SORTIE_PROVIDER_ISSUER,
                leeway=_LEEWAY,
                options={"require": list(needed)},
            )
        except jwt.InvalidTokenError as refused:
            raise ProviderRefused(_fault_of(refused)) from refused
        # For several clients at once, a token says for which of them it was made.
        several = isinstance(found["aud"], list) and len(found["aud"]) > 1
        if several and found.get("azp") != self.OIDC_RP_CLIENT_ID:
            raise ProviderRefused(Fault.OTHER_AUDIENCE)
        return found


def _fault_of(refused: Exception) -> Fault:
    return next(fault for kind, fault in _FAULTS if isinstance(refused, kind))
