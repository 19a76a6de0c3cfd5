"""A batch of records as the kernel reads it, and the rows that it writes."""

from collections import namedtuple
from typing import Any

import numpy as np
import pyarrow as pa

from sortie.population.compiling import Compiled
from sortie.population.running.sweep import MOST_STRETCHES

People = namedtuple("People", "numbers last days values since before")
Scratch = namedtuple(
    "Scratch",
    "who n cuts turns A S M W N R O E T V turns_of edges asked first many "
    "row_since row_before row_outcome row_words doubt wanted whole "
    "CA CS CM CW cells cell_of counts used owner matters tries bounds bound_of",
)
Out = namedtuple("Out", "person route since before outcome not_closed not_open rows left_out")
PEOPLE = 64


def people_of(compiled: Compiled, batch: pa.RecordBatch, asked: Any = None) -> People:
    """Return the columns of a batch, a row a column, a column a person.

    Of a person who is not ``asked``, no day is: the custody ends before it begins.
    """
    layout, supposed = compiled.layout, compiled.tables.supposed
    known = len(layout.numbers)
    numbers = np.empty((known + len(supposed), batch.num_rows), dtype=np.int32)
    numbers[known:] = supposed[:, np.newaxis]
    for place, name in enumerate(layout.numbers):
        numbers[place] = _flat(batch.column(name))
    last = np.empty((batch.num_rows, len(layout.series), 2), dtype=np.int32)
    days, values, begun = [], [], 0
    for place, series in enumerate(layout.series.values()):
        column = batch.column(series.name)
        offsets = column.offsets.to_numpy()
        first = offsets[0]
        last[:, place, 0] = offsets[:-1] - first + begun
        last[:, place, 1] = offsets[1:] - first + begun
        changes = column.flatten()
        days.append(_flat(changes.field("since")))
        values.append(_flat(changes.field("is")))
        begun += len(changes)
    since, before = _flat(batch.column("since")), _flat(batch.column("before"))
    if asked is not None:
        before = np.where(asked, before, 0)
    return People(numbers, last, _joined(days), _joined(values), since, before)


def _flat(column: pa.Array) -> Any:
    return column.to_numpy(zero_copy_only=True)


def _joined(parts: list[Any]) -> Any:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int32)


def scratch_for(compiled: Compiled) -> Scratch:
    """Return the working memory of one thread."""
    steps, tables = len(compiled.program.steps), compiled.tables
    windows, unknowns, looks = len(tables.windows), len(tables.variables), len(tables.looks)
    told, columns = _most_told(tables), PEOPLE
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
        doubt=_words(columns), wanted=_words(columns), whole=_words(columns),
        CA=_words(columns), CS=_words(steps, columns), CM=_words(steps, columns),
        CW=_words(windows, columns), cells=_words(columns, MOST_STRETCHES),
        cell_of=_ints(columns, MOST_STRETCHES),
        counts=_ints(columns, MOST_STRETCHES), used=_ints(columns), owner=_ints(columns),
        matters=_words(unknowns),
        tries=np.ones((columns + 1, MOST_STRETCHES + 1, unknowns), dtype=np.int8),
        bounds=_ints(unknowns, looks + 2), bound_of=_ints(looks),
    )  # fmt: skip


def _most_told(tables: Any) -> int:
    return max([1, *(int(stop - start) for _, start, stop, _, _ in tables.routes)])


def out_for(people: int, rows: int) -> Out:
    """Return room for the rows of so many people."""
    return Out(
        person=_ints(rows), route=np.zeros(rows, dtype=np.int8), since=_ints(rows),
        before=_ints(rows), outcome=np.zeros(rows, dtype=np.int8), not_closed=_words(rows),
        not_open=_words(rows), rows=_ints(1), left_out=np.zeros(people, dtype=np.bool_),
    )  # fmt: skip


def _ints(*shape: int) -> Any:
    return np.zeros(shape, dtype=np.int32)


def _words(*shape: int) -> Any:
    return np.zeros(shape, dtype=np.uint64)
