"""The unknowns that are tried value by value, as tables: their atoms, and what each value says."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from sortie.population.compiling.arrays import table
from sortie.population.compiling.atoms import AtomTables
from sortie.population.compiling.supposing import Program
from sortie.population.compiling.variables import Key, Tried
from sortie.rules import Among, DayReaches, Exceeds

LISTED, ORDERED, PAIR = 0, 1, 2
_REACHES, _EXCEEDS = 0, 1


class Trials(NamedTuple):
    """``variables``: kind, its rows of ``looks``, its rows of ``truths``.

    ``looks``: step, table, row, side. ``truths``: for each value of a closed list, a bit an atom.
    ``crossings``: a row of ``exceeds`` and one of ``reaches`` on one date, and the side it is.
    """

    variables: Any
    looks: Any
    truths: Any
    crossings: Any


def trials(program: Program, atoms: AtomTables, unknowns: Tried) -> Trials:
    """Return the tables of the unknowns of a program."""
    made = _Tables(program, atoms)
    for key, steps in unknowns.steps_of.items():
        made.add(key, steps)
    return Trials(
        table(made.variables, 5),
        table(made.looks, 4),
        np.array(made.truths or [0], dtype=np.uint64),
        table(list(_crossings(atoms)), 3),
    )


class _Tables:
    def __init__(self, program: Program, atoms: AtomTables) -> None:
        self.program, self.atoms = program, atoms
        self.variables: list[tuple[int, int, int, int, int]] = []
        self.looks: list[tuple[int, int, int, int]] = []
        self.truths: list[int] = []
        self._paired: set[int] = set()

    def add(self, key: Key, steps: tuple[int, ...]) -> None:
        """Add one unknown, and an unknown of its own for each pair of facts compared."""
        first = self.program.steps[steps[0]][1]
        begin = len(self.looks)
        if isinstance(first, DayReaches | Exceeds):
            for step in steps:
                self.looks += self._ordered(step, key)
            self._close(ORDERED, begin)
            for step in steps:
                self._pair(step)
            return
        self.looks += [(step, 0, 0, 0) for step in steps]
        truths = self._truths(steps)
        start = len(self.truths)
        self.truths += truths
        self.variables.append((LISTED, begin, len(self.looks), start, start + len(truths)))

    def _close(self, kind: int, begin: int) -> None:
        self.variables.append((kind, begin, len(self.looks), 0, 0))

    def _ordered(self, step: int, key: Key) -> Iterator[tuple[int, int, int, int]]:
        atom = self.program.steps[step][1]
        if isinstance(atom, DayReaches):
            for row in np.flatnonzero(self.atoms.reaches[:, 0] == step):
                yield step, _REACHES, int(row), 0
            return
        right = int((atom.left.field.name, atom.left.choice) != key[:2])
        for row in np.flatnonzero(self.atoms.exceeds[:, 0] == step):
            yield step, _EXCEEDS, int(row), right

    def _pair(self, step: int) -> None:
        rows = np.flatnonzero((self.atoms.exceeds[:, 0] == step) & (self.atoms.exceeds[:, 5] == 1))
        if len(rows) and step not in self._paired:
            self._paired.add(step)
            begin = len(self.looks)
            self.looks.append((step, _EXCEEDS, int(rows[0]), 0))
            self._close(PAIR, begin)

    def _truths(self, steps: tuple[int, ...]) -> list[int]:
        """Return what the values say, a bit an atom, values that say the same taken once."""
        atoms = [self.program.steps[step][1] for step in steps]
        if not all(isinstance(atom, Among) for atom in atoms):
            return [0b1, 0b0]
        said = (
            sum((member in atom.values) << rank for rank, atom in enumerate(atoms))
            for member in atoms[0].field.members
        )
        return list(dict.fromkeys(said))


def _crossings(atoms: AtomTables) -> Iterator[tuple[int, int, int]]:
    """Yield the comparisons that set a fixed bound on a date, with the moving bounds on it."""
    for row, e in enumerate(atoms.exceeds):
        if not e[11]:
            continue
        for side, column in ((0, 1), (1, 6)):
            if side and not e[5]:
                continue
            for other, r in enumerate(atoms.reaches):
                if r[1] == e[column]:
                    yield row, other, side
