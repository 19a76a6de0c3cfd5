"""Those who try at once are counted one by one, and a code passes for one of them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import connections

from sortie.web.accounts.errors import SignInRefused, TooManyTries
from sortie.web.accounts.factors import recovery, totp
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import passwords
from sortie.web.accounts.signing.limits import TRIES_HERE, Typed
from tests.web.accounts.people import HERE, NOON, SECRET, account, with_telephone

MANY = 16


def all_at_once(act: Callable[[], str]) -> list[str]:
    """Do it many times at once, each in a thread and a connection of its own."""

    def alone(_: int) -> str:
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(MANY) as pool:
        return list(pool.map(alone, range(MANY)))


def guess() -> str:
    try:
        passwords.account_of(Typed("someone@example.org", HERE), "wrong", NOON)
    except SignInRefused:
        return "looked at"
    except TooManyTries:
        return "held back"
    return "opened"


def test_no_more_guesses_are_looked_at_than_one_may_make(database: str) -> None:
    assert database
    account()
    found = all_at_once(guess)
    assert found.count("looked at") <= TRIES_HERE
    assert found.count("opened") == 0
    assert found.count("held back") >= MANY - TRIES_HERE


def test_a_code_passes_for_one_of_those_who_type_it_at_once(database: str) -> None:
    assert database
    someone = with_telephone()
    code, paper = totp.code_at(SECRET, NOON), recovery.make(someone)[0]

    def telephone() -> str:
        return str(totp.passes(Account.objects.get(pk=someone.pk), code, NOON))

    def on_paper() -> str:
        return str(recovery.passes(Account.objects.get(pk=someone.pk), paper, NOON))

    assert all_at_once(telephone).count("True") == 1
    assert all_at_once(on_paper).count("True") == 1
