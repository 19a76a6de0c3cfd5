"""Patterns: what all questions of a book say on one stretch of days, as a few words of bits.

Two bits a question, side by side: that it may hold, and above it that it surely does. Questions on
one fact lie in one word, so that a value of the fact is a single mask. On two stretches with the
same pattern every rule says the same, unless an unknown date has to be tried value by value.
"""

from collections import namedtuple
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from sortie.population.compiling.arrays import flat, table
from sortie.population.compiling.atoms import AtomTables
from sortie.population.compiling.supposing import Program
from sortie.rules import Op

BITS, VALUES = 64, 33  # of a word; of a closed list, its unknown first
PROGRAM = 8  # bits: the lowest of the first word tell programs apart
_A_WORD_OF_QUESTIONS = BITS // 2

Patterns = namedtuple(
    "Patterns",
    "base slots windows reaches exceeds fixed contained listed changing said days law",
)
Patterns.__doc__ = """Where everything lies in a pattern, and what moves it.

``base``: a word each, what is supposed of everybody. ``slots``, ``windows``: the word and the shift
of every question, of every window. ``reaches``, ``exceeds``: their rows, word and shift after them;
in ``reaches`` also whether a row differs from the one above by its fact alone. ``fixed``: how many
of each, the first, look at what is supposed and are the same of everybody. ``contained``: the least
and the most, the value, word and shift. ``listed``: a column, a word, a row of ``said``;
``changing``: a series, a word, a row of ``said``. ``said``: for each value, the unknown first, what
it says. ``days``, ``law``: the days on which something turns for everybody, and the words before
the first and from each of them on.
"""


def patterns(program: Program, atoms: AtomTables, known: int) -> Patterns:
    """Return how the questions of a program are laid out; the first columns are the records'."""
    made = _Laid(program, atoms, known)
    listed = made.groups(atoms.holds[atoms.holds[:, 4] == 0][:, [0, 1, 3]])
    changing = made.groups(atoms.changes)
    slots = [made.slot(step) for step, (op, _) in enumerate(program.steps) if op is Op.ATOM]
    windows = [made.room.place(1) for _ in program.windows]
    contained = [
        (low, high, values, *made.slot(step))
        for step, low, high, values, contains in atoms.holds.tolist()
        if contains
    ]
    reaches = made.with_runs(made.with_slots(atoms.reaches))
    exceeds = made.with_slots(atoms.exceeds)
    days, law = _law(program, windows, made.room.words)
    return Patterns(
        base=made.base(listed, contained),
        slots=table(slots, 2),
        windows=table(windows, 2),
        reaches=reaches,
        exceeds=exceeds,
        fixed=flat(np.sum(rows[:, 1] >= known) for rows in (reaches, exceeds)),
        contained=table([row for row in contained if row[0] < known], 5),
        listed=table([row for row in listed if row[0] < known], 3),
        changing=table(changing, 3),
        said=np.array(made.said or [[0] * VALUES], dtype=np.uint64),
        days=flat(days),
        law=law,
    )


class _Room:
    """Words of bits, filled from below; what belongs together lies in one word."""

    def __init__(self) -> None:
        self.filled = [PROGRAM]

    @property
    def words(self) -> int:
        return len(self.filled)

    def place(self, bits: int) -> tuple[int, int]:
        """Return the word and the shift of so many bits."""
        for word, filled in enumerate(self.filled):
            if filled + bits <= BITS:
                self.filled[word] += bits
                return word, filled
        self.filled.append(bits)
        return self.words - 1, 0


class _Laid:
    def __init__(self, program: Program, atoms: AtomTables, known: int) -> None:
        self.program, self.atoms, self.known = program, atoms, known
        self.room = _Room()
        self.said: list[list[int]] = []
        self._slots: dict[int, tuple[int, int]] = {}

    def slot(self, step: int) -> tuple[int, int]:
        """Return the word and the shift of a question."""
        if step not in self._slots:
            self._slots[step] = self.room.place(2)
        return self._slots[step]

    def with_slots(self, rows: Any) -> Any:
        """Return the rows of a table, each with its word and its shift; the fixed ones first."""
        slots = table([self.slot(step) for step in rows[:, 0].tolist()], 2)
        whole = np.concatenate([rows, slots], axis=1)
        return np.ascontiguousarray(whole[np.argsort(rows[:, 1] < self.known, kind="stable")])

    def with_runs(self, reaches: Any) -> Any:
        """Return the rows, each noted that differs from the one above by its fact alone."""
        terms = reaches[:, 3:11]  # the term, what is added, the window, the word
        alike = np.zeros((len(reaches), 1), dtype=np.int32)
        alike[1:, 0] = np.all(terms[1:] == terms[:-1], axis=1)
        return np.ascontiguousarray(np.concatenate([reaches, alike], axis=1))

    def groups(self, rows: Any) -> list[tuple[int, int, int]]:
        """Return a column, a word and a row of ``said`` for the questions on each column."""
        found: list[tuple[int, int, int]] = []
        of_column: dict[int, list[tuple[int, int]]] = {}
        for step, column, values in rows.tolist():
            of_column.setdefault(column, []).append((step, values))
        for column, asked in of_column.items():
            for first in range(0, len(asked), _A_WORD_OF_QUESTIONS):
                some = asked[first : first + _A_WORD_OF_QUESTIONS]
                word, shift = self.room.place(2 * len(some))
                for rank, (step, _) in enumerate(some):
                    self._slots[step] = word, shift + 2 * rank
                found.append((column, word, len(self.said)))
                self.said.append([_said(some, shift, value) for value in range(-1, VALUES - 1)])
        return found

    def base(
        self, listed: Iterable[tuple[int, int, int]], contained: Iterable[tuple[int, ...]]
    ) -> Any:
        """Return what the facts that are supposed say, the same of everybody."""
        words, supposed = [0] * self.room.words, self.atoms.supposed.tolist()
        for column, word, row in listed:
            if column >= self.known:
                words[word] |= self.said[row][supposed[column - self.known] + 1]
        for low, high, values, word, shift in contained:
            if low >= self.known:
                words[word] |= bool(supposed[high - self.known] & values) << shift
                words[word] |= bool(supposed[low - self.known] & values) << shift + 1
        return np.array(words, dtype=np.uint64)


def _said(asked: Sequence[tuple[int, int]], shift: int, value: int) -> int:
    """Return the mask of one value; of the unknown, that each question may hold."""
    if value < 0:
        return sum(0b01 << shift + 2 * rank for rank in range(len(asked)))
    return sum(0b11 << shift + 2 * rank for rank, (_, yes) in enumerate(asked) if yes >> value & 1)


def _law(program: Program, windows: Sequence[tuple[int, int]], words: int) -> tuple[list[int], Any]:
    """Return the days on which windows turn, and all words before them and from each of them on."""
    spans = [(window.since.toordinal(), window.before.toordinal()) for window in program.windows]
    days = sorted({day for span in spans for day in span})
    rows = np.zeros((len(days) + 1, words), dtype=np.uint64)
    for (since, before), (word, shift) in zip(spans, windows, strict=True):
        for rank, day in enumerate(days):
            if since <= day < before:
                rows[rank + 1, word] |= np.uint64(1 << shift)
    return days, rows
