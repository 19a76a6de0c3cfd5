"""The database itself refuses to change or forget, whoever asks and with whatever words."""

import re
import sqlite3
from contextlib import closing

import psycopg
import pytest

from sortie import store
from sortie.store import tables
from tests.store.clerk import CLERK, NOON, PERSON, TooLate, all_events, case, note, refuse

A_COMMAND = (
    "('{key}', 'v', 'd', 'case', 'case-1', 'person-1', 'a', 'r', 'o', '2027-03-01 12:00:00+00:00',"
    " 'recorded', '{{}}', NULL, NULL)"
)


def an_event(
    seq: int, number: int, *, subject: str = PERSON, entry: str = "{}", hashes: int | None = None
) -> str:
    """Return the words that put an event at these places, with as many hashes as it completes."""
    count = (seq & -seq).bit_length() if hashes is None else hashes
    return (
        " INTO store_event (seq, stream_kind, stream_id, subject, number, kind, at, recorded_at,"
        " actor_id, actor_role, actor_of, sealed, entry, hashes, command_key)"
        f" VALUES ({seq}, 'case', 'case-1', '{subject}', {number}, 'k',"
        " '2027-03-01 12:00:00+00:00', '2027-03-01 12:00:00+00:00', 'a', 'r', 'o',"
        f" BLOB(00), '{entry}', BLOB({'ab' * 32 * count}), 'key-1')"
    )


def of_sqlite(statement: str) -> str:
    return re.sub(r"BLOB\((\w*)\)", r"x'\1'", statement)


def of_postgresql(statement: str) -> str:
    return re.sub(r"BLOB\((\w*)\)", r"'\\x\1'::bytea", statement)


REFUSAL = r"append-only|without a gap|with its leaf|one subject"
CHANGES = [
    "UPDATE store_event SET entry = '{}'",
    "UPDATE store_event SET hashes = hashes WHERE seq = 1",
    "UPDATE store_event SET sealed = sealed, subject = 'another'",
    "DELETE FROM store_event",
    "DELETE FROM store_event WHERE seq = 2",
    "UPDATE store_command SET outcome = 'refused' WHERE key = 'key-1'",
    "DELETE FROM store_command",
    "INSERT" + an_event(9, 3),
    "INSERT" + an_event(3, 9),
    "INSERT" + an_event(3, 2),
    "INSERT" + an_event(3, 3, subject="another"),
    "INSERT" + an_event(3, 3, entry=""),
    "INSERT" + an_event(3, 3, hashes=0),
    "INSERT" + an_event(3, 3, hashes=2),
    "UPDATE store_checkpoint SET size = 9",
    "DELETE FROM store_checkpoint",
]
ON_SQLITE = [
    *CHANGES,
    "INSERT OR REPLACE" + an_event(2, 2),
    "INSERT OR REPLACE" + an_event(3, 2),
    "REPLACE INTO store_command VALUES " + A_COMMAND.format(key="key-1"),
    "INSERT OR REPLACE INTO store_checkpoint SELECT * FROM store_checkpoint",
    "INSERT" + an_event(3, 3).replace("BLOB(ab", "hex(BLOB(ab").replace(", 'key-1'", "), 'key-1'"),
    "UPDATE OR REPLACE store_event SET seq = 2 WHERE seq = 1",
    "INSERT" + an_event(2, 2) + " ON CONFLICT (seq) DO UPDATE SET entry = '{}'",
]
ON_POSTGRESQL = [
    *CHANGES,
    "TRUNCATE store_event",
    "TRUNCATE store_command CASCADE",
    "TRUNCATE store_checkpoint",
    "SET session_replication_role = replica; DELETE FROM store_event",
    "INSERT" + an_event(2, 2) + " ON CONFLICT (seq) DO UPDATE SET entry = '{}'",
    "MERGE INTO store_event USING store_command ON seq = 1 WHEN MATCHED THEN DELETE",
]


def everything() -> tuple[list[store.StoredEvent], list[store.StoredCommand | None]]:
    return all_events(), [store.command_of(key) for key in ("key-1", "key-2", "key-3")]


def two_events_and_a_refusal() -> None:
    tables.checkpoints().create(size=0, at=NOON, text="signed")
    note("key-1")
    note("key-2")
    with pytest.raises(TooLate):
        refuse("key-3", TooLate(all_events()[0].at, ("a",)))


@pytest.mark.parametrize("pragmas", ["", "PRAGMA recursive_triggers=ON"])
@pytest.mark.parametrize("statement", ON_SQLITE)
def test_sqlite_refuses_a_change_even_without_our_pragmas(
    sqlite_store: str, statement: str, pragmas: str
) -> None:
    two_events_and_a_refusal()
    before = everything()
    raw = sqlite3.connect(sqlite_store.removeprefix("sqlite:///"), isolation_level=None)
    with closing(raw):
        raw.execute(pragmas)
        with pytest.raises(sqlite3.IntegrityError, match=REFUSAL):
            raw.execute(of_sqlite(statement))
    assert everything() == before


@pytest.mark.parametrize("statement", ON_POSTGRESQL)
def test_postgresql_refuses_a_change_even_to_its_owner(
    postgresql_store: str, statement: str
) -> None:
    two_events_and_a_refusal()
    before = everything()
    with (
        psycopg.connect(postgresql_store, autocommit=True) as raw,
        pytest.raises(psycopg.Error, match=REFUSAL),
    ):
        raw.execute(of_postgresql(statement).encode())
    assert everything() == before


def test_an_event_of_a_command_that_is_not_there_is_refused_at_the_end(sqlite_store: str) -> None:
    raw = sqlite3.connect(sqlite_store.removeprefix("sqlite:///"), isolation_level=None)
    with closing(raw):
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("BEGIN")
        raw.execute(of_sqlite("INSERT" + an_event(1, 1)))
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            raw.execute("COMMIT")
        raw.execute("ROLLBACK")


def test_what_is_right_goes_through(database: str) -> None:
    two_events_and_a_refusal()

    assert database
    assert [event.seq for event in all_events()] == [1, 2]
    assert store.events_of(case("case-1"))[0].actor_id == CLERK.id
