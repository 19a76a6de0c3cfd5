"""A file of spans, read alone: what it rests on, its rows, and why each says what it says."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sortie.population.engines.errors import NotSpans
from sortie.population.running import FORMAT, SCHEMA
from sortie.rules import Outcome

# What a folder of spans says of itself: several machines write its files, and none knows the whole.
TOLD = "_sortie.json"
Reason = Mapping[str, Outcome]


@dataclass(frozen=True)
class SpansFile:
    """Spans in a file, or in a folder of files in the order of their names.

    ``told`` is what they say of themselves: see ``Asking.told``.
    """

    path: Path
    files: Sequence[Path]
    told: Mapping[str, str]

    @cached_property
    def rules(self) -> Mapping[str, Sequence[str]]:
        """For each route asked, the rules below it: what the bits of a reason stand for."""
        found: Mapping[str, Sequence[str]] = json.loads(self.told["sortie.rules"])
        return found

    @cached_property
    def rows(self) -> int:
        """How many spans there are."""
        return sum(pq.read_metadata(file).num_rows for file in self.files)

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Yield the rows in order; those of one person are never in two batches."""
        kept: list[pa.RecordBatch] = []
        for batch in self._groups():
            whole = pa.Table.from_batches([*kept, batch]).combine_chunks().to_batches()[0]
            last = _last_person(whole)
            kept = [whole.slice(last)]
            if last:
                yield whole.slice(0, last)
        yield from kept

    def _groups(self) -> Iterator[pa.RecordBatch]:
        for path in self.files:
            with pq.ParquetFile(path) as file:
                for group in range(file.num_row_groups):
                    table = file.read_row_group(group).select(SCHEMA.names)
                    table = table.cast(SCHEMA).unify_dictionaries().combine_chunks()
                    yield from table.to_batches()

    def reasons(self, row: Mapping[str, Any]) -> Reason:
        """Return the rules that decided a row, each with its answer, the route itself first."""
        return dict(reasons(self.rules[row["route"]], row["not_closed"], row["not_open"]))


def open_spans(path: Path) -> SpansFile:
    """Return the spans at a path.

    Raises:   NotSpans: what is there does not say what its spans are
              OSError: it cannot be opened
    """
    if path.is_dir():
        said = path / TOLD
        told = json.loads(said.read_text("utf-8")) if said.is_file() else {}
        files = sorted(path.glob("*.parquet"))
    else:
        told, files = _said(path), [path]
    if told.get("sortie.format") != FORMAT:
        raise NotSpans(str(path))
    return SpansFile(path, files, told)


def _said(path: Path) -> dict[str, str]:
    try:
        found = pq.read_metadata(path).metadata or {}
    except pa.ArrowInvalid:
        return {}
    return {
        name.decode(): value.decode()
        for name, value in found.items()
        if name.startswith(b"sortie.")
    }


def reasons(names: Sequence[str], not_closed: int, not_open: int) -> Iterator[tuple[str, Outcome]]:
    """Yield the rules that decided, by their bits among the names of the rules below a route."""
    for rank, name in enumerate(names):
        may, fails = not_closed >> rank & 1, not_open >> rank & 1
        if may and fails:
            yield name, Outcome.UNDETERMINED
        elif may or fails:
            yield name, Outcome.OPEN if may else Outcome.CLOSED


def _last_person(batch: pa.RecordBatch) -> int:
    """Return the row where the last person of a batch begins."""
    if not batch.num_rows:
        return 0
    last, row = batch.column("person")[-1].as_py(), int(batch.num_rows) - 1
    while row and batch.column("person")[row - 1].as_py() == last:
        row -= 1
    return row
