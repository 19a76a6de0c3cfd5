"""A batch of records as the kernel reads it, and the rows that it writes."""

from collections import namedtuple
from typing import Any

import numpy as np
import pyarrow as pa

from sortie.population.compiling import Compiled
from sortie.population.running.blocks.sweep import MOST_STRETCHES

People = namedtuple("People", "numbers first days values since before")
Scratch = namedtuple(
    "Scratch",
    "who n cuts turns A S M W N R O E T V turns_of edges asked first many "
    "row_since row_before row_outcome row_words doubt wanted whole "
    "CA CS CM CW cells cell_of counts used owner offset goes_on "
    "matters tries bounds bound_of left end",
)
Out = namedtuple("Out", "person route since before outcome not_closed not_open rows")
PEOPLE = 64


def people_of(compiled: Compiled, batch: pa.RecordBatch) -> People:
    """Return the columns of a batch, a row a column, a column a person; unread ones are not filled.

    ``first``: for each series and person, its first change; one more ends those of the last.
    """
    layout, supposed = compiled.layout, compiled.tables.supposed
    known, count = len(layout.numbers), batch.num_rows
    numbers = np.empty((known + len(supposed), count), dtype=np.int32)
    numbers[known:] = supposed[:, np.newaxis]
    for place, name in enumerate(layout.numbers):
        if place in compiled.looked_at:
            numbers[place] = _flat(batch.column(name))
    first = np.empty((len(layout.series), count + 1), dtype=np.int32)
    days, values, begun = [], [], 0
    for place, series in enumerate(layout.series.values()):
        column = batch.column(series.name)
        offsets = column.offsets.to_numpy()
        np.add(offsets, begun - offsets[0], out=first[place])
        changes = column.flatten()
        days.append(_flat(changes.field("since")))
        values.append(_flat(changes.field("is")))
        begun += len(changes)
    since, before = _flat(batch.column("since")), _flat(batch.column("before"))
    return People(numbers, first, _joined(days), _joined(values), since, before)


def alike(compiled: Compiled) -> Any:
    """Return the column of a person of whom there is only what is supposed of everybody."""
    known = np.zeros(len(compiled.layout.numbers), dtype=np.int32)
    return np.concatenate([known, compiled.tables.supposed])


def _flat(column: pa.Array) -> Any:
    return column.to_numpy(zero_copy_only=True)


def _joined(parts: list[Any]) -> Any:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int32)


def scratch_for(compiled: Compiled) -> Scratch:
    """Return the working memory of one thread."""
    steps, tables = len(compiled.program.steps), compiled.tables
    windows, unknowns, looks = len(tables.windows), len(tables.variables), len(tables.looks)
    # One person more is laid out while a block of words is left; who needs more is left out.
    told, columns, cells = _most_told(tables), PEOPLE, 2 * PEOPLE
    rows = len(tables.routes) * columns * (MOST_STRETCHES + 1)
    return Scratch(
        who=_ints(columns), n=_ints(columns), cuts=_ints(columns, MOST_STRETCHES + 1),
        turns=_ints(len(tables.reaches), 2, columns), A=_words(columns),
        S=_words(steps, columns), M=_words(steps, columns), W=_words(windows, columns),
        N=_words(steps, columns), R=_words(compiled.rows, columns), O=_words(steps, columns),
        E=_words(compiled.edges, columns), T=_words(told, columns), V=_words(told, columns),
        turns_of=_words(columns, 2, MOST_STRETCHES + 1), edges=_words(columns),
        asked=np.zeros(columns, dtype=np.bool_), first=_ints(len(tables.routes), columns),
        many=_ints(len(tables.routes), columns), row_since=_ints(rows), row_before=_ints(rows),
        row_outcome=np.zeros(rows, dtype=np.int8), row_words=_words(2, rows),
        doubt=_words(columns), wanted=_words(cells), whole=_words(cells),
        CA=_words(cells), CS=_words(steps, cells), CM=_words(steps, cells),
        CW=_words(windows, cells), cells=_words(cells, MOST_STRETCHES),
        cell_of=_ints(cells, MOST_STRETCHES),
        counts=_ints(cells, MOST_STRETCHES), used=_ints(cells), owner=_ints(cells),
        matters=_words(unknowns),
        tries=np.ones((cells + 1, MOST_STRETCHES + 1, unknowns), dtype=np.int8),
        bounds=_ints(unknowns, looks + 2), bound_of=_ints(looks),
        offset=_ints(cells), goes_on=np.zeros(cells, dtype=np.bool_),
        left=_words(columns), end=_ints(columns),
    )  # fmt: skip


def _most_told(tables: Any) -> int:
    return max([1, *(int(stop - start) for _, start, stop, _, _ in tables.routes)])


def out_for(rows: int) -> Out:
    """Return room for so many rows."""
    return Out(
        person=_ints(rows), route=np.zeros(rows, dtype=np.int8), since=_ints(rows),
        before=_ints(rows), outcome=np.zeros(rows, dtype=np.int8), not_closed=_words(rows),
        not_open=_words(rows), rows=_ints(1),
    )  # fmt: skip


def more(out: Out) -> Out:
    """Return the same rows in twice the room."""
    wider = out_for(2 * len(out.since))
    for name in out._fields:
        written = getattr(out, name)
        getattr(wider, name)[: len(written)] = written
    return wider


def _ints(*shape: int) -> Any:
    return np.zeros(shape, dtype=np.int32)


def _words(*shape: int) -> Any:
    return np.zeros(shape, dtype=np.uint64)
