"""One row of a table of holidays: what it says, and what may be wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sortie.days.errors import HolidayFault, RowFault
from sortie.days.spans import NEVER

_TYPES: dict[str, tuple[type, ...]] = {
    "fr": (str,),
    "en": (str,),
    "month": (int,),
    "day": (int,),
    "easter": (int,),
    "territories": (list, tuple),
    "since": (date,),
    "until": (date, type(None)),
    "cites": (list, tuple),
    "confidence": (str,),
    "verified_until": (date,),
    "note": (str,),
}
_ALWAYS = ("fr", "en", "territories", "since", "cites", "confidence", "verified_until")
_COMMON_YEAR = 2001


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday on a day of the year, or some days after Easter, between two days included."""

    name: str
    territories: frozenset[str]
    since: date
    until: date
    month: int
    day: int
    after_easter: int | None

    def in_year(self, year: int, easter: date) -> date:
        """Return the day on which it falls, whether or not it was a holiday yet."""
        if self.after_easter is None:
            return date(year, self.month, self.day)
        return easter + timedelta(days=self.after_easter)


def holiday_of(row: Mapping[str, Any]) -> Holiday:
    """Return the holiday of a row without fault."""
    return Holiday(
        name=row["fr"],
        territories=frozenset(row["territories"]),
        since=row["since"],
        until=row.get("until") or NEVER,
        month=row.get("month", 1),
        day=row.get("day", 1),
        after_easter=row.get("easter"),
    )


def faults_of(number: int, row: Mapping[str, Any]) -> list[RowFault]:
    """Return all that is wrong with a row: its keys first, then what they say."""
    return [
        RowFault(number, key, kind)
        for key, kind in (list(_faults_of_keys(row)) or _faults_of_values(row))
    ]


def _faults_of_keys(row: Mapping[str, Any]) -> Iterator[tuple[str, HolidayFault]]:
    falls_on = ("easter",) if "easter" in row else ("month", "day")
    for key in (*_ALWAYS, *falls_on):
        if key not in row:
            yield key, HolidayFault.MISSING_KEY
    for key, value in row.items():
        if key not in _TYPES or ("easter" in row and key in ("month", "day")):
            yield key, HolidayFault.UNKNOWN_KEY
        elif not isinstance(value, _TYPES[key]):
            yield key, HolidayFault.WRONG_TYPE


def _faults_of_values(row: Mapping[str, Any]) -> Iterator[tuple[str, HolidayFault]]:
    if not row["territories"]:
        yield "territories", HolidayFault.NO_TERRITORY
    if not row["cites"]:
        yield "cites", HolidayFault.MISSING_KEY
    if "day" in row and not _exists(row["month"], row["day"]):
        yield "day", HolidayFault.NO_SUCH_DAY
    if (row.get("until") or NEVER) < row["since"]:
        yield "until", HolidayFault.ENDS_BEFORE_START


def _exists(month: int, day: int) -> bool:
    try:
        date(_COMMON_YEAR, month, day)
    except ValueError:
        return False
    return True
