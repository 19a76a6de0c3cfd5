"""The shapes of dates, instants and lengths of time, with the bounds of what is plausible."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sortie import days
from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Path, Wanted
from sortie.facts.unknown import LIFE, Life, Unknown

EARLIEST = date(1900, 1, 1)
LATEST = date(2200, 12, 31)
LONGEST = days.Length(200 * 12)
LONGEST_HOURS = timedelta(days=60)

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[-+][0-9]{2}:[0-9]{2})?"
)
_HOURS = re.compile(
    r"P(?=[0-9T])(?:([0-9]{1,3})D)?(?:T(?=[0-9])(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?)?"
)
_LIFE = frozenset(["life"])


@dataclass(frozen=True, slots=True)
class Day:
    """A date that exists, written ``YYYY-MM-DD``."""

    wanted: Wanted = Wanted.DATE

    def read(self, value: object, path: Path, desk: Desk) -> date | Unknown:
        if type(value) is date:
            found = value
        elif not isinstance(value, str) or not _DATE.fullmatch(value):
            return desk.refuse(Cause.NOT_A_DATE, path, value, self.wanted)
        else:
            try:
                found = date.fromisoformat(value)
            except ValueError:
                return desk.refuse(Cause.NO_SUCH_DATE, path, value, self.wanted)
        if not EARLIEST <= found <= LATEST:
            return desk.refuse(
                Cause.DATE_OUT_OF_RANGE, path, value, self.wanted, least=EARLIEST, most=LATEST
            )
        return found

    def write(self, fact: date) -> str:
        return fact.isoformat()


class Instant:
    """``YYYY-MM-DDTHH:MM``, with an offset, or without one for civil time."""

    def read(self, value: object, path: Path, desk: Desk) -> datetime | Unknown:
        if isinstance(value, datetime):
            found = value
        elif not isinstance(value, str) or not _INSTANT.fullmatch(value):
            return desk.refuse(Cause.NOT_AN_INSTANT, path, value, Wanted.INSTANT)
        else:
            try:
                found = datetime.fromisoformat(value)
            except ValueError:
                return desk.refuse(Cause.NO_SUCH_INSTANT, path, value, Wanted.INSTANT)
        if found.microsecond or (found.utcoffset() or timedelta()) % timedelta(minutes=1):
            return desk.refuse(Cause.NOT_AN_INSTANT, path, value, Wanted.INSTANT)
        if not EARLIEST <= found.date() <= LATEST:
            return desk.refuse(
                Cause.DATE_OUT_OF_RANGE, path, value, Wanted.INSTANT, least=EARLIEST, most=LATEST
            )
        return found

    def write(self, fact: datetime) -> str:
        return fact.isoformat(timespec="seconds" if fact.second else "minutes")


@dataclass(frozen=True, slots=True)
class Term:
    """A length of years, months, weeks and days, never zero; ``life`` where it is allowed."""

    life: bool = False
    wanted: Wanted = Wanted.LENGTH

    def read(self, value: object, path: Path, desk: Desk) -> days.Length | Life | Unknown:
        typed = value if isinstance(value, str) else ""
        if self.life and desk.dictionary.word(typed, _LIFE):
            return LIFE
        if not typed.isascii():
            return desk.refuse(Cause.NOT_A_LENGTH, path, value, self.wanted)
        try:
            found = days.Length.parse(typed)
        except days.NotALength:
            return desk.refuse(Cause.NOT_A_LENGTH, path, value, self.wanted)
        if not found:
            return desk.refuse(Cause.LENGTH_ZERO, path, value, self.wanted)
        if found > LONGEST:
            return desk.refuse(Cause.LENGTH_TOO_LONG, path, value, self.wanted, most=str(LONGEST))
        return found

    def write(self, fact: days.Length | Life) -> str:
        return fact.value if isinstance(fact, Life) else str(fact)


@dataclass(frozen=True, slots=True)
class Hours:
    """A length of days, hours and minutes: ``PT5H30M``."""

    wanted: Wanted = Wanted.HOURS_OR_NONE

    def read(self, value: object, path: Path, desk: Desk) -> timedelta | Unknown:
        found = _HOURS.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            return desk.refuse(Cause.NOT_A_LENGTH, path, value, self.wanted)
        count, hours, minutes = (int(part or 0) for part in found.groups())
        length = timedelta(days=count, hours=hours, minutes=minutes)
        if not length:
            return desk.refuse(Cause.LENGTH_ZERO, path, value, self.wanted)
        if length > LONGEST_HOURS:
            most = self.write(LONGEST_HOURS)
            return desk.refuse(Cause.LENGTH_TOO_LONG, path, value, self.wanted, most=most)
        return length

    def write(self, fact: timedelta) -> str:
        hours, minutes = divmod(int(fact.total_seconds()) // 60, 60)
        return "PT" + f"{hours}H" * bool(hours) + f"{minutes}M" * bool(minutes)
