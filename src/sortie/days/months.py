"""Civil months: adding them, with a rounding that is always said, and its exact inverse."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from sortie.days.spans import EVER, NEVER

_DAY = timedelta(days=1)
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class MonthEnd(Enum):
    """Where 31 January plus one month falls: on the last of February or on the first of March."""

    LAST_DAY = "last_day"
    FIRST_OF_NEXT = "first_of_next"


def add_months(day: date, count: int, month_end: MonthEnd) -> date:
    """Return the same day of the month ``count`` months later, rounded as said.

    The trap: beyond the calendar the result is ``NEVER`` or ``EVER``, never an error.

    >>> add_months(date(2027, 1, 31), 1, MonthEnd.LAST_DAY).isoformat()
    '2027-02-28'
    >>> add_months(date(2027, 1, 31), 1, MonthEnd.FIRST_OF_NEXT).isoformat()
    '2027-03-01'
    """
    if day in (EVER, NEVER):
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not EVER.year <= year <= NEVER.year:
        return NEVER if count > 0 else EVER
    last = 31 if day.day <= 28 else _last_of(year, month)
    if day.day <= last:
        return date(year, month + 1, day.day)
    rounded = date(year, month + 1, last)
    return rounded if month_end is MonthEnd.LAST_DAY else rounded + _DAY


def _last_of(year: int, month_from_zero: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month_from_zero == 1 and leap else _LAST[month_from_zero]


@dataclass(frozen=True, slots=True)
class Months:
    """A number of civil months to add to a day, with its rounding."""

    count: int
    month_end: MonthEnd

    def after(self, day: date) -> date:
        """Return the day this many months later."""
        return add_months(day, self.count, self.month_end)

    def __radd__(self, day: date) -> date:
        return add_months(day, self.count, self.month_end)


def months(count: int, month_end: MonthEnd) -> Months:
    """Return a number of months to add."""
    return Months(count, month_end)


def years(count: int, month_end: MonthEnd) -> Months:
    """Return a number of years to add."""
    return Months(12 * count, month_end)


def first_day_beyond(bound: date, term: Months) -> date:
    """Return the first day ``d`` with ``d + term > bound``.

    The exact inverse: adding months never reverses the order of two days, so there is one such
    day, and all later ones answer the same. It is the day after the bound, carried back; or the
    first of the following month where the bound or the month it falls in leaves no such day.
    """
    if bound in (EVER, NEVER):
        return bound
    months_since_zero = bound.year * 12 + bound.month - 1 - term.count
    year, month = divmod(months_since_zero, 12)
    if not EVER.year <= year <= NEVER.year:
        return EVER if term.count > 0 else NEVER
    wanted = bound.day + 1
    if wanted > 28 and wanted > _last_reaching(bound, year, month, term.month_end):
        return _first_of_next(year, month)
    return date(year, month + 1, wanted)


def first_day_reaching(bound: date, term: Months) -> date:
    """Return the first day ``d`` with ``d + term >= bound``."""
    return bound if bound in (EVER, NEVER) else first_day_beyond(bound - _DAY, term)


def _last_reaching(bound: date, year: int, month: int, month_end: MonthEnd) -> int:
    """The last day of the month from which a later day of the bound's month can be reached."""
    last = _last_of(year, month)
    if month_end is MonthEnd.FIRST_OF_NEXT:
        return last
    return min(last, _last_of(bound.year, bound.month - 1))


def _first_of_next(year: int, month: int) -> date:
    if month < 11:
        return date(year, month + 2, 1)
    return NEVER if year == NEVER.year else date(year + 1, 1, 1)
