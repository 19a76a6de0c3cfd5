"""A book compiled: the gates and the tables that the kernel runs, for some routes.

Nothing is compiled again when the law changes: the kernel is one, the law is what it reads.
"""

from collections import namedtuple
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from sortie.days import EVER
from sortie.population.compiling import gates, routes
from sortie.population.compiling.arrays import flat, table
from sortie.population.compiling.atoms import AtomTables, tables_of
from sortie.population.compiling.patterns import patterns
from sortie.population.compiling.supposing import Facts, Program, supposing
from sortie.population.compiling.trials import trials
from sortie.population.compiling.variables import Tried, tried
from sortie.population.records import Layout
from sortie.rules import Book, Op

Tables = namedtuple(
    "Tables",
    "reaches exceeds holds changes days supposed windows cleared crossings gates deciding rules "
    "inexact is_inexact leaves every_window variables looks truths "
    "routes told links in_force route_windows patterns",
)


@dataclass(frozen=True, eq=False)
class Compiled:
    """The rules of a book as gates and tables, for some routes.

    ``routes`` tells what the bits of a reason mean; ``lines`` are the gates as they are run.
    """

    program: Program
    layout: Layout
    routes: tuple[routes.Below, ...]
    tables: Tables
    lines: tuple[gates.Line, ...]
    edges: int
    rows: int
    shorter: dict[date, "Compiled"] = field(default_factory=dict)

    @cached_property
    def supposed(self) -> tuple[Facts, ...]:
        """What is supposed of each route."""
        return tuple(self.program.facts_supposed(route.rule_id) for route in self.routes)

    @cached_property
    def looked_at(self) -> frozenset[int]:
        """The columns of whole numbers that a question looks at."""
        tables, found = self.tables, set[int]()
        found.update(tables.reaches[:, 1:3].flat, tables.exceeds[:, 1:3].flat)
        found.update(tables.exceeds[tables.exceeds[:, 5] == 1][:, 6:8].flat)
        found.update(tables.holds[:, 1:3].flat)
        return frozenset(map(int, found))

    def lasting(self, since: date) -> "Compiled":
        """Return the same, without the versions that ended before a day: faster, and no other."""
        if since not in self.shorter:
            program = self.program
            made = compiled(program.book, self.layout, program.asked, self, since)
            return self.shorter.setdefault(since, made)
        return self.shorter[since]


def compiled(
    book: Book,
    layout: Layout,
    asked: Mapping[str, Facts],
    whole: "Compiled | None" = None,
    since: date = EVER,
) -> Compiled:
    """Return a book compiled for some routes, each under what is supposed of it.

    ``Compiled.lasting`` asks for what serves people whose custody began on a day or later.

    Raises:   NotCompiled: a rule asks what the kernel has no form for
              UnknownRule: a route that the book does not have
    """
    program = supposing(book, asked, since)
    supposed = whole.tables.supposed.tolist() if whole else ()
    unknowns, atoms = tried(program), tables_of(program, layout, supposed)
    known = {route.rule_id: route for route in whole.routes} if whole else {}
    found = tuple(routes.below(program, rule_id, known.get(rule_id)) for rule_id in asked)
    deciding = gates.Deciding(program, unknowns)
    answering, decided = tuple(gates.answering(program)), tuple(deciding.lines())
    made = Tables(
        **_atoms(program, atoms),
        **_gates(program, answering, decided, unknowns),
        **trials(program, atoms, unknowns)._asdict(),
        **routes.tables(program, found, deciding.edges),
        patterns=patterns(program, atoms, len(layout.numbers)),
    )
    edges = len(deciding.edges)
    lines = (*answering, *decided)
    return Compiled(program, layout, found, made, lines, edges, deciding.rows)


def _atoms(program: Program, atoms: AtomTables) -> dict[str, Any]:
    within = [(w.since.toordinal(), w.before.toordinal()) for w in program.windows]
    cleared = sorted({int(row[0]) for table in (atoms.reaches, atoms.exceeds) for row in table})
    return {
        "reaches": atoms.reaches,
        "exceeds": atoms.exceeds,
        "holds": atoms.holds,
        "changes": atoms.changes,
        "days": atoms.days,
        "supposed": atoms.supposed,
        "windows": table(within, 2),
        "every_window": flat(range(len(within))),
        "cleared": flat(cleared),
        "leaves": flat(_steps(program, Op.ATOM)),
    }


def _gates(
    program: Program,
    answering: Sequence[gates.Line],
    decided: Sequence[gates.Line],
    unknowns: Tried,
) -> dict[str, Any]:
    return {
        "gates": _lines(answering),
        "deciding": _lines(decided),
        "rules": table([(step, _told(program, step)) for step in _steps(program, Op.RULE)], 2),
        "inexact": flat(np.flatnonzero(unknowns.inexact)),
        "is_inexact": np.array(unknowns.inexact, dtype=np.bool_),
    }


def _steps(program: Program, wanted: Op) -> list[int]:
    return [step for step, (op, _) in enumerate(program.steps) if op is wanted]


def _told(program: Program, step: int) -> bool:
    """Whether it is a reason that no version is in force: not of a rule that is switched off."""
    return bool(program.book[program.steps[step][1][0]].applies)


def _lines(lines: Sequence[gates.Line]) -> Any:
    rows = np.zeros((len(lines), 6), dtype=np.int32)
    for rank, line in enumerate(lines):
        rows[rank, 0] = line.gate
        rows[rank, 1 : 1 + len(line.operands)] = line.operands
    return rows
