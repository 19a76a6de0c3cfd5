"""The questions a rule may put to a record, and how each answers over all days.

An atom gives its *changes*: the days on which its answer becomes NO, YES or OPEN, from the
beginning of time. Where it is OPEN, it says which variable is missing and what each of its
values would answer, so that the diagram can decide what the missing values leave possible.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from math import inf
from typing import Any

from sortie.days import EVER, NEVER, Length, Months, Over
from sortie.rules.fields import Bounds, Choice, Field, Missing, held
from sortie.rules.figures import Dated, Figure
from sortie.rules.thresholds import Reach, first_day, first_value

NO, YES, OPEN = 0, 1, 2
Changes = Sequence[tuple[date, int]]
Looked = tuple[tuple[Field, Choice], ...]

_DAY = timedelta(days=1)
_WIDEST: Mapping[type, tuple[Any, Any]] = {
    date: (EVER, NEVER),
    int: (-inf, inf),
    Length: (Length(), Length(months=10**9)),
}


@dataclass(frozen=True, slots=True)
class Variable:
    """Something unknown: a field of the record, perhaps under a choice of readings."""

    field: str
    choice: Choice
    paths: tuple[str, ...]
    reading: str = ""
    about: Hashable = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """An open atom on one day: a variable, the values worth trying, and those that say yes."""

    variable: Variable
    values: tuple[Any, ...]
    yes: frozenset[Any] | Reach

    @property
    def in_order(self) -> bool:
        """Whether the values are points in an order, not the members of a closed list."""
        return isinstance(self.yes, Reach)

    def says(self, value: Any) -> bool:
        """Whether this value of the variable answers yes."""
        return value in self.yes


def variable(field: Field, choice: Choice, value: Any, about: Hashable = None) -> Variable:
    """Return the variable that stands for an open value of a field."""
    return Variable(field.name, choice, tuple(value.paths), field.reading, about)


@dataclass(frozen=True, slots=True)
class FieldAtom:
    """Base of the atoms that look at one field and its value on the day."""

    field: Field
    choice: Choice

    def answer(self, value: Any) -> int:
        """Return NO, YES or OPEN for one held value."""
        raise NotImplementedError

    def changes(self, record: Any) -> Changes:
        """Return the days on which the answer changes, from the beginning of time."""
        value = held(record, self.field, self.choice)
        if not isinstance(value, Over):
            return ((EVER, self.answer(value)),)
        return [(day, self.answer(each)) for day, each in value.changes()]

    def on(self, record: Any, day: date) -> Any:
        """Return the held value on a day."""
        value = held(record, self.field, self.choice)
        return value[day] if isinstance(value, Over) else value

    def looks_at(self) -> Looked:
        """Return the fields this atom looks at, with the choice of readings."""
        return ((self.field, self.choice),)


@dataclass(frozen=True, slots=True)
class Flag(FieldAtom):
    """``p.flag`` or ``p.flag[day]``: a fact that is so or not."""

    def answer(self, value: Any) -> int:
        return OPEN if isinstance(value, Missing) else YES if value else NO

    def unknown(self, record: Any, day: date) -> Unknown:
        """Return what is open on a day where the answer is OPEN."""
        var = variable(self.field, self.choice, self.on(record, day))
        return Unknown(var, (True, False), frozenset((True,)))


@dataclass(frozen=True, slots=True)
class Among(FieldAtom):
    """``p.kind[day] in KINDS`` or ``p.kind[day] == Kind.X``: one of several."""

    values: frozenset[Enum]

    def answer(self, value: Any) -> int:
        return OPEN if isinstance(value, Missing) else YES if value in self.values else NO

    def unknown(self, record: Any, day: date) -> Unknown:
        """Return what is open on a day where the answer is OPEN."""
        var = variable(self.field, self.choice, self.on(record, day))
        return Unknown(var, self.field.members, self.values)


@dataclass(frozen=True, slots=True)
class Contains(FieldAtom):
    """``Offence.X in p.offences``: a set holds a value.

    ``Bounds`` of two sets say what it holds at least and at most.
    """

    value: Enum

    def answer(self, value: Any) -> int:
        if isinstance(value, Bounds):
            return YES if self.value in value.least else OPEN if self.value in value.most else NO
        return OPEN if isinstance(value, Missing) else YES if self.value in value else NO

    def unknown(self, record: Any, day: date) -> Unknown:
        """Return what is open on a day where the answer is OPEN."""
        var = variable(self.field, self.choice, self.on(record, day), self.value)
        return Unknown(var, (True, False), frozenset((True,)))


@dataclass(frozen=True, slots=True)
class Side:
    """A field of a comparison, with what is added to it."""

    field: Field
    choice: Choice
    plus: Months | Figure[Any] | None = None

    @property
    def raw(self) -> tuple[Field, Choice]:
        """The field and the choice, without what is added."""
        return self.field, self.choice

    def bounds(self, record: Any) -> tuple[Any, Any]:
        """Return the least and the greatest value, term added."""
        value = held(record, self.field, self.choice)
        if isinstance(value, Missing):
            return _WIDEST[self.field.kind]
        if isinstance(value, Bounds):
            return self.added(value.least), self.added(value.most)
        moved = self.added(value)
        return moved, moved

    def added(self, value: Any) -> Any:
        """Return a date with this side's term added."""
        if self.plus is None or value in (EVER, NEVER):
            return value
        return self.fixed_plus.after(value) if self.fixed_plus else value

    @property
    def fixed_plus(self) -> Months | None:
        """What is added, once a version of it is chosen."""
        assert not isinstance(self.plus, Figure)  # noqa: S101
        return self.plus

    def variable(self, record: Any) -> Variable:
        """Return the variable that stands for this side's open value."""
        return variable(self.field, self.choice, held(record, self.field, self.choice))


