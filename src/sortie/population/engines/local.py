"""One machine: records in, spans out, in several threads, within a memory that is chosen.

Each chunk of people is a file of its own until all are there. What was done before a stop, or
before the process was killed, is not done again; the whole is the same to the byte.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sortie.population.deriving import program_digest
from sortie.population.engines.asking import Asking
from sortie.population.engines.flow import in_order
from sortie.population.engines.memory import Room
from sortie.population.engines.parts import Parts
from sortie.population.engines.reading import AT_ONCE, Chunk, chunks_of, read, refuse_others
from sortie.population.running import SCHEMA, spans

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Ran:
    """How many people were answered, how many of them by an earlier run, and the rows written."""

    people: int
    kept: int
    spans: int


def run(
    records: Path, out: Path, asking: Asking, *,
    room: Room, progress: Progress | None = None, size: int = AT_ONCE,
) -> Ran:  # fmt: skip
    """Write the spans of everybody in a file of records, in their order.

    ``progress`` is told how many people are done, and how many there are.

    Raises:   NotRecords: the file holds no records as the rules read them
              NotCompiled, UnknownRule: see ``Asking.compiled``
              OSError: a file cannot be opened or written
    """
    refuse_others(records, asking.layout)
    told = {**asking.told, "sortie.records": _digest(records)}
    parts = Parts.of(out, {**told, "program": program_digest(), "size": str(size)})
    chunks = chunks_of(records, size)
    left = frozenset(chunk.number for chunk in chunks if not parts.has(chunk.number))
    people = sum(chunk.people for chunk in chunks)
    done = kept = sum(chunk.people for chunk in chunks if chunk.number not in left)
    tell = progress or _untold
    tell(done, people)

    def work(task: tuple[Chunk, pa.RecordBatch]) -> int:
        chunk, batch = task
        parts.write(chunk.number, spans(asking.compiled, batch))
        return chunk.people

    for count in in_order(read(records, chunks, left), work, threads=room.threads, held=room.held):
        done += count
        tell(done, people)
    return Ran(people, kept, _whole(parts, len(chunks), out, told))


def _whole(parts: Parts, count: int, out: Path, told: Mapping[str, str]) -> int:
    """Make the parts one file; return how many rows it has. Of nobody, it has none."""
    if not count:
        parts.write(0, pa.RecordBatch.from_pylist([], schema=SCHEMA))
    parts.join(max(1, count), out, told)
    return int(pq.read_metadata(out).num_rows)


def _untold(done: int, total: int) -> None:
    """Tell nobody."""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
