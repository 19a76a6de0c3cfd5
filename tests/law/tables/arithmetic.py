"""Months, lengths of sentence, hours and national holidays, written anew."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
UTC = ZoneInfo("UTC")
ONE_DAY = timedelta(days=1)


class Length(NamedTuple):
    """A length of sentence: months, then days."""

    months: int
    days: int

    @property
    def thirty_day_months(self) -> int:
        return self.months * 30 + self.days


ONE_YEAR = Length(12, 0)
FIVE_YEARS = Length(60, 0)


def length(text: str) -> Length:
    """Read "P1Y6M10D" or "P2W"."""
    found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", text)
    if found is None:
        raise ValueError(text)
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    return Length(years * 12 + months, weeks * 7 + days)


def travel(text: str) -> timedelta:
    """Read "PT5H30M" or "none"."""
    if text == "none":
        return timedelta(0)
    found = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", text)
    if found is None:
        raise ValueError(text)
    days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def add_months(day: date, count: int) -> date:
    """Same day of the month `count` months later; the last day of that month if it has none."""
    year, month0 = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = monthrange(year, month0 + 1)[1]
    return date(year, month0 + 1, min(day.day, last))


def after(day: date, term: Length) -> date:
    """CPP 716-1: one month alone is thirty days, more runs from date to date, then the days."""
    if term == Length(1, 0):
        return day + timedelta(days=30)
    return add_months(day, term.months) + timedelta(days=term.days)


def plus(one: Length, other: Length) -> Length:
    return Length(one.months + other.months, one.days + other.days)


def minus(one: Length, other: Length) -> Length:
    """Months from months and days from days; a lacking day borrows a month of thirty days."""
    months, days = one.months - other.months, one.days - other.days
    while days < 0:
        months, days = months - 1, days + 30
    if months < 0:
        raise ValueError((one, other))
    return Length(months, days)


def up(numerator: int, denominator: int) -> int:
    """Divide and round up."""
    return -(-numerator // denominator)


def part(term: Length, numerator: int, denominator: int) -> Length:
    """A fraction of a length: a remainder of months becomes thirty days each, days round up."""
    months, rest = divmod(term.months * numerator, denominator)
    return Length(months, up(rest * 30 + term.days * numerator, denominator))


def part_of_days(first: date, end: date, numerator: int, denominator: int) -> date:
    """The first day by which that part of the days from `first` to `end` is behind."""
    return first + timedelta(days=up((end - first).days * numerator, denominator))


def at_paris(text: str) -> datetime:
    """Read an instant; civil time without offset is Paris time."""
    instant = datetime.fromisoformat(text)
    return instant.replace(tzinfo=PARIS) if instant.tzinfo is None else instant.astimezone(PARIS)


def elapsed(departs: datetime, returns: datetime) -> timedelta:
    """Real hours gone by, whatever the clocks did on a changing night."""
    return returns.astimezone(UTC) - departs.astimezone(UTC)


def civil_days(departs: datetime, returns: datetime) -> list[date]:
    """Every civil day touched from the departure to the return, both included."""
    days = [departs.date()]
    while days[-1] < returns.date():
        days.append(days[-1] + ONE_DAY)
    return days


def easter(year: int) -> date:
    """Easter Sunday, Gregorian calendar (Butcher's method)."""
    century, of_century = divmod(year, 100)
    moon = (
        19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    week = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day0 = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day0 + 1)


def national_holidays(year: int) -> set[date]:
    """Code du travail L3133-1: the eleven national holidays."""
    sunday = easter(year)
    fixed = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
    moving = (1, 39, 50)  # Easter Monday, Ascension, Whit Monday
    return {date(year, month, day) for month, day in fixed} | {
        sunday + timedelta(days=shift) for shift in moving
    }


def weekend_or_holiday(day: date) -> bool:
    return day.weekday() >= 5 or day in national_holidays(day.year)
