"""From a folder of tables to the records that the rules read, in several processes.

Each stretch of people is a file of its own until all are there; what was done before a stop is not
done again, and the whole is the same to the byte.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sortie.population.deriving.origin import Origin, origin_of
from sortie.population.deriving.refused import join_refused
from sortie.population.deriving.stretches import Bench, open_bench, work
from sortie.population.deriving.synthetic import marks_of
from sortie.population.jurisdictions import Jurisdiction
from sortie.population.records import Layout
from sortie.population.tables import AT_ONCE, Parts, Stretch

ROWS_IN_A_GROUP = 65_536
REFUSED = ".refused.csv"
_ORIGIN = "origin.json"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Derived:
    """How many people have a record, how many were left out, and the list of why."""

    people: int
    left_out: int
    refused: Path


def derive(
    tables: Path, records: Path, jurisdiction: Jurisdiction, *,
    processes: int | None = None, progress: Progress | None = None, size: int = AT_ONCE,
) -> Derived:  # fmt: skip
    """Write the records of the people of a folder of Parquet tables, in their order.

    ``progress`` is told how many people are done, and how many there are. People with a fault are
    left out, and listed beside the records. Stopped at any time and started again, it goes on.
    Records of people who never were say so, as their tables do.

    Raises:   NotInColumns, FilesRefused, OutOfOrder: the tables cannot be read in parts
    Raises:   OSError: a file cannot be opened or written
    """
    parts = Parts.of(tables, jurisdiction.vocabulary, size)
    origin = origin_of(tables)
    bench = Bench(parts, jurisdiction, records.with_name(records.name + ".parts"))
    _resume(bench.folder, {**origin, "size": str(size)})
    stretches = parts.ranges.stretches
    done, total = 0, parts.ranges.people
    told = progress or _untold
    for stretch in _worked(bench, stretches, processes or os.cpu_count() or 1):
        done += stretch.people
        told(done, total)
    derived = _whole(bench, stretches, records, {**origin, **marks_of(tables)})
    shutil.rmtree(bench.folder)
    return derived


def _untold(done: int, total: int) -> None:
    """Tell nobody."""


def _resume(folder: Path, origin: Origin) -> None:
    """Keep what was done from the same tables by the same program; begin again otherwise."""
    said = folder / _ORIGIN
    if not said.is_file() or json.loads(said.read_text("utf-8")) != origin:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        said.write_text(json.dumps(origin), encoding="utf-8")


def _worked(bench: Bench, stretches: Sequence[Stretch], processes: int) -> Iterator[Stretch]:
    """Yield each stretch once its records are written, those of an earlier run first."""
    left = []
    for stretch in stretches:
        if bench.records(stretch).is_file():
            yield stretch
        else:
            left.append(stretch)
    if processes == 1 or len(left) < 2:
        for stretch in left:
            bench.work(stretch)
            yield stretch
        return
    pool = ProcessPoolExecutor(
        min(processes, len(left)), get_context("spawn"), initializer=open_bench, initargs=(bench,)
    )
    try:
        for future in as_completed([pool.submit(work, stretch) for stretch in left]):
            yield stretches[future.result()]
    finally:
        pool.shutdown(cancel_futures=True)


def _whole(bench: Bench, stretches: Sequence[Stretch], records: Path, said: Origin) -> Derived:
    """Write the records of every stretch as one file, which says what they are made from."""
    layout = Layout.of(bench.jurisdiction.record).schema
    schema = layout.with_metadata({**(layout.metadata or {}), **said})
    under_way = records.with_name(records.name + ".tmp")
    people = 0
    with pq.ParquetWriter(under_way, schema) as file:
        for table in _groups(bench, stretches):
            people += table.num_rows
            file.write_table(table.replace_schema_metadata(schema.metadata), ROWS_IN_A_GROUP)
    refused = records.with_suffix(REFUSED)
    join_refused([bench.refused(each) for each in stretches], refused)
    under_way.replace(records)
    return Derived(people, bench.parts.ranges.people - people, refused)


def _groups(bench: Bench, stretches: Sequence[Stretch]) -> Iterator[pa.Table]:
    """Yield the records in their order, as many rows at once as a group of the file holds."""
    kept: list[pa.Table] = []
    for stretch in stretches:
        kept.append(pq.read_table(bench.records(stretch)))
        while sum(each.num_rows for each in kept) >= ROWS_IN_A_GROUP:
            whole = pa.concat_tables(kept)
            yield whole.slice(0, ROWS_IN_A_GROUP)
            kept = [whole.slice(ROWS_IN_A_GROUP)]
    if kept:
        yield pa.concat_tables(kept)
