"""Days laid out over the width of a drawing, and the ticks of its axis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# A label of the axis needs this much room: a month with its year, a year alone.
_MONTH_ROOM, _YEAR_ROOM = 100.0, 44.0
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50)
_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30.44, 365.25


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from ``since`` to the eve of ``before`` over a width that starts at ``left``."""

    since: date
    before: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """Return where a day begins; a day outside stands on the nearer edge."""
        within = min(max(day, self.since), self.before)
        return self.left + (within - self.since).days * self.width / self.days

    def holds(self, day: date) -> bool:
        """Whether a day is in the drawing."""
        return self.since <= day < self.before

    @property
    def days(self) -> int:
        """How many days there are, one at least."""
        return max(1, (self.before - self.since).days)


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the axis, and what is written there."""

    on: date
    label: str


def ticks(scale: Scale, months: Sequence[str]) -> tuple[Tick, ...]:
    """Return the first days of months or of years, as many as can be read.

    >>> from datetime import date
    >>> scale = Scale(date(2020, 5, 1), date(2029, 1, 1), 0, 450)
    >>> [tick.label for tick in ticks(scale, ())][:2]
    ['2021', '2022']
    """
    per_day = scale.width / scale.days
    for step in _MONTHS:
        if step * _DAYS_IN_MONTH * per_day >= _MONTH_ROOM:
            return tuple(Tick(each, f"{months[each.month - 1]} {each.year}")
                         for each in _firsts(scale, step))  # fmt: skip
    fits = (each for each in _YEARS if each * _DAYS_IN_YEAR * per_day >= _YEAR_ROOM)
    step = next(fits, _YEARS[-1])
    return tuple(Tick(each, str(each.year)) for each in _firsts(scale, 12 * step)
                 if each.year % step == 0)  # fmt: skip


def _firsts(scale: Scale, step: int) -> Iterator[date]:
    """Yield the first days of every ``step`` months, counted from a January."""
    last = scale.before - timedelta(days=1)
    for year in range(scale.since.year, last.year + 1):
        for month in range(1, 13, min(step, 12)):
            first = date(year, month, 1)
            if scale.holds(first):
                yield first
