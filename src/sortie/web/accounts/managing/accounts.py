"""Opening and closing accounts: by an administrator, who never knows a password."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from sortie.web.accounts.errors import (
    AddressTaken,
    AddressUnreadable,
    LastAdministrator,
    NoSuchAccount,
)
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account, Post, RecoveryCode, SecurityKey, SetUp, Totp
from sortie.web.accounts.models.accounts import address_of, new_id
from sortie.web.accounts.posts import running
from sortie.web.accounts.signing import set_up
from sortie.web.authority import ADMINISTRATOR, NOBODY, Acting


def account_of(account_id: str) -> Account:
    """Return an account by its id.

    Raises:   NoSuchAccount
    """
    found = Account.objects.filter(pk=account_id).first()
    if found is None:
        raise NoSuchAccount(account_id)
    return found


def open_account(
    name: str, email: str, at: datetime, *, by: Acting = NOBODY, known_as: str = ""
) -> tuple[Account, str]:
    """Return a new account, and the code that its owner is handed to choose a password.

    ``known_as`` is its id; without it, one that says nothing of anybody.

    Raises:   AddressTaken, AddressUnreadable
    """
    address = address_of(email)
    try:
        validate_email(address)
    except ValidationError as unreadable:
        raise AddressUnreadable(email) from unreadable
    account = Account(id=known_as or new_id(), email=address, name=name.strip(), created_at=at)
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save(force_insert=True)
    except IntegrityError as taken:
        raise AddressTaken(address) from taken
    happened(Kind.ACCOUNT_OPENED, at, account=account.id, by=by)
    return account, issue_set_up(account, at, by=by)


def issue_set_up(account: Account, at: datetime, *, by: Acting = NOBODY) -> str:
    """Return a new set-up code. What the account signed in with before opens it no more.

    For someone who lost everything: the code is handed over in person, to a person one knows.
    """
    with transaction.atomic():
        account.set_unusable_password()
        account.save(update_fields=["password"])
        for table in (Totp, SecurityKey, RecoveryCode):
            table.objects.filter(account=account).delete()
        code = set_up.issue(account, at)
        happened(Kind.SET_UP_ISSUED, at, account=account.id, by=by)
    return code


def close_account(account: Account, at: datetime, *, by: Acting) -> None:
    """Close an account: its sessions end at once, its posts stay as they are.

    Raises:   LastAdministrator
    """
    with transaction.atomic():
        keep_an_administrator(at, without=Post.objects.filter(account=account))
        Account.objects.filter(pk=account.pk).update(is_active=False)
        SetUp.objects.filter(account=account).delete()
        happened(Kind.ACCOUNT_CLOSED, at, account=account.id, by=by)


def reopen_account(account: Account, at: datetime, *, by: Acting) -> None:
    """Open a closed account again, as it was."""
    with transaction.atomic():
        Account.objects.filter(pk=account.pk).update(is_active=True)
        happened(Kind.ACCOUNT_REOPENED, at, account=account.id, by=by)


def keep_an_administrator(at: datetime, *, without: object) -> None:
    """Refuse what would leave nobody to open accounts; the rest may always be done.

    Raises:   LastAdministrator
    """
    administrators = Post.objects.select_for_update().filter(
        running(at), role=ADMINISTRATOR, account__is_active=True
    )
    leaving = set(without.values_list("pk", flat=True))  # type: ignore[attr-defined]
    theirs = set(administrators.values_list("pk", flat=True))
    if theirs and theirs <= leaving:
        raise LastAdministrator
