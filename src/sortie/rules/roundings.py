"""Two ways of counting to one date whose order changes from day to day.

The answers of a stretch are decided on one of its days. That holds only if the bounds that the
day sets on an unknown date stand in the same order on all of them. Months of one count and two
roundings do not: they part at the ends of months, and only there.
"""

from collections.abc import Iterable

from sortie.days import Months
from sortie.rules.atoms import Atom, DayReaches

Counted = tuple[Months | None, Months | None, bool]


def other_way(atom: Atom, known: Iterable[Atom]) -> DayReaches | None:
    """Return an atom that counts to the same date in a way whose order with this one changes."""
    if not isinstance(atom, DayReaches):
        return None
    for other in known:
        if isinstance(other, DayReaches) and other.side.raw == atom.side.raw:
            pairs = ((one, two) for one in atom.counted() for two in other.counted())
            if any(_part_at_month_ends(one, two) for one, two in pairs):
                return other
    return None


def _part_at_month_ends(one: Counted, other: Counted) -> bool:
    if one == other or _net(one) != _net(other):
        return False
    only_strictness = one[:2] == other[:2] and one[1] is None
    return not only_strictness


def _net(counted: Counted) -> int:
    term, plus, _ = counted
    return (term.count if term else 0) - (plus.count if plus else 0)
