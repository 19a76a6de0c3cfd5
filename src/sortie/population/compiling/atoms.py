"""The questions of a book as rows of numbers, which the sweep reads for every person.

Four tables: what a day reaches, what exceeds what, what a list of values holds, and the same over
time. A question that fits none of them stops the build, with the name of its rule.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import numpy as np

from sortie.days import EVER, NEVER, Length, MonthEnd, Months
from sortie.population.compiling.arrays import flat
from sortie.population.compiling.errors import NotCompiled
from sortie.population.compiling.supposing import Program
from sortie.population.records import Layout, encoding
from sortie.rules import Among, Atom, ByReading, Contains, DayReaches, Exceeds, Field, Flag, Side

Rows = np.ndarray[Any, np.dtype[np.int32]]
NO_TERM = -(2**31)

# What each column of a row means, table by table.
REACHES = ("step", "low", "high", "term", "term_end", "plus", "plus_end", "strict", "since",
           "before")  # fmt: skip
EXCEEDS = ("step", "low", "high", "plus", "plus_end", "is_side", "other_low", "other_high",
           "other_plus", "other_plus_end", "strict", "dates", "since", "before")  # fmt: skip
HOLDS = ("step", "low", "high", "values", "contains")
CHANGES = ("step", "series", "values")


@dataclass(frozen=True)
class AtomTables:
    """Every atom of a book, each in the rows of one table."""

    reaches: Rows
    exceeds: Rows
    holds: Rows
    changes: Rows
    days: Rows
    supposed: Rows


def tables_of(program: Program, layout: Layout, supposed: Iterable[int] = ()) -> AtomTables:
    """Return the tables of a program's atoms, and what is supposed as columns of its own.

    ``supposed`` are columns there already: two programs read the same ones.

    Raises:   NotCompiled: a rule asks what no table holds
    """
    place = {name: rank for rank, name in enumerate(layout.numbers)}
    series = {name: rank for rank, name in enumerate(layout.series)}
    found: dict[str, list[Sequence[int]]] = {"reaches": [], "exceeds": [], "holds": [],
                                            "changes": []}  # fmt: skip
    writer = _Rows(program, layout, place, series, list(supposed))
    for step, atom in program.atoms():
        try:
            table, rows = writer.of(step, atom)
        except _Unfit as unfit:
            raise NotCompiled(program.rule_of(step), unfit.found) from None
        found[table] += rows
    for name, columns in (("reaches", REACHES), ("exceeds", EXCEEDS)):
        last = columns.index("before")
        found[name] = [row for row in found[name] if row[last] > program.since.toordinal()]
    days = {day.toordinal() for day in program.law_days}
    days |= {row[REACHES.index("since")] for row in found["reaches"]}
    days |= {row[EXCEEDS.index("since")] for row in found["exceeds"]}
    days -= {EVER.toordinal(), NEVER.toordinal()}
    widths = {"reaches": REACHES, "exceeds": EXCEEDS, "holds": HOLDS, "changes": CHANGES}
    arrays = {
        name: np.array(found[name], dtype=np.int32).reshape(len(found[name]), len(columns))
        for name, columns in widths.items()
    }
    return AtomTables(**arrays, days=flat(sorted(days)), supposed=flat(writer.supposed))


class _Unfit(Exception):
    def __init__(self, found: str) -> None:
        self.found = found


class _Rows:
    """Writes the rows of one atom."""

    def __init__(
        self,
        program: Program,
        layout: Layout,
        place: dict[str, int],
        series: dict[Any, int],
        supposed: list[int],
    ) -> None:
        self.program, self.layout, self.place, self.series = program, layout, place, series
        self.supposed = supposed

    def of(self, step: int, atom: Atom) -> tuple[str, list[Sequence[int]]]:
        """Return the table of an atom and its rows."""
        match atom:
            case DayReaches():
                return "reaches", list(self._reaches(step, atom))
            case Exceeds():
                return "exceeds", list(self._exceeds(step, atom))
            case Flag() | Among() if atom.field.over and not atom.field.plural:
                rank = self.series[atom.field.name, atom.choice]
                return "changes", [(step, rank, _values(atom))]
            case Flag() | Among() if not atom.field.plural:
                low, high = self._columns(step, atom.field, atom.choice)
                return "holds", [(step, low, high, _values(atom), 0)]
            case Contains() if not atom.field.over:
                low, high = self._columns(step, atom.field, atom.choice)
                return "holds", [(step, low, high, 1 << _rank(atom.value), 1)]
            case _:
                raise _Unfit(f"{type(atom).__name__} of {atom.looks_at()[0][0].name}")

    def _columns(self, step: int, field: Field, choice: Any) -> tuple[int, int]:
        facts = self.program.facts_of(step)
        if field.name in facts:
            value = facts[field.name]
            one = value.values[choice] if isinstance(value, ByReading) else value
            coded = encoding.coded(field, one)
            return self._column(coded.low), self._column(coded.high)
        cell = self.layout.cells[field.name, choice]
        return self.place[cell.low], self.place[cell.high]

    def _column(self, number: int) -> int:
        """Return a column that holds one number for everybody, after those of the records."""
        if number not in self.supposed:
            self.supposed.append(number)
        return len(self.place) + self.supposed.index(number)

    def _reaches(self, step: int, atom: DayReaches) -> Iterator[Sequence[int]]:
        low, high = self._columns(step, *atom.side.raw)
        for since, before, term, side in atom.versions():
            yield (step, low, high, *_months(term), *_months(side.fixed_plus), int(atom.strict),
                   since.toordinal(), before.toordinal())  # fmt: skip

    def _exceeds(self, step: int, atom: Exceeds) -> Iterator[Sequence[int]]:
        low, high = self._columns(step, *atom.left.raw)
        start = (step, low, high, *_months(atom.left.fixed_plus))
        dated = int(atom.left.field.kind is date)
        if isinstance(atom.right, Side):
            other = self._columns(step, *atom.right.raw)
            yield (*start, 1, *other, *_months(atom.right.fixed_plus), int(atom.strict), dated,
                   EVER.toordinal(), NEVER.toordinal())  # fmt: skip
            return
        for since, before, value in atom.compared():
            number = _fixed(value)
            yield (*start, 0, number, number, *_months(None), int(atom.strict), dated,
                   since.toordinal(), before.toordinal())  # fmt: skip


def _months(term: Months | None) -> tuple[int, int]:
    if term is None:
        return NO_TERM, 0
    return term.count, int(term.month_end is MonthEnd.FIRST_OF_NEXT)


def _values(atom: Flag | Among) -> int:
    if isinstance(atom, Flag):
        return 0b10
    return sum(1 << _rank(member) for member in atom.values)


def _rank(member: Enum) -> int:
    rank = list(type(member)).index(member)
    if rank > 30:
        raise _Unfit(f"a closed list of more than 31 values, {type(member).__name__}")
    return rank


def _fixed(value: Any) -> int:
    if isinstance(value, date):
        return value.toordinal()
    return value.key if isinstance(value, Length) else int(value)
