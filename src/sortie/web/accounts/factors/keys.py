"""Security keys and the passkeys of devices, as second factors (WebAuthn)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fido2.server import Fido2Server
from fido2.utils import websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    UserVerificationRequirement,
)

from sortie.web.accounts.models import Account, SecurityKey

_NAME = "Sortie"

# What the browser is asked, and what is kept of it until it answers.
Asked = tuple[dict[str, Any], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Site:
    """What a key signs for: a key made for one site is of no use on another that looks like it."""

    host: str
    origin: str

    @property
    def server(self) -> Fido2Server:
        """The other half of the ceremony; the origin must be ours to the letter."""
        entity = PublicKeyCredentialRpEntity(id=self.host, name=_NAME)
        return Fido2Server(entity, verify_origin=lambda said: said == self.origin)


def ask_for_new(site: Site, account: Account) -> Asked:
    """Return what a browser is asked to make a key, and what to keep until it answers."""
    user = PublicKeyCredentialUserEntity(
        id=account.id.encode(), name=account.email, display_name=account.name
    )
    options, state = site.server.register_begin(
        user, _credentials(account), user_verification=UserVerificationRequirement.DISCOURAGED
    )
    return dict(options), state


def add(site: Site, account: Account, state: Any, answer: object, name: str, at: datetime) -> bool:
    """Keep the key that a browser made, if it answers what was asked of it here."""
    if not isinstance(answer, Mapping) or state is None:
        return False
    try:
        made = site.server.register_complete(state, answer)
    except (ValueError, KeyError, TypeError):
        return False
    credential = made.credential_data
    if credential is None:
        return False
    mark = websafe_encode(credential.credential_id)
    values = {"account": account, "name": name.strip(), "credential": bytes(credential),
              "counter": made.counter, "added_at": at}  # fmt: skip
    _, new = SecurityKey.objects.get_or_create(credential_id=mark, defaults=values)
    return new


def ask(site: Site, account: Account) -> Asked:
    """Return what a browser is asked to sign with one of the keys of an account."""
    options, state = site.server.authenticate_begin(
        _credentials(account), user_verification=UserVerificationRequirement.DISCOURAGED
    )
    return dict(options), state


def passes(site: Site, account: Account, state: Any, answer: object, at: datetime) -> bool:
    """Whether a browser signed what was asked of it here, with a key of this account.

    A key that counts its signatures and counts backwards has been copied, and passes no more.
    """
    credentials = _credentials(account)
    if not isinstance(answer, Mapping) or state is None or not credentials:
        return False
    try:
        used = site.server.authenticate_complete(state, credentials, answer)
        counter = AuthenticationResponse.from_dict(answer).response.authenticator_data.counter
    except (ValueError, KeyError, TypeError):
        return False
    mine = SecurityKey.objects.filter(
        account=account, credential_id=websafe_encode(used.credential_id)
    )
    unmoved = mine.filter(counter=0) if counter == 0 else mine.filter(counter__lt=counter)
    return unmoved.update(counter=counter, used_at=at) == 1


def _credentials(account: Account) -> list[AttestedCredentialData]:
    rows = SecurityKey.objects.filter(account=account).order_by("pk")
    return [AttestedCredentialData(bytes(row.credential)) for row in rows]
