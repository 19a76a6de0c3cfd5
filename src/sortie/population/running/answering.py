"""One pure function from a batch of records to a batch of spans: what every engine runs.

A row is a run of days of one person and one route with one outcome, decided by the same rules. The
rules that decided are two words, a bit a rule below the route: those that are not closed, and those
that are not open; ``reason`` tells them by name.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from sortie.days import EVER
from sortie.population.compiling import Compiled
from sortie.population.running.people import Out, out_for, people_of
from sortie.population.running.plainly import OUTCOMES, Row, rows_of
from sortie.population.running.thread import own
from sortie.rules import Outcome

FORMAT = "sortie/spans@1"
_ROWS_A_PERSON, _LEAST_ROOM = 24, 64 * 64
_NEARLY_ALL = 0.85
_TO_1970 = date(1970, 1, 1).toordinal()
_WORDS = pa.dictionary(pa.int8(), pa.string())
_COLUMNS = ("person", "route", "since", "before", "outcome", "not_closed", "not_open")

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
    columns = _with_others(compiled, batch, columns, left_out)
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
    """Return the columns that the kernel itself writes, and the places of people it leaves out.

    ``room`` is how many rows it has at once; it goes on where it stopped for want of them.
    """
    people = people_of(compiled, batch)
    programs = compiled, compiled.lasting(_most_begin_after(compiled, people.since))
    room = room or max(_LEAST_ROOM, batch.num_rows * _ROWS_A_PERSON)
    parts = list(own(compiled).rows(programs, people, room))
    if not parts:
        parts = [(out_for(0), np.empty(0, dtype=np.int64))]
    left_out = np.concatenate([left for _, left in parts])
    return {name: _joined([part for part, _ in parts], name) for name in _COLUMNS}, left_out


def _joined(parts: list[Out], name: str) -> Any:
    written = [getattr(out, name)[: out.rows[0]] for out in parts]
    return written[0] if len(written) == 1 else np.concatenate(written)


def _most_begin_after(compiled: Compiled, since: Any) -> date:
    """Return the last day on which the law changed before the custody of nearly everybody."""
    if not len(since):
        return EVER
    nearly_all = int(np.quantile(since, 1 - _NEARLY_ALL, method="lower"))
    days = [day for day in compiled.program.law_days if day > EVER]
    return max((day for day in days if day.toordinal() <= nearly_all), default=EVER)


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
