"""From days on which a leave is open to leaves and how they end: of totals, and as intervals.

No person enters here: what is asked is a total of many, and what is told is a total of many.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sortie.reform.expecting.errors import TooFewPeople
from sortie.reform.expecting.intervals import Interval
from sortie.reform.expecting.rates import DECLARED, LATE, LEAVES, NOT_RETURNED, Rate

_DAYS_A_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Totals:
    """What is expected from: people sentenced, their days in prison, the days open under each law.

    A day is open on which one leave at least is; it counts once for a person.
    """

    people: int
    days: int
    open_a: int
    open_b: int


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Leaves, and how they end. Those declared escapes are among those not returned."""

    leaves: Interval
    on_time: Interval
    late: Interval
    not_returned: Interval
    escape_declared: Interval


@dataclass(frozen=True, slots=True)
class Expected:
    """Under each law, and the difference that B makes."""

    a: Outcomes
    b: Outcomes
    difference: Outcomes


def expected(totals: Totals, rates: Mapping[str, Rate], threshold: int) -> Expected | None:
    """Return what may be expected of a total; nothing where no day is open under A.

    The trap: leaves under A are those published for as many people sentenced and as many years;
    that leaves follow the days on which one is open is assumed. The difference is not that of the
    two intervals: the same rate holds under both laws.

    Raises:   TooFewPeople: fewer than the threshold
    """
    if totals.people < threshold:
        raise TooFewPeople(threshold)
    if not totals.open_a:
        return None
    leaves = rates[LEAVES].interval.by(totals.days / _DAYS_A_YEAR)
    ratio = totals.open_b / totals.open_a
    return Expected(
        _outcomes(leaves, rates, 1), _outcomes(leaves, rates, ratio),
        _outcomes(leaves, rates, ratio - 1),
    )  # fmt: skip


def _outcomes(leaves: Interval, rates: Mapping[str, Rate], number: float) -> Outcomes:
    late, gone, declared = (rates[name].interval for name in (LATE, NOT_RETURNED, DECLARED))
    on_time = Interval(max(0, 1 - late.high - gone.high), max(0, 1 - late.low - gone.low))
    shares = (Interval(1, 1), on_time, late, gone, declared)
    return Outcomes(*(leaves.times(share).by(number) for share in shares))
