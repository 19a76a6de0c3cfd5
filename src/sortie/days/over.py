"""A value that changes over time."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from sortie.days.errors import SpansOverlap
from sortie.days.spans import EVER, NEVER, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Over(Generic[T]):
    """One value for each day: ``over[day]``. Made with ``Over.of`` or ``Over.constant``."""

    _changes: tuple[tuple[date, T], ...]
    _days: tuple[date, ...] = field(repr=False, compare=False)

    @classmethod
    def constant(cls, value: T) -> "Over[T]":
        """Return the same value on every day."""
        return cls(((EVER, value),), (EVER,))

    @classmethod
    def of(cls, rows: Iterable[tuple[Span, T]], *, default: T) -> "Over[T]":
        """Return the value each span gives, ``default`` on all other days.

        Raises:   SpansOverlap: two spans hold the same day
        """
        changes: list[tuple[date, T]] = [(EVER, default)]
        end = EVER
        for span, value in sorted(rows, key=_first_day):
            if span.start < end:
                raise SpansOverlap(span.start)
            if span.start == end:
                changes.pop()
            changes.append((span.start, value))
            end = span.end
            if end < NEVER:
                changes.append((end, default))
        merged = [changes[0]]
        merged += [b for a, b in pairwise(changes) if a[1] != b[1]]
        return cls(tuple(merged), tuple(day for day, _ in merged))

    def changes(self) -> tuple[tuple[date, T], ...]:
        """Return each value with the first day it holds; the first of them holds from ``EVER``."""
        return self._changes

    def __getitem__(self, day: date) -> T:
        return self._changes[bisect_right(self._days, day) - 1][1]


def _first_day(row: tuple[Span, object]) -> date:
    return row[0].start
