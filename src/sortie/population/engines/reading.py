"""A file of records, a chunk of people at a time. The chunks hang on the file alone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sortie.population.engines.errors import NotRecords
from sortie.population.records import FORMAT, Layout

AT_ONCE = 16_384


@dataclass(frozen=True, slots=True)
class Chunk:
    """So many people who follow each other in one group of rows."""

    number: int
    group: int
    people: int


def refuse_others(records: Path, layout: Layout) -> None:
    """Refuse a file that holds no records of this form.

    Raises:   NotRecords: another format, another type of record
              OSError: it cannot be opened
    """
    try:
        said = pq.read_schema(records).metadata or {}
    except pa.ArrowInvalid as wrong:
        raise NotRecords(str(records)) from wrong
    wanted = {b"sortie.format": FORMAT.encode(), b"sortie.record": layout.digest.encode()}
    if any(said.get(name) != value for name, value in wanted.items()):
        raise NotRecords(str(records))


def chunks_of(records: Path, size: int = AT_ONCE) -> list[Chunk]:
    """Return the chunks of a file, in order, numbered from 0."""
    metadata = pq.read_metadata(records)
    found: list[Chunk] = []
    for group in range(metadata.num_row_groups):
        left = metadata.row_group(group).num_rows
        while left:
            people = min(left, size)
            found.append(Chunk(len(found), group, people))
            left -= people
    return found


def read(records: Path, chunks: Collection[Chunk], wanted: Collection[int]) -> Iterator[
    tuple[Chunk, pa.RecordBatch]
]:  # fmt: skip
    """Yield the wanted chunks with their records, in order; groups without any are not opened."""
    with pq.ParquetFile(records) as file:
        for group in sorted({chunk.group for chunk in chunks if chunk.number in wanted}):
            held = [chunk for chunk in chunks if chunk.group == group]
            for chunk, batch in zip(held, _cut(file, group, held), strict=True):
                if chunk.number in wanted:
                    yield chunk, batch


def _cut(file: pq.ParquetFile, group: int, chunks: list[Chunk]) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a group, as many at once as each chunk holds, however they are read."""
    batches = file.iter_batches(chunks[0].people, row_groups=[group])
    kept: list[pa.RecordBatch] = []
    for chunk in chunks:
        while sum(each.num_rows for each in kept) < chunk.people:
            kept.append(next(batches))
        whole = pa.Table.from_batches(kept).combine_chunks().to_batches()[0]
        yield whole.slice(0, chunk.people)
        kept = [whole.slice(chunk.people)]
