"""The questions a rule may put to a record, and how each answers over all days.

An atom gives its *changes*: the days on which its answer becomes NO, YES or OPEN, from the
beginning of time. Where it is OPEN, it says which variable is missing and what each of its
values would answer, so that the diagram can decide what the missing values leave possible.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sortie.days import EVER, NEVER, Length, Months, Over
from sortie.rules.fields import Bounds, Choice, Field, Missing, held
from sortie.rules.figures import Dated, Figure
from sortie.rules.thresholds import Reach, first_day

NO, YES, OPEN = 0, 1, 2
Changes = Sequence[tuple[date, int]]
Looked = tuple[tuple[Field, Choice], ...]


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
    """``Offence.X in p.offences``: a set holds a value."""

    value: Enum

    def answer(self, value: Any) -> int:
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
        """Return the least and the greatest value, term added; None where nothing bounds it."""
        value = held(record, self.field, self.choice)
        if isinstance(value, Missing):
            return (EVER, NEVER) if issubclass(self.field.kind, date) else (None, None)
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
        for since, before, term, side in self._versions():
            low, high = side.bounds(record)
            rows += _rising(term, (low, high), (since, before), strict=self.strict)
        return rows

    def _versions(self) -> Iterator[tuple[date, date, Months | None, Side]]:
        """Yield the term and the side under each version of the figure, if there is one."""
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
        term, side = next((t, s) for a, b, t, s in self._versions() if a <= day < b)
        reached = term.after(day) if term is not None else day
        bound = first_day(reached, side.fixed_plus, strict=not self.strict)
        low, high = Side(*side.raw).bounds(record)
        values = tuple(v for v in (low, bound) if low <= v <= high)
        return Unknown(side.variable(record), values, Reach(bound))

    def crossings(self, bound: date) -> tuple[date, ...]:
        """Return the days on which what the day reaches passes a fixed date of this side."""
        return tuple(
            first_day(side.added(bound), term, strict=strict)
            for _, _, term, side in self._versions()
            for strict in (False, True)
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

    def _answer(self, low: Any, high: Any, floor: Any, ceiling: Any) -> int:
        if low is None or floor is None:
            return OPEN
        if low > ceiling if self.strict else low >= ceiling:
            return YES
        if high <= floor if self.strict else high < floor:
            return NO
        return OPEN

    def bound(self, record: Any) -> Any:
        """Return the right side when it is one known value, else None."""
        if isinstance(self.right, Side):
            low, high = self.right.bounds(record)
            return low if low is not None and low == high else None
        return None if isinstance(self.right, Figure) else self.right

    def unknown(self, record: Any, day: date) -> Unknown:
        """Return what is open on a day; two unknown sides are one variable of their own."""
        bound = self.right[day] if isinstance(self.right, Figure) else self.bound(record)
        if bound is not None and self.left.plus is None:
            low, high = Side(*self.left.raw).bounds(record)
            return _against_value(self.left.variable(record), low, high, bound, strict=self.strict)
        right = self.right
        open_sides = [s for s in (self.left, right) if isinstance(s, Side) and _is_open(s, record)]
        var = open_sides[0].variable(record)
        paths = tuple(p for s in open_sides for p in s.variable(record).paths)
        pair = Variable(var.field, var.choice, paths, var.reading, about=self)
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


def _is_open(side: Side, record: Any) -> bool:
    low, high = side.bounds(record)
    return bool(low is None or low != high)


def _against_value(var: Variable, low: Any, high: Any, bound: Any, *, strict: bool) -> Unknown:
    if low is None:
        return Unknown(
            Variable(var.field, var.choice, var.paths, var.reading, about=(bound, strict)),
            (True, False), frozenset((True,)),
        )  # fmt: skip
    yes = Reach(bound, upward=True, strict=strict)
    return Unknown(var, (low, bound, high), yes)
