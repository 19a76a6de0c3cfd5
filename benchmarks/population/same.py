"""The same spans, or nothing is measured: every engine's rows brought to one form and compared."""

from typing import Any

import numpy as np
import pyarrow as pa

from benchmarks.population.by_hand import Looked
from benchmarks.population.by_hand_kernel import Rows
from sortie.population.compiling import Compiled

COLUMNS = ("person", "route", "since", "before", "outcome", "not_closed", "not_open")
_EPOCH = 719_163


class AnswersDiffer(Exception):
    """Two engines answer differently: the row and what each says of it."""


def of_ours(parts: list[pa.RecordBatch], people: list[int]) -> Any:
    """Return our rows as numbers, people counted from the first batch on."""
    found = []
    base = 0
    for part, count in zip(parts, people, strict=True):
        ids = part.column("person")
        turned = np.concatenate(([0], np.cumsum(_differs(ids))))
        found.append(np.column_stack((
            turned + base,
            part.column("route").indices.to_numpy(),
            part.column("since").cast(pa.int32()).to_numpy() + _EPOCH,
            part.column("before").cast(pa.int32()).to_numpy() + _EPOCH,
            part.column("outcome").indices.to_numpy(),
            part.column("not_closed").to_numpy(),
            part.column("not_open").to_numpy(),
        )).astype(np.int64))  # fmt: skip
        base += count
    return np.concatenate(found)


def _differs(ids: pa.Array) -> Any:
    return pa.compute.not_equal(ids[1:], ids[:-1]).to_numpy(zero_copy_only=False)


def of_hand(looked: Looked, parts: list[Rows], people: list[int]) -> Any:
    """Return the rows of the kernel written by hand."""
    bases = np.cumsum([0, *people[:-1]])
    return np.concatenate([
        np.column_stack((
            part.person + base, part.route, part.since, part.before,
            *_reasons(looked, part.reason),
        )).astype(np.int64)
        for part, base in zip(parts, bases, strict=True)
    ])  # fmt: skip


def of_duckdb(looked: Looked, rows: pa.Table) -> Any:
    """Return the rows of a query, in our order."""
    named = {name: rows.column(name).to_numpy() for name in rows.column_names}
    if "reason" in named:
        told = _reasons(looked, named["reason"])
    else:
        told = (~named["is_open"], named["not_closed"], named["not_open"])
    found = np.column_stack((
        named["person"], looked.of_route[named["route"]], named["since"], named["before"], *told,
    )).astype(np.int64)  # fmt: skip
    return _ordered(found)


def of_whole_law(rows: pa.Table) -> Any:
    """Return the rows of the whole law in SQL, in our order."""
    columns = [rows.column(name).to_numpy() for name in COLUMNS]
    return _ordered(np.column_stack(columns).astype(np.int64))


def _ordered(found: Any) -> Any:
    return found[np.lexsort((found[:, 2], found[:, 1], found[:, 0]))]


def _reasons(looked: Looked, numbers: Any) -> tuple[Any, Any, Any]:
    words = looked.words[numbers].view(np.int64)
    return looked.outcome[numbers], words[:, 0], words[:, 1]


def agreed(compiled: Compiled, ours: Any, other: Any, who: str) -> int:
    """Return how many rows are the same: all of them.

    Raises:   AnswersDiffer: with the first row that is not
    """
    count = min(len(ours), len(other))
    apart = np.flatnonzero((ours[:count] != other[:count]).any(axis=1))
    if len(apart) or len(ours) != len(other):
        row = int(apart[0]) if len(apart) else count
        told = [_told(compiled, rows[row]) if row < len(rows) else "no row"
                for rows in (ours, other)]  # fmt: skip
        raise AnswersDiffer(f"row {row}: sortie: {told[0]}; {who}: {told[1]}")
    return count


def _told(compiled: Compiled, row: Any) -> str:
    route = compiled.routes[row[1]]
    words = ([name for k, name in enumerate(route.names) if int(word) >> k & 1]
             for word in row[5:])  # fmt: skip
    return f"{route.rule_id} {dict(zip(COLUMNS, row.tolist(), strict=True))} {list(words)}"
