"""How many times one may try, counted in the log that every server of the site writes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sortie.web.accounts.errors import TooManyTries
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.journal.happened import digest_of_name
from sortie.web.accounts.models import Account, Happening

WINDOW = timedelta(minutes=15)
_MINUTE = timedelta(minutes=1)
# By one address for one name; for one name whoever tries; by one address whatever the name.
TRIES_HERE, TRIES_OF_NAME, TRIES_FROM_ADDRESS = 5, 30, 60
TRIES_OF_FACTOR = 6


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed to sign in, and from which network address."""

    name: str
    address: str

    @property
    def both(self) -> tuple[str, str]:
        """The two, as the log takes them."""
        return self.name, self.address


def try_password(typed: Typed, at: datetime, kind: Kind = Kind.PASSWORD_TRIED) -> None:
    """Write down that someone tries, then refuse if it is once too many.

    The trap: written first, so that a hundred who try at once are a hundred and not one.

    Raises:   TooManyTries
    """
    if any(_counts(typed, at, kind, extra=1)):
        happened(Kind.HELD_BACK, at, typed=typed.both)
        raise TooManyTries(_minutes())
    happened(kind, at, typed=typed.both)
    if any(_counts(typed, at, kind, extra=0)):
        raise TooManyTries(_minutes())


def _counts(typed: Typed, at: datetime, kind: Kind, *, extra: int) -> Iterator[bool]:
    """Yield, for each limit, whether it is passed; ``extra`` are tries not written down yet."""
    name = digest_of_name(typed.name)
    since = at - WINDOW
    tried = Happening.objects.filter(kind=kind, at__gt=since)
    passed = Happening.objects.filter(kind=Kind.PASSWORD_PASSED, name=name, at__gt=since)
    last = passed.filter(address=typed.address).order_by("-at").first()
    here = tried.filter(name=name, address=typed.address)
    if last is not None:
        here = here.filter(at__gt=last.at)
    yield here.count() + extra > TRIES_HERE
    yield tried.filter(name=name).count() + extra > TRIES_OF_NAME
    yield tried.filter(address=typed.address).count() + extra > TRIES_FROM_ADDRESS


def try_factor(account: Account, typed: Typed, at: datetime) -> None:
    """Write down that someone tries a second factor, then refuse if it is once too many.

    Raises:   TooManyTries
    """
    happened(Kind.FACTOR_TRIED, at, account=account.id, typed=typed.both)
    of_account = Happening.objects.filter(account=account.id, at__gt=at - WINDOW)
    last = of_account.filter(kind=Kind.FACTOR_PASSED).order_by("-at").first()
    tried = of_account.filter(kind=Kind.FACTOR_TRIED)
    if last is not None:
        tried = tried.filter(at__gt=last.at)
    if tried.count() > TRIES_OF_FACTOR:
        raise TooManyTries(_minutes())


def _minutes() -> int:
    return int(WINDOW / _MINUTE)
