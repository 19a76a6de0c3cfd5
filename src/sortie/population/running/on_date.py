"""One route on one day, for everybody: a loop generated for that question, at memory speed.

On a day every figure of the law is one number, every version that is not in force is gone, what is
supposed of the application is settled: most of a route folds away before any person is looked at.
What is left are comparisons of columns with numbers that are the same for all. The loop has no
branch, so that many people are answered by one instruction; it is compiled once for each shape that
a question takes, and kept as long as the process lives.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pyarrow as pa
from numba import njit

from sortie.days import Length, MonthEnd, Months
from sortie.population.compiling import Compiled
from sortie.population.compiling.supposing import Facts, Program
from sortie.population.records import Layout, encoding
from sortie.population.running.answering import spans
from sortie.population.running.blocks.sweep import first_value
from sortie.population.running.months import NO_TERM, added, calendar, first_day
from sortie.rules import (
    Atom,
    ByReading,
    Contains,
    DayReaches,
    Exceeds,
    Field,
    Flag,
    Op,
    Side,
)

OPEN, CLOSED, UNDETERMINED, OUT_OF_CUSTODY = 0, 1, 2, -1
Sign = str | bool
Answer = tuple[Sign, Sign]


@dataclass(frozen=True, slots=True)
class Question:
    """One route on one day, folded: the loop, the columns that it reads, the numbers of the day.

    ``columns`` are the names of columns; of a fact that changes over time, its value on the day.
    """

    route: str
    day: date
    source: str
    columns: tuple[str, ...]
    numbers: tuple[int, ...]
    is_exact: bool

    def answer(self, columns: Sequence[Any], out: Any) -> None:
        """Fill the outcome of everybody: ``OPEN``, ``CLOSED``, ``UNDETERMINED``.

        The trap: where ``is_exact`` is no, an undetermined answer may be one that three values
        cannot tell; ``on_date`` asks those people again.
        """
        _loop(self.source)(np.array(self.numbers, dtype=np.int32), out, *columns)


def on_date(compiled: Compiled, batch: pa.RecordBatch, day: date, route: str) -> Any:
    """Return the outcome of a route for every row, ``OUT_OF_CUSTODY`` for who is not there.

    The numbers are the ranks of ``OUTCOMES``. The same answers as ``spans`` gives on that day:
    who is in doubt for a reason that three values do not see is answered by it.

    Raises:   KeyError: a route that was not compiled
    """
    asked = question(compiled, day, route, known=known_columns(compiled.layout, batch, day))
    out = np.full(batch.num_rows, UNDETERMINED, dtype=np.int8)
    if asked is not None:
        asked.answer([column(batch, name, day) for name in asked.columns], out)
    if asked is None or not asked.is_exact:
        doubtful = np.flatnonzero(out == UNDETERMINED)
        if len(doubtful):
            out[doubtful] = _by_spans(compiled, batch.take(pa.array(doubtful)), day, route)
    since, before = _flat(batch.column("since")), _flat(batch.column("before"))
    now = day.toordinal()
    out[(since > now) | (before <= now)] = OUT_OF_CUSTODY
    return out


def question(
    compiled: Compiled, day: date, route: str, *, known: frozenset[str] = frozenset()
) -> Question | None:
    """Return a route on a day as a loop; None where two facts are compared with each other.

    ``known``: the columns in which nobody's value is unknown, the least and the most being one.
    """
    folding = _Folding(compiled.program, compiled.layout, day, known)
    root = compiled.program.roots[route]
    try:
        sure, maybe = folding.answer(root)
    except _TwoFacts:
        return None
    lines, columns, numbers = folding.wanted(sure, maybe)
    source = _SOURCE.format(
        columns="".join(f", c{rank}" for rank in columns),
        numbers="".join(f"    k{rank} = k[{place}]\n" for place, rank in enumerate(numbers)),
        lines="".join(f"        {line}\n" for line in lines),
        sure=sure,
        maybe=maybe,
    )
    return Question(
        route,
        day,
        source,
        tuple(folding.columns[rank] for rank in columns),
        tuple(folding.numbers[rank] for rank in numbers),
        is_exact=not compiled.tables.is_inexact[root],
    )


def known_columns(layout: Layout, batch: pa.RecordBatch, day: date) -> frozenset[str]:
    """Return the columns of a batch in which everybody's value is known on a day."""
    found = {
        series.name
        for series in layout.series.values()
        if (column(batch, series.name, day) >= 0).all()
    }
    for cell in layout.cells.values():
        low, high = _flat(batch.column(cell.low)), _flat(batch.column(cell.high))
        is_known = (low >= 0).all() if cell.low == cell.high else np.array_equal(low, high)
        if is_known:
            found |= {cell.low, cell.high}
    return frozenset(found)


