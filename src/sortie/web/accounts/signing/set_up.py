"""The first time: a code handed over in person, with which one chooses a password."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from sortie.web.accounts.errors import SetUpRefused
from sortie.web.accounts.journal import Kind
from sortie.web.accounts.models import Account, SetUp
from sortie.web.accounts.models.accounts import address_of
from sortie.web.accounts.sealing import digest
from sortie.web.accounts.signing.limits import Typed, try_password
from sortie.web.accounts.signing.passwords import choose

LASTS = timedelta(days=7)
_LETTERS, _LENGTH, _GROUP = "abcdefghjkmnpqrstuvwxyz23456789", 20, 5


def issue(account: Account, at: datetime) -> str:
    """Return a new code, to be shown once; the one before counts no more."""
    bare = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    values = {"digest": digest(bare, account.id), "ends_at": at + LASTS}
    SetUp.objects.update_or_create(account=account, defaults=values)
    return "-".join(bare[place : place + _GROUP] for place in range(0, _LENGTH, _GROUP))


def open_with(typed: Typed, code: str, password: str, at: datetime) -> Account:
    """Return the account that this code opens, once it has the password chosen; the code is spent.

    Raises:   SetUpRefused, TooManyTries, PasswordWeak: the code is not spent
    """
    try_password(typed, at, Kind.SET_UP_TRIED)
    account = Account.objects.filter(email=address_of(typed.name), is_active=True).first()
    bare = "".join(code.split()).replace("-", "").lower()
    if account is None or not bare.isascii():
        raise SetUpRefused
    with transaction.atomic():
        mine = SetUp.objects.filter(
            account=account, digest=digest(bare, account.id), ends_at__gt=at
        )
        spent, _ = mine.delete()
        if not spent:
            raise SetUpRefused
        choose(account, password, at)
    return account
