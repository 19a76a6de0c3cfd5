"""What three-valued logic leaves open, decided exactly.

Kleene's logic calls «this or not this» unknown. Where an answer is open on a day, its parts are
drawn as diagrams and joined: a diagram branches on what is not known, always in one order, and
equal ones are the same object. If every possibility answers alike no branch remains; otherwise
the variables that remain are exactly those that matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sortie.rules.atoms import Unknown, Variable
from sortie.rules.fields import Choice

Rank = tuple[int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A variable that matters, with what follows from each of its values.

    Values that have an order stand for all up to the next: each is the first of a range.
    """

    variable: Variable
    rank: Rank
    values: tuple[Any, ...]
    below: tuple["Decision", ...]
    in_order: bool

    @property
    def limbs(self) -> tuple[tuple[Any, "Decision"], ...]:
        """Each value with what follows from it."""
        return tuple(zip(self.values, self.below, strict=True))


Decision = bool | Branch


class Diagrams:
    """The diagrams of one record. They branch in one order, so that equal answers are one object.

    The trap: the order decides how large they grow. A reading that moves a fact stands just
    before it (``Book.order``), so that the fact is looked at under one choice at a time.
    """

    def __init__(self, order: Mapping[tuple[str, Choice], int]) -> None:
        self._order = order
        self._branches: dict[Any, Branch] = {}
        self._joined: dict[tuple[bool, Branch, Branch], Decision] = {}
        self._contraries: dict[Branch, Decision] = {}

    def of(self, unknown: Unknown) -> Decision:
        """Return the diagram of one open atom."""
        variable = unknown.variable
        place = self._order[variable.field, variable.choice]
        values = tuple(sorted(set(unknown.values))) if unknown.in_order else unknown.values
        like = Branch(
            variable, (place, repr(variable.about), variable.paths), values, (), unknown.in_order
        )
        return self._branch(like, values, [unknown.says(value) for value in values])

    def contrary(self, one: Decision) -> Decision:
        """Return the negation."""
        if isinstance(one, bool):
            return not one
        if one not in self._contraries:
            below = [self.contrary(each) for each in one.below]
            self._contraries[one] = self._branch(one, one.values, below)
        return self._contraries[one]

    def all_of(self, parts: Iterable[Decision]) -> Decision:
        """Return the conjunction."""
        found: Decision = True
        for part in parts:
            found = self._join(part, found, unit=True)
        return found

    def any_of(self, parts: Iterable[Decision]) -> Decision:
        """Return the disjunction."""
        found: Decision = False
        for part in parts:
            found = self._join(part, found, unit=False)
        return found

    def choose(self, test: Decision, yes: Decision, no: Decision) -> Decision:
        """Return «yes where the test holds, no elsewhere»."""
        taken = self.all_of((test, yes)), self.all_of((self.contrary(test), no))
        return self.any_of(taken)

    def _join(self, one: Decision, other: Decision, *, unit: bool) -> Decision:
        """Join with *and*, whose unit is true, or with *or*, whose unit is false."""
        if one is other or other is unit:
            return one
        if one is unit:
            return other
        if isinstance(one, bool) or isinstance(other, bool):
            return not unit
        key = (unit, one, other)
        if key not in self._joined:
            upper, lower = (one, other) if one.rank <= other.rank else (other, one)
            values, pairs = _side_by_side(upper, lower)
            below = [self._join(a, b, unit=unit) for a, b in pairs]
            self._joined[key] = self._branch(upper, values, below)
        return self._joined[key]

    def _branch(self, like: Branch, values: tuple[Any, ...], below: list[Decision]) -> Decision:
        """Return the branch on the variable of another one; no branch where all limbs agree."""
        if like.in_order:
            starts = [i for i, each in enumerate(below) if not i or each is not below[i - 1]]
            values, below = tuple(values[i] for i in starts), [below[i] for i in starts]
        first = below[0]
        if all(each is first for each in below):
            return first
        key = (like.rank, values if like.in_order else (), tuple(below))
        if key not in self._branches:
            self._branches[key] = Branch(
                like.variable, like.rank, values, tuple(below), like.in_order
            )
        return self._branches[key]


def _side_by_side(
    upper: Branch, lower: Branch
) -> tuple[tuple[Any, ...], Iterable[tuple[Decision, Decision]]]:
    """Return the values to branch on first, and what follows from each in both diagrams."""
    if upper.rank != lower.rank:
        return upper.values, ((limb, lower) for limb in upper.below)
    if not upper.in_order or upper.values == lower.values:
        return upper.values, zip(upper.below, lower.below, strict=True)
    values = tuple(sorted({*upper.values, *lower.values}))
    return values, zip(_spread(upper, values), _spread(lower, values), strict=True)


def _spread(branch: Branch, values: tuple[Any, ...]) -> Iterator[Decision]:
    """Yield what follows from each value of a finer division of the same range."""
    place = 0
    for value in values:
        while place + 1 < len(branch.values) and branch.values[place + 1] <= value:
            place += 1
        yield branch.below[place]


def support(decision: Decision) -> frozenset[Variable]:
    """Return the variables that matter."""
    seen: set[Branch] = set()
    waiting = [decision]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Branch) and one not in seen:
            seen.add(one)
            waiting.extend(one.below)
    return frozenset(branch.variable for branch in seen)


def possible(decision: Decision, settled: Mapping[str, Any]) -> frozenset[bool]:
    """Return the answers that remain possible once fields of closed lists have these values."""
    seen: set[Decision] = set()
    waiting = [decision]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        if isinstance(one, Branch):
            field = one.variable.field
            waiting += [d for v, d in one.limbs if field not in settled or v is settled[field]]
        elif (not one) in seen:
            break
    return frozenset(one for one in seen if isinstance(one, bool))
