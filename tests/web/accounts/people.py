"""Accounts, places and posts for the tests, made the way an administrator makes them."""

from datetime import UTC, datetime, timedelta

from sortie.web.accounts import managing
from sortie.web.accounts.factors import totp
from sortie.web.accounts.models import Account, Post
from sortie.web.accounts.signing import Typed, set_up

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NORTH, SOUTH, COURT, APPEALS = "prison of the north", "prison of the south", "court", "appeals"
PASSWORD = "a long walk by the canal"  # noqa: S105 (of nobody)
SECRET = b"twenty bytes of a key"[:20]
HERE = "192.0.2.7"


def places() -> None:
    """Record two prisons, the court that hears them, and the court of appeal above it."""
    for code in (NORTH, SOUTH):
        managing.record_place(code, "prison", code.title(), NOON)
    managing.record_place(COURT, "court", "Court", NOON, reaches=[NORTH, SOUTH])
    managing.record_place(APPEALS, "appeal_court", "Appeals", NOON, reaches=[COURT])


def account(name: str = "someone", at: datetime = NOON, **password: str) -> Account:
    """Open an account and choose its password with the code handed over."""
    opened, code = managing.open_account(name.title(), f"{name}@example.org", at)
    chosen = password.get("password", PASSWORD)
    return set_up.open_with(Typed(opened.email, HERE), code, chosen, at)


def with_telephone(name: str = "someone", at: datetime = NOON - DAY) -> Account:
    """Open an account that shows codes made from ``SECRET``, the last of them a day ago."""
    made = account(name, at)
    managing.factors.add_totp(made, SECRET, totp.code_at(SECRET, at), at)
    return made


def post(of: Account, role: str, place: str = "", at: datetime = NOON) -> Post:
    return managing.give_post(of, role, at, place=place)
