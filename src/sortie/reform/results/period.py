"""The days compared: so many months from a day, each from that day of the month to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from sortie.days import MonthEnd, add_months


@dataclass(frozen=True)
class Period:
    """So many months from ``since``: date to date, as the law counts months."""

    since: date
    months: int

    def __iter__(self) -> Iterator[date]:
        """Yield the first day of each month."""
        return (self._day(count) for count in range(self.months))

    @property
    def before(self) -> date:
        """The first day after the period."""
        return self._day(self.months)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many days each month has."""
        days = [*self, self.before]
        return tuple((b - a).days for a, b in pairwise(days))

    def _day(self, count: int) -> date:
        return add_months(self.since, count, MonthEnd.LAST_DAY)
