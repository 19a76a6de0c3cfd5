"""Stores of many cases: one real case, carried by real commands, and its rows copied in bulk."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.office.one_leave import COURT, PRISON

from sortie import store

PRISONS = 188
TABLES = (
    "store_command", "store_event", "store_case_index", "store_clock", "store_outbox",
    "store_person_index", "store_person_judgment",
)  # fmt: skip
# Columns that hold a place in the whole store: each copy takes the next ones.
SEQS = ("seq", "first_seq", "last_seq")
GIVEN_BY_THE_DATABASE = {"store_clock": "id", "store_outbox": "id", "store_person_judgment": "id"}
AT_ONCE = 2000
Gathered = dict[str, list[list[Any]]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The rows of one case and one person, and how many events they are."""

    columns: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, list[list[Any]]]
    events: int

    def copy(self, number: int, after: int) -> Mapping[str, list[list[Any]]]:
        """Return the rows of another case, in another of the prisons, after so many events."""
        text = json.dumps(self.rows, ensure_ascii=False)
        for name, other in names(number).items():
            text = text.replace(name, other)
        found: dict[str, list[list[Any]]] = json.loads(text)
        for table, rows in found.items():
            places = [i for i, name in enumerate(self.columns[table]) if name in SEQS]
            for row in rows:
                for place in places:
                    if row[place] is not None:
                        row[place] += after
        return found


def names(number: int) -> Mapping[str, str]:
    """Return what each name of the pattern becomes in a copy."""
    place = number % PRISONS
    return {
        "case-0": case_id(number),
        "person-0": f"person-{number}",
        "Exemple": _family_name(number),
        PRISON: f"prison {place}",
        COURT: f"court {place}",
    }


def case_id(number: int) -> str:
    return f"case-{number}"


def _family_name(number: int) -> str:
    syllables = ("ba", "do", "fi", "gu", "ké", "lo", "mi", "nu", "pa", "ro", "si", "ta", "vé", "zu")
    name = ""
    while number:
        number, place = divmod(number, len(syllables))
        name += syllables[place]
    return name.capitalize()


def pattern_of(file: Path) -> Pattern:
    """Return the rows of a small SQLite store."""
    columns, rows = {}, {}
    with closing(sqlite3.connect(file)) as small:
        for table in TABLES:
            left_out = GIVEN_BY_THE_DATABASE.get(table)
            told = [row[1] for row in small.execute(f"PRAGMA table_info({table})")]
            columns[table] = tuple(name for name in told if name != left_out)
            asked = f"SELECT {', '.join(columns[table])} FROM {table} ORDER BY 1"
            rows[table] = [list(row) for row in small.execute(asked)]
    return Pattern(columns, rows, len(rows["store_event"]))


def fill(address: str, *wanted: tuple[Pattern, int]) -> None:
    """Put so many copies of each into an empty, migrated store; what the guards ask is kept."""
    columns = wanted[0][0].columns
    write = _into_sqlite if address.startswith("sqlite") else _into_postgresql
    write(address, columns, _copies(wanted))
    store.connect(address)


def _copies(wanted: Sequence[tuple[Pattern, int]]) -> Iterator[Gathered]:
    gathered: Gathered = {table: [] for table in TABLES}
    after = 0
    patterns = (pattern for pattern, count in wanted for _ in range(count))
    for number, pattern in enumerate(patterns, start=1):
        for table, rows in pattern.copy(number, after).items():
            gathered[table] += rows
        after += pattern.events
        if number % AT_ONCE == 0:
            yield gathered
            gathered = {table: [] for table in TABLES}
    yield gathered


def _into_sqlite(
    address: str, columns: Mapping[str, tuple[str, ...]], copies: Iterator[Gathered]
) -> None:
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as file:
        file.execute("PRAGMA synchronous=OFF")
        for gathered in copies:
            for table, rows in gathered.items():
                named = columns[table]
                holes = ", ".join("?" for _ in named)
                file.executemany(
                    f"INSERT INTO {table} ({', '.join(named)}) VALUES ({holes})",
                    rows,
                )
            file.commit()
        file.execute("PRAGMA optimize")
        file.execute("ANALYZE")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _into_postgresql(
    address: str, columns: Mapping[str, tuple[str, ...]], copies: Iterator[Gathered]
) -> None:
    import psycopg

    with psycopg.connect(address, autocommit=True) as server:
        # The guards fire all the same: only the foreign key is not asked again for each row.
        server.execute("SET session_replication_role = replica")
        server.execute("SET timezone = 'UTC'")
        for gathered in copies:
            with server.transaction():
                for table, rows in gathered.items():
                    named = ", ".join(columns[table])
                    with server.cursor().copy(f"COPY {table} ({named}) FROM STDIN") as copy:
                        for row in rows:
                            copy.write_row(row)
        server.execute("VACUUM ANALYZE")
