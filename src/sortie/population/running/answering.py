"""One pure function from a batch of records to a batch of spans: what every engine runs.

A row is a run of days of one person and one route with one outcome, decided by the same rules. The
rules that decided are two words, a bit a rule below the route: those that are not closed, and those
that are not open; ``reason`` tells them by name.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from threading import local
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
import pyarrow as pa

from sortie.days import EVER
from sortie.population.compiling import Compiled
from sortie.population.running.block import run
from sortie.population.running.months import calendar
from sortie.population.running.people import Out, Scratch, out_for, people_of, scratch_for
from sortie.population.running.plainly import OUTCOMES, Row, rows_of
from sortie.rules import Outcome

FORMAT = "sortie/spans@1"
_ROWS_A_PERSON, _LEAST_ROOM = 24, 64 * 64
_NEARLY_ALL = 0.85
_TO_1970 = date(1970, 1, 1).toordinal()
_WORDS = pa.dictionary(pa.int8(), pa.string())
_COLUMNS = ("person", "route", "since", "before", "outcome", "not_closed", "not_open")
_OWN = local()

SCHEMA = pa.schema(
    [
        ("person", pa.string()),
        ("route", _WORDS),
        ("since", pa.date32()),
        ("before", pa.date32()),
        ("outcome", _WORDS),
        ("not_closed", pa.int64()),
        ("not_open", pa.int64()),
    ],
    metadata={"sortie.format": FORMAT},
)


def spans(compiled: Compiled, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Return the spans of a batch of records, people in order, routes in the order asked.

    The trap: ``before`` is the first day after a span. A person whose days or unknowns are too
    many for a word is answered by the plain evaluator, to the same rows.

    Units:    days since 1 January 1970, as Arrow counts them
    """
    columns, left_out = kernel_alone(compiled, batch)
    columns = _with_others(compiled, batch, columns, np.flatnonzero(left_out))
    outcome, route = columns.pop("outcome"), columns.pop("route")
    since, before = columns.pop("since"), columns.pop("before")
    names = [each.rule_id for each in compiled.routes]
    return pa.RecordBatch.from_arrays(
        [
            batch.column("person").take(pa.array(columns.pop("person"))),
            _words(route, names),
            pa.array(since - _TO_1970, pa.int32()).view(pa.date32()),
            pa.array(before - _TO_1970, pa.int32()).view(pa.date32()),
            _words(outcome, [str(each.value) for each in OUTCOMES]),
            pa.array(columns["not_closed"].view(np.int64)),
            pa.array(columns["not_open"].view(np.int64)),
        ],
        schema=SCHEMA,
    )


def _words(codes: Any, words: list[str]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int8()), pa.array(words))


def kernel_alone(
    compiled: Compiled, batch: pa.RecordBatch, room: int = 0
) -> tuple[dict[str, Any], Any]:
    """Return the columns that the kernel itself writes, and which people it leaves out.

    ``room`` is how many rows it has at once; it goes on where it stopped for want of them.
    """
    left_out = np.zeros(batch.num_rows, dtype=np.bool_)
    since = batch.column("since").to_numpy()
    lasting = compiled.lasting(_most_begin_after(compiled, since))
    recent = since >= lasting.program.since.toordinal()
    parts = list(_run(lasting, batch, recent, left_out, room))
    if not recent.all():
        parts += _run(compiled, batch, ~recent, left_out, room)
    columns = {name: np.concatenate([part[name] for part in parts]) for name in _COLUMNS}
    if not recent.all():
        order = np.argsort(columns["person"], kind="stable")
        columns = {name: column[order] for name, column in columns.items()}
    return columns, left_out


def _most_begin_after(compiled: Compiled, since: Any) -> date:
    """Return the last day on which the law changed before the custody of nearly everybody."""
    if not len(since):
        return EVER
    nearly_all = int(np.quantile(since, 1 - _NEARLY_ALL, method="lower"))
    days = [day for day in compiled.program.law_days if day > EVER]
    return max((day for day in days if day.toordinal() <= nearly_all), default=EVER)


def _run(
    compiled: Compiled, batch: pa.RecordBatch, asked: Any, left_out: Any, room: int
) -> Iterator[dict[str, Any]]:
    """Yield the rows of the people asked, as many parts as there is room for."""
    scratch, people = _scratch(compiled), people_of(compiled, batch, asked)
    begin, rows = 0, room or max(_LEAST_ROOM, int(asked.sum()) * _ROWS_A_PERSON)
    while True:
        out = out_for(batch.num_rows, rows)
        stopped = run(compiled.tables, calendar(), people, scratch, out, begin)
        if stopped == begin < batch.num_rows:
            rows *= 2  # not one block of people found room
            continue
        left_out |= out.left_out
        yield _rows(out)
        begin = stopped
        if begin == batch.num_rows:
            return


def _scratch(compiled: Compiled) -> Scratch:
    """Return the working memory of this thread."""
    held: WeakKeyDictionary[Compiled, Scratch]
    held = _OWN.__dict__.setdefault("scratch", WeakKeyDictionary())
    if compiled not in held:
        held[compiled] = scratch_for(compiled)
    return held[compiled]


def _rows(out: Out) -> dict[str, Any]:
    return {name: getattr(out, name)[: out.rows[0]] for name in _COLUMNS}


def _with_others(
    compiled: Compiled, batch: pa.RecordBatch, columns: dict[str, Any], others: Any
) -> dict[str, Any]:
    if not len(others):
        return columns
    found: list[tuple[int, Row]] = []
    since, before = batch.column("since"), batch.column("before")
    for place in others.tolist():
        record = compiled.layout.record(batch, place)
        rows = rows_of(compiled, record, since[place].as_py(), before[place].as_py())
        found += [(place, row) for row in rows]
    added = np.array([(place, *row) for place, row in found], dtype=np.uint64).reshape(-1, 7)
    whole = {
        name: np.concatenate([columns[name], added[:, rank].astype(columns[name].dtype)])
        for rank, name in enumerate(columns)
    }
    order = np.argsort(whole["person"], kind="stable")
    return {name: column[order] for name, column in whole.items()}


def reason(
    compiled: Compiled, route: str, not_closed: int, not_open: int
) -> Iterator[tuple[str, Outcome]]:
    """Yield the rules that decided a span, each with its answer, the route itself first."""
    names: Mapping[str, tuple[str, ...]] = {r.rule_id: r.names for r in compiled.routes}
    for rank, name in enumerate(names[route]):
        may, fails = not_closed >> rank & 1, not_open >> rank & 1
        if may and fails:
            yield name, Outcome.UNDETERMINED
        elif may or fails:
            yield name, Outcome.OPEN if may else Outcome.CLOSED
