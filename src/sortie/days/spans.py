"""Spans of days, and sets of days made of them. A span's end is excluded."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sortie.days.errors import EmptySpan, NoDay

EVER = date.min
NEVER = date.max
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Consecutive days, from ``start`` to the day before ``end``.

    ``EVER`` and ``NEVER`` stand for open bounds; no span holds ``NEVER``.

    Raises:   EmptySpan: the end is not after the start
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise EmptySpan(self.start, self.end)

    @classmethod
    def through(cls, first: date, last: date | None) -> "Span":
        """Return the span whose last day is included; None is a span without end."""
        return cls(first, NEVER if last is None or last == NEVER else last + _DAY)

    @property
    def first(self) -> date:
        """The first day."""
        return self.start

    @property
    def last(self) -> date:
        """The last day; ``NEVER`` when the span has no end."""
        return _last_before(self.end)

    def __len__(self) -> int:
        return (self.end - self.start).days

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a day."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Spans:
    """A set of days, made with ``Spans.of``.

    Kept as its edges: the first day of a span, then the first day after it, and so on, rising.
    Whether a day is in the set is then whether an odd number of edges has been passed.
    """

    _edges: tuple[date, ...] = ()

    @classmethod
    def of(cls, *spans: Span) -> "Spans":
        """Return the days of these spans, which may overlap or touch, in any order."""
        if not spans:
            return NOTHING
        edges: list[date] = []
        for span in sorted(spans, key=_start):
            if edges and span.start <= edges[-1]:
                edges[-1] = max(edges[-1], span.end)
            else:
                edges += (span.start, span.end)
        return cls(tuple(edges))

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self._edges[::2], self._edges[1::2])

    def __bool__(self) -> bool:
        return bool(self._edges)

    def __contains__(self, day: date) -> bool:
        return bisect_right(self._edges, day) % 2 == 1

    def __or__(self, other: "Spans") -> "Spans":
        if not (self._edges and other._edges):
            return self if self._edges else other
        return Spans(_where(self._edges, other._edges, 1))

    def __and__(self, other: "Spans") -> "Spans":
        if not (self._edges and other._edges):
            return NOTHING
        return Spans(_where(self._edges, other._edges, 2))

    def __sub__(self, other: "Spans") -> "Spans":
        return self & ~other if self._edges and other._edges else self

    def __invert__(self) -> "Spans":
        edges = self._edges
        edges = edges[1:] if edges[:1] == (EVER,) else (EVER, *edges)
        return Spans(edges[:-1] if edges[-1:] == (NEVER,) else (*edges, NEVER))

    @property
    def first(self) -> date:
        """The first day of the set.

        Raises:   NoDay: the set is empty
        """
        if not self._edges:
            raise NoDay
        return self._edges[0]

    @property
    def last(self) -> date:
        """The last day of the set; ``NEVER`` when the set has no end.

        Raises:   NoDay: the set is empty
        """
        if not self._edges:
            raise NoDay
        return _last_before(self._edges[-1])

    @property
    def total(self) -> int:
        """How many days the set holds."""
        return sum(len(span) for span in self)


def _start(span: Span) -> date:
    return span.start


def _last_before(end: date) -> date:
    return NEVER if end == NEVER else end - _DAY


def _where(left: tuple[date, ...], right: tuple[date, ...], wanted: int) -> tuple[date, ...]:
    """The edges of the days that at least ``wanted`` of the two sets hold."""
    edges: list[date] = []
    i = j = 0
    inside = False
    while i < len(left) or j < len(right):
        day = min(left[i : i + 1] + right[j : j + 1])
        i += left[i : i + 1] == (day,)
        j += right[j : j + 1] == (day,)
        if (i % 2 + j % 2 >= wanted) != inside:
            edges.append(day)
            inside = not inside
    return tuple(edges)


NOTHING = Spans()
ALWAYS = Spans.of(Span(EVER, NEVER))
