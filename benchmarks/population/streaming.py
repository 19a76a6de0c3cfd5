"""A file of any size through the command line, in a process of its own: its time, its memory."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

MEMORY = "1500MB"
_GROUP = 131_072


@dataclass(frozen=True, slots=True)
class Streamed:
    """One run of ``sortie population when``: the people, the time, the most memory it ever held."""

    people: int
    seconds: float
    peak: int

    @property
    def a_second(self) -> float:
        return self.people / self.seconds


def sized(records: Path, people: int, folder: Path) -> Path:
    """Return a file of so many records, those of another again and again under new ids."""
    made = folder / f"records-{people}.parquet"
    source = pq.ParquetFile(records)
    with pq.ParquetWriter(made, source.schema_arrow) as writer:
        written = copy = 0
        while written < people:
            for batch in source.iter_batches(_GROUP):
                part = batch.slice(0, people - written)
                ids = pa.compute.binary_join_element_wise(part.column("person"), str(copy), "-")
                place = part.schema.get_field_index("person")
                part = part.set_column(place, part.schema.field(place), ids)
                writer.write_table(pa.Table.from_batches([part], source.schema_arrow))
                written += part.num_rows
                if written == people:
                    break
            copy += 1
    return made


def streamed(records: Path, people: int, folder: Path) -> Streamed:
    """Write everybody's spans to a file, and remove it."""
    made, out = sized(records, people, folder), folder / f"spans-{people}.parquet"
    command = [sys.executable, "-m", "benchmarks.population.held", "population", "when", str(made),
               "-o", str(out), "--memory", MEMORY, "--threads", "2", "--json"]  # fmt: skip
    start = time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - start
    made.unlink()
    out.unlink()
    return Streamed(people, seconds, int(done.stdout.splitlines()[-1]))
