"""Civil months and lengths counted on many days at once, as ``sortie.days`` counts one.

A day is its number since 1 January 1970.
"""

from datetime import date
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.days import Length

Array = npt.NDArray[Any]
_LONE_MONTH_DAYS = 30
_EPOCH = date(1970, 1, 1).toordinal()


def number_of(day: date) -> int:
    """Return the number of a day."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """Return the day of a number."""
    return date.fromordinal(int(number) + _EPOCH)


def add_months(day: Array, months: Array | int) -> Array:
    """Return the same day of the month so many months later, the last where there is none."""
    of_day = day.astype("datetime64[D]")
    month = of_day.astype("datetime64[M]")
    rank = of_day - month.astype("datetime64[D]")
    to = month + np.asarray(months).astype("timedelta64[M]")
    first = to.astype("datetime64[D]")
    last = (to + 1).astype("datetime64[D]") - first - 1
    return np.asarray((first + np.minimum(rank, last)).astype(np.int64))


def after(day: Array, months: Array, days: Array | int = 0) -> Array:
    """Return the day on which a length begun on each day has run.

    Source:   ``Length.after``: one month alone is thirty days
    """
    lone = (months == 1) & (np.asarray(days) == 0)
    return np.where(lone, day + _LONE_MONTH_DAYS, add_months(day, months) + days)


def counted_back(day: Array, months: Array, days: Array | int = 0) -> Array:
    """Return the day to which a length counted back from each day leads, its months first.

    Source:   ``fr.reading.reductions_counted_back``, first option
    """
    lone = (months == 1) & (np.asarray(days) == 0)
    return np.where(lone, day - _LONE_MONTH_DAYS, add_months(day, -np.asarray(months)) - days)


@cache
def length_texts(most: int) -> tuple[str, ...]:
    """Return the texts of the lengths of so many months, from none, then of so many days."""
    months = (str(Length(months=count)) for count in range(most + 1))
    return (*months, *(str(Length(days=count)) for count in range(most + 1)))
