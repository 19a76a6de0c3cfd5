"""The second factors of one's own account: added, removed, made again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from sortie.web.accounts.errors import FactorRefused, LastFactor
from sortie.web.accounts.factors import Site, keys, recovery, totp
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account, SecurityKey, Totp


def add_totp(account: Account, secret: bytes, code: str, at: datetime) -> None:
    """Add a telephone, or another in its place, once it shows the right code.

    Raises:   FactorRefused
    """
    if not totp.add(account, secret, code, at):
        raise FactorRefused
    happened(Kind.FACTOR_ADDED, at, account=account.id, facts={"factor": "totp"})


def add_key(
    account: Account, site: Site, asked: Any, answer: object, at: datetime, *, name: str
) -> None:
    """Add a security key, once it answers what was asked of it.

    Raises:   FactorRefused
    """
    if not keys.add(site, account, asked, answer, name, at):
        raise FactorRefused
    happened(Kind.FACTOR_ADDED, at, account=account.id, facts={"factor": "key"})


def remove_totp(account: Account, at: datetime) -> None:
    """Remove the telephone.

    Raises:   LastFactor
    """
    with transaction.atomic():
        _lock(account)
        if not SecurityKey.objects.filter(account=account).exists():
            raise LastFactor
        if Totp.objects.filter(account=account).delete()[0]:
            happened(Kind.FACTOR_REMOVED, at, account=account.id, facts={"factor": "totp"})


def remove_key(account: Account, key: int, at: datetime) -> None:
    """Remove one of the security keys.

    Raises:   LastFactor
    """
    with transaction.atomic():
        _lock(account)
        mine = SecurityKey.objects.filter(account=account)
        another = mine.exclude(pk=key).exists()
        if not another and not Totp.objects.filter(account=account).exists():
            raise LastFactor
        if mine.filter(pk=key).delete()[0]:
            happened(Kind.FACTOR_REMOVED, at, account=account.id, facts={"factor": "key"})


def make_codes(account: Account, at: datetime) -> tuple[str, ...]:
    """Return new codes on paper, to be shown once."""
    codes = recovery.make(account)
    happened(Kind.RECOVERY_CODES_MADE, at, account=account.id)
    return codes


def _lock(account: Account) -> None:
    Account.objects.select_for_update().get(pk=account.pk)
