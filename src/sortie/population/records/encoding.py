"""One value of a field as whole numbers, and back.

A set is the sum of 1 << rank of its members: what it holds at least and at most. A length is its
key, thirty days a month. A day is counted as Python counts it; the first and the last day of the
calendar stand for never and ever, as they do in the record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from sortie.days import EVER, NEVER, Length, Over, Span
from sortie.rules import Bounds, Field, Missing

OPEN = -1
LEAST, MOST = -(2**31), 2**31 - 1
_MOST_MEMBERS = 31


@dataclass(frozen=True, slots=True)
class Coded:
    """The least and the most that a value may be; the same number where it is known."""

    low: int
    high: int


def has_bounds(field: Field) -> bool:
    """Whether two numbers are kept: for what has an order, and for sets."""
    return field.plural or field.kind in (int, date, Length)


def coded(field: Field, value: Any) -> Coded:
    """Return the numbers that hold a value, one value of a change over time among them."""
    if field.plural:
        if isinstance(value, Missing):
            return Coded(0, _bits(field, field.members))
        low, high = (value.least, value.most) if isinstance(value, Bounds) else (value, value)
        return Coded(_bits(field, low), _bits(field, high))
    if isinstance(value, Missing):
        return _widest(field)
    if isinstance(value, Bounds):
        return Coded(_number(field, value.least), _number(field, value.most))
    number = _number(field, value)
    return Coded(number, number)


def _widest(field: Field) -> Coded:
    if field.kind is date:
        return Coded(EVER.toordinal(), NEVER.toordinal())
    if field.kind is int:
        return Coded(LEAST, MOST)
    return Coded(0, MOST) if field.kind is Length else Coded(OPEN, OPEN)


def _number(field: Field, value: Any) -> int:
    if isinstance(value, Enum):
        return field.members.index(value)
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, Length):
        return min(value.key, MOST - 1)
    return int(value)


def _bits(field: Field, members: Iterable[Enum]) -> int:
    assert len(field.members) <= _MOST_MEMBERS, field.name  # noqa: S101
    return sum(1 << field.members.index(member) for member in members)


def value(field: Field, held: Coded) -> Any:
    """Return the value that numbers hold."""
    if held == _unknown(field):
        return Missing()
    if has_bounds(field):
        low, high = _read(field, held.low), _read(field, held.high)
        return low if held.low == held.high else Bounds(low, high)
    return _read(field, held.low)


def _unknown(field: Field) -> Coded:
    return Coded(0, _bits(field, field.members)) if field.plural else _widest(field)


def _read(field: Field, number: int) -> Any:
    if field.plural:
        return frozenset(m for rank, m in enumerate(field.members) if number >> rank & 1)
    if field.members:
        return field.members[number]
    if field.kind is date:
        return date.fromordinal(number)
    if field.kind is Length:
        return Length(0, number)
    return bool(number) if field.kind is bool else number


def over(field: Field, rows: Sequence[tuple[int, int]]) -> Over[Any]:
    """Return the value that a list of changes holds, the first being that of all earlier days."""
    days = [date.fromordinal(since) for since, _ in rows]
    values = [value(field, Coded(number, number)) for _, number in rows]
    spans = [Span(day, before) for day, before in zip(days, [*days[1:], NEVER], strict=True)]
    return Over.of(zip(spans[1:], values[1:], strict=True), default=values[0])
