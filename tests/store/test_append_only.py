"""The database itself refuses to change or forget, whoever asks and with whatever words."""

import sqlite3
from contextlib import closing

import psycopg
import pytest

from sortie import store
from tests.store.clerk import CLERK, TooLate, all_events, case, note, refuse

A_COMMAND = (
    "('{key}', 'v', 'd', 'case', 'case-1', 'a', 'r', 'o', '2027-03-01 12:00:00+00:00',"
    " 'recorded', '{{}}', NULL, NULL)"
)


def an_event(seq: int, number: int) -> str:
    """Return the words that put an event at these places."""
    return (
        " INTO store_event (seq, stream_kind, stream_id, number, kind, at, recorded_at,"
        " actor_id, actor_role, actor_of, body, command_key)"
        f" VALUES ({seq}, 'case', 'case-1', {number}, 'k', '2027-03-01 12:00:00+00:00',"
        " '2027-03-01 12:00:00+00:00', 'a', 'r', 'o', '{}', 'key-1')"
    )


REFUSAL = r"append-only|without a gap"
CHANGES = [
    "UPDATE store_event SET body = '{}'",
    "UPDATE store_event SET body = body WHERE seq = 1",
    "DELETE FROM store_event",
    "DELETE FROM store_event WHERE seq = 2",
    "UPDATE store_command SET outcome = 'refused' WHERE key = 'key-1'",
    "DELETE FROM store_command",
    "INSERT" + an_event(9, 3),
    "INSERT" + an_event(3, 9),
    "INSERT" + an_event(3, 2),
]
ON_SQLITE = [
    *CHANGES,
    "INSERT OR REPLACE" + an_event(2, 2),
    "INSERT OR REPLACE" + an_event(3, 2),
    "REPLACE INTO store_command VALUES " + A_COMMAND.format(key="key-1"),
    "UPDATE OR REPLACE store_event SET seq = 2 WHERE seq = 1",
    "INSERT" + an_event(2, 2) + " ON CONFLICT (seq) DO UPDATE SET body = '{}'",
]
ON_POSTGRESQL = [
    *CHANGES,
    "TRUNCATE store_event",
    "TRUNCATE store_command CASCADE",
    "SET session_replication_role = replica; DELETE FROM store_event",
    "INSERT" + an_event(2, 2) + " ON CONFLICT (seq) DO UPDATE SET body = '{}'",
    "MERGE INTO store_event USING store_command ON seq = 1 WHEN MATCHED THEN DELETE",
]


def everything() -> tuple[list[store.StoredEvent], list[store.StoredCommand | None]]:
    return all_events(), [store.command_of(key) for key in ("key-1", "key-2", "key-3")]


def two_events_and_a_refusal() -> None:
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
            raw.execute(statement)
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
        raw.execute(statement.encode())
    assert everything() == before


def test_an_event_of_a_command_that_is_not_there_is_refused_at_the_end(sqlite_store: str) -> None:
    raw = sqlite3.connect(sqlite_store.removeprefix("sqlite:///"), isolation_level=None)
    with closing(raw):
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("BEGIN")
        raw.execute("INSERT" + an_event(1, 1))
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            raw.execute("COMMIT")
        raw.execute("ROLLBACK")


def test_what_is_right_goes_through(database: str) -> None:
    two_events_and_a_refusal()

    assert database
    assert [event.seq for event in all_events()] == [1, 2]
    assert store.events_of(case("case-1"))[0].actor_id == CLERK.id
