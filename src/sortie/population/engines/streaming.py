"""Looking at everybody's spans a chunk at a time, without writing them down."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pyarrow as pa

from sortie.population.engines.asking import Asking
from sortie.population.engines.files import SpansFile
from sortie.population.engines.flow import in_order
from sortie.population.engines.memory import Room
from sortie.population.engines.reading import Chunk, chunks_of, read, refuse_others
from sortie.population.running import spans

R = TypeVar("R")
Look = Callable[[pa.RecordBatch, pa.RecordBatch | None], R]


def look(records: Path, asking: Asking, what: Look[R], room: Room) -> Iterator[tuple[int, R]]:
    """Yield what is seen in the spans and records of each chunk, and its number of people.

    Raises:   NotRecords: the file holds no records as the rules read them
              NotCompiled, UnknownRule: see ``Asking.compiled``
              OSError: a file cannot be opened
    """
    refuse_others(records, asking.layout)
    chunks = chunks_of(records)

    def work(task: tuple[Chunk, pa.RecordBatch]) -> tuple[int, R]:
        chunk, batch = task
        return chunk.people, what(spans(asking.compiled, batch), batch)

    everything = read(records, chunks, range(len(chunks)))
    return in_order(everything, work, threads=room.threads, held=room.held)


def look_again(file: SpansFile, what: Look[R], room: Room) -> Iterator[R]:
    """Yield what is seen in spans already written, a batch at a time, without any records.

    Raises:   OSError: a file cannot be opened
    """
    return in_order(
        file.batches(), lambda batch: what(batch, None), threads=room.threads, held=room.held
    )