@dataclass(frozen=True, slots=True)
class DayReaches:
    """``day + term >= side`` (or ``>`` when strict): true from a threshold on."""

    term: Months | Figure[Any] | None
    side: Side
    strict: bool

    def changes(self, record: Any) -> Changes:
        """Return the days on which the answer changes, from the beginning of time."""
        rows: list[tuple[date, int]] = []
        for since, before, term, side in self.versions():
            reach = side.bounds(record)
            rows += _rising(term, reach, (since, before), strict=self.strict)
        return rows

    def versions(self) -> Iterator[tuple[date, date, Months | None, Side]]:
        """Yield the term and the side under each version of the figure, with its days."""
        if isinstance(self.term, Figure):
            for v in _covering(self.term):
                yield v.since, v.before, v.value, self.side
        elif isinstance(self.side.plus, Figure):
            for v in _covering(self.side.plus):
                yield v.since, v.before, self.term, Side(*self.side.raw, v.value)
        else:
            yield EVER, NEVER, self.term, self.side

    def unknown(self, record: Any, day: date) -> Unknown:
        """Return what is open on a day: the dates at or before a bound answer yes."""
        term, side = next((t, s) for a, b, t, s in self.versions() if a <= day < b)
        reached = term.after(day) if term is not None else day
        bound = first_day(reached, side.fixed_plus, strict=not self.strict)
        return _turning(self.side, record, Reach(bound))

    def counted(self) -> tuple[tuple[Months | None, Months | None, bool], ...]:
        """Return what is added to the day and to the date, and whether strictly, by version."""
        return tuple((term, side.fixed_plus, self.strict) for _, _, term, side in self.versions())

    def crossings(self, bound: date) -> tuple[date, ...]:
        """Return the days on which this atom's moving bound reaches a fixed one, and passes it."""
        return tuple(
            first_day(side.added(value), term, strict=self.strict)
            for _, _, term, side in self.versions()
            for value in (bound if bound == EVER else bound - _DAY, bound)
        )

    def looks_at(self) -> Looked:
        """Return the fields this atom looks at, with the choice of readings."""
        return ((self.side.field, self.side.choice),)


