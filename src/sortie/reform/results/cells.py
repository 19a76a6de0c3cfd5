"""What a comparison says. A count is nothing where too few people are behind it to be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sortie.reform.results.period import Period

# The threshold of the statistics of French taxes, the strictest that we know in use there; below
# it a count of people in a prison may be known to those who live or work with them.
THRESHOLD = 11
Count = int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How many people have a day open, closed, undetermined under one law; and the days open.

    One person may be counted in all three: a month has many days.
    """

    open: Count
    closed: Count
    undetermined: Count
    days_open: Count


@dataclass(frozen=True, slots=True)
class Cell:
    """One type of leave over some days, for some people, under both laws.

    A day is gained that is open under B and not under A, and lost the other way round.
    """

    a: Standing
    b: Standing
    days_gained: Count
    days_lost: Count
    people_gaining: Count
    people_losing: Count


@dataclass(frozen=True, slots=True)
class Spread:
    """By how many days first open days move: the median, and the quarters on either side.

    A number is nothing where fewer people than the threshold lie beyond it.
    """

    people: Count
    low: Count
    median: Count
    high: Count


@dataclass(frozen=True, slots=True)
class Moved:
    """The first open day of each person from the first day compared, under A and under B.

    It is looked for over the whole custody, beyond the months compared.
    """

    earlier: Spread
    later: Spread
    same: Count
    opens_at_last: Count
    opens_no_more: Count
    never: Count


@dataclass(frozen=True, slots=True)
class Cause:
    """A rule behind days gained or lost, which calls no other of those behind them.

    It is one that the laws do not have alike, or one that rests on another value than before.

    Several rules may be behind one day: their days are not to be added up.
    """

    rule: str
    days_gained: Count
    days_lost: Count
    people_gaining: Count
    people_losing: Count


@dataclass(frozen=True, slots=True)
class Touched:
    """How many people are there, how many days; how many gain or lose a day on any route."""

    people: Count
    days: Count
    gaining: Count
    losing: Count
    either: Count


@dataclass(frozen=True, slots=True)
class Route:
    """One type of leave under both laws."""

    id: str
    whole: Cell
    months: tuple[Cell, ...]
    moved: Moved
    causes: tuple[Cause, ...]
    groups: Mapping[str, Mapping[str, Cell]]

    @property
    def changes(self) -> bool:
        """Whether any day is gained or lost, hidden or told."""
        return self.whole.days_gained != 0 or self.whole.days_lost != 0


@dataclass(frozen=True)
class Comparison:
    """Two laws over the same people and the same days.

    ``best`` is each person on whatever route is best: a day counts once, however many are open.
    ``classes`` are those of each grouping, in order, whether anybody is in them or not.
    ``records`` and ``laws`` are digests; ``supposed`` is what was supposed of each route, as JSON
    has it, and ``readings`` the readings chosen for everybody: another one is left open.
    """

    period: Period
    threshold: int
    touched: Touched
    groups: Mapping[str, Mapping[str, Touched]]
    classes: Mapping[str, tuple[str, ...]]
    best: Route
    routes: tuple[Route, ...]
    records: str
    laws: tuple[str, str]
    supposed: Mapping[str, Mapping[str, Any]]
    readings: Mapping[str, str]
    version: str

    @property
    def since(self) -> date:
        """The first day compared."""
        return self.period.since

    @property
    def changed(self) -> tuple[Route, ...]:
        """The routes of which a day is gained or lost."""
        return tuple(route for route in self.routes if route.changes)
