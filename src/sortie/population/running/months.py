"""Civil months over days counted from 1 January of the year 1: the tables, and the exact inverse.

The same sums as ``sortie.days.months``, held against it by a test over whole calendars; a table of
every day and one of every month take the place of divisions.
"""

from collections import namedtuple
from functools import cache

import numpy as np

from sortie.days import EVER, NEVER
from sortie.population.running.jit import entry

FIRST, LAST = EVER.toordinal(), NEVER.toordinal()
NO_TERM = -(2**31)
_FIRST_MONTH, _END_OF_MONTHS = 12, 120_000

Calendar = namedtuple("Calendar", "month day starts")


@cache
def calendar() -> Calendar:
    """Return the month and the day of the month of every day, and the first day of every month."""
    starts = np.arange("0001-01", "10000-01", dtype="datetime64[M]").astype("datetime64[D]")
    origin = np.datetime64("0001-01-01", "D").astype(np.int64) - 1
    first = (starts.astype(np.int64) - origin).astype(np.int32)
    ends = np.append(first, np.int32(LAST + 1))
    lengths = np.diff(ends)
    months = np.arange(_FIRST_MONTH, _END_OF_MONTHS, dtype=np.int32)
    month = np.concatenate(([0], np.repeat(months, lengths))).astype(np.int32)
    day = np.arange(LAST + 1, dtype=np.int32)
    day[1:] -= np.repeat(first, lengths) - 1
    padded = np.zeros(_END_OF_MONTHS + 1, dtype=np.int32)
    padded[_FIRST_MONTH:] = ends
    return Calendar(month, day.astype(np.int8), padded)


@entry
def add_months(cal, day, count, next_month):
    """Return the same day of the month ``count`` months later, rounded as said."""
    if day <= FIRST or day >= LAST:
        return day
    month = cal.month[day] + count
    if month < _FIRST_MONTH or month >= _END_OF_MONTHS:
        return LAST if count > 0 else FIRST
    length = cal.starts[month + 1] - cal.starts[month]
    wanted = cal.day[day]
    if wanted <= length:
        return cal.starts[month] + wanted - 1
    return cal.starts[month] + length - 1 + next_month


@entry
def first_beyond(cal, bound, count, next_month):
    """Return the first day with ``day + count months > bound``."""
    if bound <= FIRST or bound >= LAST:
        return bound
    here = cal.month[bound]
    month = here - count
    if month < _FIRST_MONTH or month >= _END_OF_MONTHS:
        return FIRST if count > 0 else LAST
    wanted = cal.day[bound] + 1
    if wanted > 28:
        last = cal.starts[month + 1] - cal.starts[month]
        if not next_month:
            last = min(last, cal.starts[here + 1] - cal.starts[here])
        if wanted > last:
            return min(cal.starts[month + 1], LAST)
    return cal.starts[month] + wanted - 1


@entry
def first_day(cal, bound, count, next_month, strict):
    """Return the first day with ``day + term >= bound`` (``>`` when strict)."""
    if bound <= FIRST or bound >= LAST:
        return bound
    if count == NO_TERM:
        return bound + strict
    return first_beyond(cal, bound if strict else bound - 1, count, next_month)


@entry
def added(cal, day, count, next_month):
    """Return a day with a term added, if there is one."""
    return day if count == NO_TERM else add_months(cal, day, count, next_month)