@dataclass(frozen=True, slots=True)
class Exceeds:
    """``left >= right`` (or ``>`` when strict) between values that no day moves.

    ``right`` is a side, a figure of the law or a plain value.
    """

    left: Side
    right: Side | Figure[Any] | int | Length | date
    strict: bool

    def changes(self, record: Any) -> Changes:
        """Return the days on which the answer changes, from the beginning of time."""
        low, high = self.left.bounds(record)
        if isinstance(self.right, Figure):
            return [(v.since, self._answer(low, high, v.value, v.value))
                    for v in _covering(self.right)]  # fmt: skip
        if isinstance(self.right, Side):
            return ((EVER, self._answer(low, high, *self.right.bounds(record))),)
        return ((EVER, self._answer(low, high, self.right, self.right)),)

    def compared(self) -> Iterator[tuple[date, date, Any]]:
        """Yield what the left is compared with, where it is no fact, with its days."""
        if isinstance(self.right, Figure):
            for v in _covering(self.right):
                yield v.since, v.before, v.value
        elif not isinstance(self.right, Side):
            yield EVER, NEVER, self.right

    def _answer(self, low: Any, high: Any, floor: Any, ceiling: Any) -> int:
        if low > ceiling if self.strict else low >= ceiling:
            return YES
        if high <= floor if self.strict else high < floor:
            return NO
        return OPEN

    def turns(self, record: Any, day: date) -> tuple[Side, Reach] | None:
        """Return the one open side and the values of it that say yes; None if both are open."""
        floor, ceiling = self._right(record, day)
        if floor == ceiling:
            bound = first_value(floor, self.left.fixed_plus, strict=self.strict)
            return self.left, Reach(bound, upward=True)
        low, high = self.left.bounds(record)
        if low == high and isinstance(self.right, Side):
            bound = first_value(low, self.right.fixed_plus, strict=not self.strict)
            return self.right, Reach(bound)
        return None

    def _right(self, record: Any, day: date) -> tuple[Any, Any]:
        if isinstance(self.right, Side):
            return self.right.bounds(record)
        value = self.right[day] if isinstance(self.right, Figure) else self.right
        return value, value

    def unknown(self, record: Any, day: date) -> Unknown:
        """Return what is open on a day.

        The trap: two unknown sides are one variable of their own, so that what either of them
        says elsewhere is not held against the other.
        """
        turning = self.turns(record, day)
        if turning is not None:
            return _turning(turning[0], record, turning[1])
        assert isinstance(self.right, Side)  # noqa: S101
        one, other = self.left.variable(record), self.right.variable(record)
        pair = Variable(one.field, one.choice, _told_by(one) + _told_by(other), about=self)
        return Unknown(pair, (True, False), frozenset((True,)))

    def looks_at(self) -> Looked:
        """Return the fields this atom looks at, with the choice of readings."""
        both = (self.left, self.right) if isinstance(self.right, Side) else (self.left,)
        return tuple((side.field, side.choice) for side in both)


Atom = Flag | Among | Contains | DayReaches | Exceeds


def _rising(
    term: Months | None, reach: tuple[date, date], days: tuple[date, date], *, strict: bool
) -> list[tuple[date, int]]:
    (low, high), (since, before) = reach, days
    sure = first_day(high, term, strict=strict)
    maybe = sure if low == high else first_day(low, term, strict=strict)
    rows = [(since, NO)]
    for start, answer in ((maybe, OPEN), (sure, YES)):
        if start < before:
            rows.append((max(start, since), answer))
    return rows


def _covering(figure: Figure[Any]) -> tuple[Dated[Any], ...]:
    first, *rest = figure.versions
    return (Dated(EVER, first.before, first.value, first.cites), *rest)


def _turning(side: Side, record: Any, yes: Reach) -> Unknown:
    """Return the open side with a value below the bound and one from it on."""
    low, _ = Side(side.field, side.choice).bounds(record)
    return Unknown(side.variable(record), (low, yes.bound), yes)


def _told_by(variable: Variable) -> tuple[str, ...]:
    return variable.paths or (variable.field,)
