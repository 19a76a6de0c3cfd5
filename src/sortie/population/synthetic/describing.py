"""What a folder of tables comes to, for each published figure that the tables can show."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from sortie.population.synthetic import measures
from sortie.population.synthetic.errors import NoDay, NoPersons
from sortie.population.tables import arrow_schema

_WINDOW = timedelta(days=30)
_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number measured in the tables, and how many it was measured among.

    ``by_chance`` is what drawing anew would move it by, nineteen times in twenty; nothing where
    that is not known.
    """

    value: float
    among: int
    by_chance: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What a folder of tables comes to on a day.

    ``synthetic`` is what the files say of how they were made; empty for the tables of a prison.
    """

    people: int
    on: date
    synthetic: Mapping[str, str]
    measured: Mapping[str, Measured]

    @property
    def changed(self) -> Mapping[str, float]:
        """The assumptions that were changed, by name."""
        found: Mapping[str, float] = json.loads(self.synthetic.get("changed", "{}"))
        return found


def describe(folder: Path, sheet: Mapping[str, Any], on: date | None = None) -> Description:
    """Return what the tables of a folder come to on a day, theirs where they are synthetic.

    Raises:   NoPersons: there is no Parquet file of persons
    Raises:   NoDay: the tables do not say of which day they are, and none is given
    """
    persons = folder / "persons.parquet"
    if not persons.is_file():
        raise NoPersons(str(folder))
    marks = _marks(persons)
    said = marks.get("on")
    day = on or (date.fromisoformat(said) if said else None)
    if day is None:
        raise NoDay(str(folder))
    with duckdb.connect() as book:
        _open(book, folder)
        book.execute(measures.people_view(sheet), {"on": day})
        found = {name: _measured(book, sql, day) for name, sql in measures.measures(sheet).items()}
        people = _one(book, "select count(*) from people", {})[0]
    return Description(people=int(people), on=day, synthetic=marks, measured=found)


def _marks(persons: Path) -> dict[str, str]:
    prefix = b"sortie.synthetic."
    metadata = pq.read_schema(persons).metadata or {}
    return {
        name.removeprefix(prefix).decode(): said.decode()
        for name, said in metadata.items()
        if name.startswith(prefix)
    }


def _open(book: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Make each table a view; one that has no file has no rows."""
    for name in measures.TABLES:
        path = folder / f"{name}.parquet"
        if path.is_file():
            book.from_parquet(str(path)).create_view(name)
        else:
            book.register(name, arrow_schema(name).empty_table())


def _measured(book: duckdb.DuckDBPyConnection, sql: str, day: date) -> Measured:
    days = {"on": day, "window": day - _WINDOW, "year": day - _YEAR}
    used = {name: said for name, said in days.items() if f"${name}" in sql}
    value, among, is_share = _one(book, sql, used)
    value, among = float(value or 0), int(among or 0)
    spread = 1.96 * (value * (1 - value) / among) ** 0.5 if is_share and among else None
    return Measured(value, among, spread)


def _one(book: duckdb.DuckDBPyConnection, sql: str, holes: Mapping[str, Any]) -> tuple[Any, ...]:
    row = book.execute(sql, dict(holes)).fetchone()
    return row if row is not None else (0, 0, False)
