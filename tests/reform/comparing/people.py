"""A few synthetic people in a file of records, and two laws to compare over them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sortie import law, population, reform
from sortie.days import NEVER, Over, Span
from sortie.reform import comparing, results
from sortie.rules import Assessment, Book, Outcome, fields_of

PRESENT_ON = date(2025, 10, 1)
ROOM = population.Room(threads=2, held=3)
BOOK = law.france.BOOK


def records_of(folder: Path, people: int, seed: int = 1) -> Path:
    """Make people who never were, and return the file of their records."""
    recipe = population.Recipe(
        people=people, seed=seed, on=PRESENT_ON, jurisdiction="fr", changed={}
    )
    population.synthesise(population.ground_of(law.france), recipe, folder / "tables")
    derived, records = folder / "derived.parquet", folder / "records.parquet"
    population.derive(folder / "tables", derived, population.FRANCE, processes=1)
    _some_in_the_unit(derived, records)
    return records


def _some_in_the_unit(derived: Path, records: Path) -> None:
    """Write the records with one person in six in the unit that a reform closes leave in."""
    rows = list(rows_of(derived))
    units = fields_of(law.france.Person)["unit"].members
    closed = next(unit for unit in units if unit.value == "organised_crime_unit")
    ordinary = next(unit for unit in units if unit.value == "ordinary")
    inside = Over.of([(Span(date(2025, 8, 1), NEVER), closed)], default=ordinary)
    batch = population.Asking(BOOK, {}).layout.batch(
        [f"person {number}" for number in range(len(rows))],
        [
            replace(record, unit=inside) if number % 6 == 0 else record
            for number, (record, _, _) in enumerate(rows)
        ],
        [Span(since, before) for _, since, before in rows],
    )
    pq.write_table(pa.Table.from_batches([batch]), records)


@cache
def changed(name: str, since: date | None = None) -> Book:
    """Return the law as a reform of the house makes it."""
    return reform.reformed(BOOK, reform.packaged_reform(f"fr.reform.{name}", since))


def compared(
    records: Path, a: Book, b: Book, months: int = 12, threshold: int = 1
) -> results.Comparison:
    """Compare two laws, hiding nothing unless said."""
    question = comparing.Question(a, b, law.france.supposed(), law.france.CLASSES, {})
    period = results.Period(PRESENT_ON, months)
    return comparing.compare(records, question, period, room=ROOM, threshold=threshold)


class Asked:
    """One person asked about plainly, under one law, day by day."""

    def __init__(self, book: Book, record: Any) -> None:
        self.book = book
        self.by_route = {
            route: Assessment(book, replace(record, **facts))
            for route, facts in law.france.supposed().items()
        }

    def on(self, route: str, day: date) -> Outcome:
        return self.by_route[route].outcome(route, day)


def rows_of(records: Path) -> Iterator[tuple[Any, date, date]]:
    """Yield each record with the first day of the custody, and the first after it."""
    layout = population.Asking(BOOK, {}).layout
    for batch in pq.ParquetFile(records).iter_batches():
        for row in range(batch.num_rows):
            since, before = (
                date.fromordinal(batch.column(name)[row].as_py()) for name in ("since", "before")
            )
            yield layout.record(batch, row), since, before


def days(since: date, before: date) -> Iterator[date]:
    return (since + timedelta(days=count) for count in range((before - since).days))