def column(batch: pa.RecordBatch, name: str, day: date) -> Any:
    """Return a column of whole numbers; of a fact that changes over time, its value on a day."""
    held = batch.column(name)
    if not pa.types.is_list(held.type):
        return _flat(held)
    offsets, changes = held.offsets.to_numpy(), held.flatten()
    starts = _flat(changes.field("since")) <= day.toordinal()
    counted = np.concatenate(([0], np.cumsum(starts)))
    begun = counted[offsets[1:] - offsets[0]] - counted[offsets[:-1] - offsets[0]]
    last = offsets[:-1] - offsets[0] + begun - 1
    return _flat(changes.field("is"))[last].astype(np.int8)


def _flat(held: pa.Array) -> Any:
    return held.to_numpy(zero_copy_only=True)


def _by_spans(compiled: Compiled, batch: pa.RecordBatch, day: date, route: str) -> Any:
    """Return the outcomes of a batch from its spans; of a person without one, closed."""
    out = np.full(batch.num_rows, CLOSED, dtype=np.int8)
    names = pa.array([str(row) for row in range(batch.num_rows)])
    named = batch.set_column(batch.schema.get_field_index("person"), "person", names)
    found = spans(compiled, named)
    at = (day - date(1970, 1, 1)).days
    of_route = [each.rule_id for each in compiled.routes].index(route)
    now = (
        (found.column("route").indices.to_numpy() == of_route)
        & (_flat(found.column("since").cast(pa.int32())) <= at)
        & (_flat(found.column("before").cast(pa.int32())) > at)
    )
    rows = found.column("person").filter(pa.array(now)).cast(pa.int32()).to_numpy()
    out[rows] = found.column("outcome").indices.to_numpy()[now]
    return out


# -- folding --------------------------------------------------------------------------------------

_SOURCE = """
def loop(k, out{columns}):
{numbers}    for i in range(out.shape[0]):
{lines}        out[i] = 0 if {sure} else 2 if {maybe} else 1
"""
_NAMED = re.compile(r"\b([vck])(\d+)")


@cache
def _loop(source: str) -> Callable[..., None]:
    made: dict[str, Any] = {}
    exec(source, made)  # noqa: S102 (written above, of numbers and of nothing that is read)
    compiled: Callable[..., None] = njit(nogil=True)(made["loop"])
    return compiled


def _note(written: str, found: dict[str, set[int]]) -> None:
    for kind, rank in _NAMED.findall(written):
        found[kind].add(int(rank))


class _TwoFacts(Exception):
    """Two facts are compared with each other: no number of the day stands between them."""


