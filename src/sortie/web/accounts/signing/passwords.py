"""The password: who it opens, and which one may be chosen."""

from datetime import datetime

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from sortie.web.accounts.errors import PasswordWeak, SignInRefused
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account
from sortie.web.accounts.models.accounts import address_of
from sortie.web.accounts.signing.limits import Typed, try_password


def account_of(typed: Typed, password: str, at: datetime) -> Account:
    """Return the account that this password opens.

    The trap: no account, another password, a closed account are one answer, in the same time.

    Raises:   SignInRefused, TooManyTries
    """
    try_password(typed, at)
    account = Account.objects.filter(email=address_of(typed.name)).first()
    if account is None:
        # As long as for an account that exists.
        make_password(password)
        raise SignInRefused
    if not check_password(password, account.password) or not account.is_active:
        raise SignInRefused
    happened(Kind.PASSWORD_PASSED, at, account=account.id, typed=typed.both)
    return account


def choose(account: Account, password: str, at: datetime) -> None:
    """Give an account a password. Whoever was signed in with the one before is so no more.

    Raises:   PasswordWeak
    """
    try:
        validate_password(password, account)
    except ValidationError as weak:
        faults = tuple(str(each.code) for each in weak.error_list)
        raise PasswordWeak(faults) from weak
    account.set_password(password)
    account.save(update_fields=["password"])
    happened(Kind.PASSWORD_CHANGED, at, account=account.id)
