"""A few hundred people who never were, as records, and what is asked of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from sortie import population
from sortie.law import france
from sortie.population.running import SCHEMA, spans
from tests.population.synthetic.makings import a_recipe, made

PEOPLE = 240
ASKING = population.Asking(france.BOOK, france.supposed())
TWO = population.Room(threads=2, held=4)


def a_crowd(folder: Path, people: int = PEOPLE, group: int = 100) -> Path:
    """Write the records of people, so many in a group of rows."""
    tables, records = made(folder / "tables", a_recipe(people)), folder / "records.parquet"
    population.derive(tables, records, population.FRANCE, processes=1)
    return in_groups(records, records, group)


def in_groups(records: Path, other: Path, group: int) -> Path:
    pq.write_table(pq.read_table(records), other, row_group_size=group)
    return other


def all_at_once(records: Path, asking: population.Asking = ASKING) -> pa.RecordBatch:
    """The spans of everybody, in one call of the kernel."""
    whole = pq.read_table(records).combine_chunks().to_batches()[0]
    return spans(asking.compiled, whole)


def rows_of(path: Path) -> list[dict[str, object]]:
    """The rows of a file of spans."""
    return rows_in(list(population.open_spans(path).batches()))


def rows_in(batches: Sequence[pa.RecordBatch]) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pa.Table.from_batches(batches, schema=SCHEMA).to_pylist()
    return found


def under(option: str) -> population.Asking:
    """What is asked, under one way of counting fractions."""
    return replace(ASKING, readings={"fr.reading.fractions_by": option})
