"""Codes of a telephone (RFC 6238): one every thirty seconds, each of them good once."""

import hmac
import os
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from sortie.web.accounts.models import Account, Totp
from sortie.web.accounts.sealing import opened, sealed

_SECRET, _DIGITS, _SECONDS = 20, 6, 30
# A telephone may be half a minute early or late.
_AROUND = (0, -1, 1)
_ISSUER = "Sortie"


def new_secret() -> bytes:
    """Return a secret to be shown once to its owner."""
    return os.urandom(_SECRET)


def code_at(secret: bytes, at: datetime) -> str:
    """Return the code that a telephone holding this secret shows at an instant."""
    return _code(secret, step_of(at))


def step_of(at: datetime) -> int:
    """Return which thirty seconds an instant is in."""
    return int(at.timestamp()) // _SECONDS


def address_of(secret: bytes, account: Account) -> str:
    """Return what the drawing to be scanned says."""
    return _generator(secret).get_provisioning_uri(account.email, _ISSUER)


def add(account: Account, secret: bytes, typed: str, at: datetime) -> bool:
    """Give an account this secret, once a code shows that a telephone holds it."""
    step = _matching(secret, typed, at)
    if step is None:
        return False
    values = {"sealed": sealed(secret, account.id), "last_step": step, "added_at": at}
    Totp.objects.update_or_create(account=account, defaults=values)
    return True


def passes(account: Account, typed: str, at: datetime) -> bool:
    """Whether a code is the one of now. It is spent: nobody passes with it again.

    The trap: two who type it at once do not both pass; the row says which came first.
    """
    row = Totp.objects.filter(account=account).first()
    secret = opened(bytes(row.sealed), account.id) if row is not None else None
    if row is None or secret is None:
        return False
    step = _matching(secret, typed, at)
    if step is None:
        return False
    mine = Totp.objects.filter(account=account, last_step__lt=step)
    return mine.update(last_step=step) == 1


def next_code(account: Account, at: datetime) -> str | None:
    """Return the first code that would pass now; for the demonstration, which has no telephone."""
    row = Totp.objects.filter(account=account).first()
    secret = opened(bytes(row.sealed), account.id) if row is not None else None
    if row is None or secret is None:
        return None
    return _code(secret, max(step_of(at), row.last_step + 1))


def _matching(secret: bytes, typed: str, at: datetime) -> int | None:
    said = "".join(typed.split())
    if not (said.isascii() and said.isdecimal()):
        return None
    now = step_of(at)
    for step in (now + each for each in _AROUND):
        if hmac.compare_digest(_code(secret, step), said):
            return step
    return None


def _code(secret: bytes, step: int) -> str:
    return _generator(secret).generate(step * _SECONDS).decode()


def _generator(secret: bytes) -> TOTP:
    return TOTP(secret, _DIGITS, SHA1(), _SECONDS)  # noqa: S303 (what telephones compute)
