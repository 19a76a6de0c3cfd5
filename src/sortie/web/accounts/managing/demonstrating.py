"""Accounts of a demonstration: their passwords are written on its first page, and nowhere else."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from sortie.web.accounts.factors import totp
from sortie.web.accounts.managing.accounts import open_account
from sortie.web.accounts.managing.factors import add_totp
from sortie.web.accounts.managing.posts import give_post
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import Typed, set_up, wall


def open_for_demonstration(
    name: str,
    email: str,
    password: str,
    at: datetime,
    *,
    posts: Iterable[tuple[str, str]] = (),
    known_as: str = "",
) -> Account:
    """Return an account with its posts, a password, and a telephone that nobody holds.

    ``known_as`` is its id, where acts were done under it before. The trap: a site that is not a
    demonstration refuses, whoever calls.

    Raises:   ImproperlyConfigured, and what the account, its password and its posts are refused for
    """
    _only_here()
    account, code = open_account(name, email, at, known_as=known_as)
    account = set_up.open_with(Typed(email, ""), code, password, at)
    secret = totp.new_secret()
    add_totp(account, secret, totp.code_at(secret, at), at)
    for role, place in posts:
        give_post(account, role, at, place=place)
    return account


def code_now(account: Account) -> str | None:
    """Return the code that the telephone of an account of the demonstration would show.

    Raises:   ImproperlyConfigured
    """
    _only_here()
    return totp.next_code(account, wall())


def _only_here() -> None:
    if not settings.SORTIE_DEMONSTRATION:
        raise ImproperlyConfigured("SORTIE_DEMONSTRATION")