@dataclass
class _Folding:
    """Writes the steps of a route as lines, each sign once; what the day settles is no line.

    An answer is two signs: it surely holds, it may hold. They are one where nothing is unknown.
    """

    program: Program
    layout: Layout
    day: date
    known: frozenset[str]
    lines: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    _signs: dict[str, str] = field(default_factory=dict)
    _answers: dict[int, Answer] = field(default_factory=dict)

    def answer(self, step: int) -> Answer:
        """Return the signs of a step."""
        if step not in self._answers:
            op, payload = self.program.steps[step]
            self._answers[step] = self._of(step, op, payload)
        return self._answers[step]

    def wanted(self, *signs: Sign) -> tuple[list[str], list[int], list[int]]:
        """Return the lines on which signs rest, the columns and the numbers that they read."""
        lines: list[str] = []
        found: dict[str, set[int]] = {"v": set(), "c": set(), "k": set()}
        for written in (str(sign) for sign in signs):
            _note(written, found)
        for rank in range(len(self.lines) - 1, -1, -1):
            if rank in found["v"]:
                lines.append(self.lines[rank])
                _note(self.lines[rank], found)
        return lines[::-1], sorted(found["c"]), sorted(found["k"])

    def _of(self, step: int, op: Op, payload: Any) -> Answer:
        if op is Op.ATOM:
            return self._atom(payload, self.program.facts_of(step))
        if op is Op.CONST:
            return bool(payload), bool(payload)
        if op is Op.RULE:
            parts = (p for window, p in payload[1] if window.since <= self.day < window.before)
            part = next(parts, None)
            return (False, False) if part is None else self.answer(part)
        if op is Op.NOT:
            sure, maybe = self.answer(payload)
            return self._not(maybe), self._not(sure)
        if op is Op.CHOOSE:
            return self._chosen(*(self.answer(part) for part in payload))
        join = self._and if op is Op.AND else self._or
        sure, maybe = self.answer(payload[0])
        for part in payload[1:]:
            other = self.answer(part)
            sure, maybe = join(sure, other[0]), join(maybe, other[1])
        return sure, maybe

    def _chosen(self, test: Answer, yes: Answer, no: Answer) -> Answer:
        both = [
            self._or(self._and(taken, yes[way]), self._and(self._not(left), no[way]))
            for way, (taken, left) in enumerate((test, test[::-1]))
        ]
        if test[0] == test[1]:
            return both[0], both[1]
        return self._or(both[0], self._and(yes[0], no[0])), both[1]

    # -- signs

    def _sign(self, written: str) -> str:
        if written not in self._signs:
            self._signs[written] = f"v{len(self._signs)}"
            self.lines.append(f"{self._signs[written]} = {written}")
        return self._signs[written]

    def _not(self, one: Sign) -> Sign:
        return not one if isinstance(one, bool) else self._sign(f"not {one}")

    def _and(self, one: Sign, other: Sign) -> Sign:
        if isinstance(one, bool):
            return other if one else False
        if isinstance(other, bool):
            return one if other else False
        return one if one == other else self._sign(f"{one} & {other}")

    def _or(self, one: Sign, other: Sign) -> Sign:
        if isinstance(one, bool):
            return True if one else other
        if isinstance(other, bool):
            return True if other else one
        return one if one == other else self._sign(f"{one} | {other}")

    # -- atoms

    def _atom(self, atom: Atom, facts: Facts) -> Answer:
        match atom:
            case DayReaches():
                low, high = self._bounds(atom.side, facts)
                bound = self._reached(atom)
                return self._below(high, bound), self._below(low, bound)
            case Exceeds():
                return self._exceeds(atom, facts)
            case Contains():
                bit = 1 << atom.field.members.index(atom.value)
                low, high = self._held(atom.field, atom.choice, facts)
                return self._has(low, bit), self._has(high, bit)
            case Flag():
                return self._among(atom.field, atom.choice, facts, (1,))
            case _:
                ranks = tuple(sorted(atom.field.members.index(each) for each in atom.values))
                return self._among(atom.field, atom.choice, facts, ranks)

    def _reached(self, atom: DayReaches) -> int:
        """Return the first date that a day has not reached."""
        term, side = next(
            (term, side) for since, before, term, side in atom.versions()
            if since <= self.day < before
        )  # fmt: skip
        cal = calendar()
        reached = added(cal, self.day.toordinal(), *_months(term))
        return int(first_day(cal, reached, *_months(side.fixed_plus), 1 - atom.strict))

    def _exceeds(self, atom: Exceeds, facts: Facts) -> Answer:
        low, high = self._bounds(atom.left, facts)
        if isinstance(atom.right, Side):
            floor, ceiling = self._bounds(atom.right, facts)
            return self._settled((low, high), (floor, ceiling), atom)
        value = next(v for since, before, v in atom.compared() if since <= self.day < before)
        number = value.key if isinstance(value, Length) else value
        if isinstance(value, date):
            number = value.toordinal()
        months, dated = _months(atom.left.fixed_plus), isinstance(value, date)
        bound = int(first_value(number, *months, int(atom.strict), dated, calendar()))
        return self._not(self._below(low, bound)), self._not(self._below(high, bound))

    def _settled(
        self, one: tuple[str | int, str | int], other: tuple[str | int, str | int], atom: Exceeds
    ) -> Answer:
        """Return how two facts compare that are supposed, both."""
        plus = atom.left.fixed_plus or (isinstance(atom.right, Side) and atom.right.fixed_plus)
        numbers = [each for each in (*one, *other) if isinstance(each, int)]
        if plus or len(numbers) != 4:
            raise _TwoFacts
        low, high, floor, ceiling = numbers
        step = int(atom.strict)
        return low >= ceiling + step, high >= floor + step

    def _bounds(self, side: Side, facts: Facts) -> tuple[str | int, str | int]:
        return self._held(*side.raw, facts)

    def _held(self, of: Field, choice: Any, facts: Facts) -> tuple[str | int, str | int]:
        """Return the least and the most of a fact: columns, or numbers where it is supposed."""
        if of.name in facts:
            value = facts[of.name]
            coded = encoding.coded(
                of, value.values[choice] if isinstance(value, ByReading) else value
            )
            return coded.low, coded.high
        if of.over:
            name = self._column(self.layout.series[of.name, choice].name)
            return name, name
        cell = self.layout.cells[of.name, choice]
        low = self._column(cell.low)
        return low, low if cell.high in self.known else self._column(cell.high)

    def _column(self, name: str) -> str:
        if name not in self.columns:
            self.columns.append(name)
        return f"c{self.columns.index(name)}[i]"

    def _below(self, value: str | int, bound: int) -> Sign:
        if isinstance(value, int):
            return value < bound
        if bound not in self.numbers:
            self.numbers.append(bound)
        return self._sign(f"{value} < k{self.numbers.index(bound)}")

    def _has(self, value: str | int, bit: int) -> Sign:
        if isinstance(value, int):
            return bool(value & bit)
        return self._sign(f"({value} & {bit}) != 0")

    def _among(self, of: Field, choice: Any, facts: Facts, ranks: tuple[int, ...]) -> Answer:
        value, _ = self._held(of, choice, facts)
        if isinstance(value, int):
            return value in ranks, value in ranks
        sure: Sign = False
        for rank in ranks:
            sure = self._or(sure, self._sign(f"{value} == {rank}"))
        places: Any = self.layout.series if of.over else self.layout.cells
        place = places[of.name, choice]
        if (place.name if of.over else place.low) in self.known:
            return sure, sure
        return sure, self._or(sure, self._sign(f"{value} < 0"))


def _months(term: Months | None) -> tuple[int, int]:
    if term is None:
        return NO_TERM, 0
    return term.count, int(term.month_end is MonthEnd.FIRST_OF_NEXT)
