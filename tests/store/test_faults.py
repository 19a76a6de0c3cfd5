"""What goes wrong is said as it is: not recorded, unknown, or not our tables. Never «done»."""

import resource
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing import get_context
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from sortie import store
from sortie.store import writing
from tests.store.clerk import CLERK, NOON, all_events, case, note, noted
from tests.store.databases import named, run

DIES_AT_COMMIT = """
CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {} RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON store_event
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die();
"""


def sql(statement: str) -> None:
    """Run a statement on the connection of this thread, the one the store uses."""
    with connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def refused(kind: type[store.StoreError], why: store.Why) -> Iterator[None]:
    with pytest.raises(kind) as caught:
        yield
    assert getattr(caught.value, "why", None) is why


def other_writer(path: Path) -> closing[sqlite3.Connection]:
    """Hold the one place of a writer in a file."""
    held = sqlite3.connect(path, isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    return closing(held)


def test_a_disk_without_room_is_not_recorded_and_the_same_key_may_come_again(
    sqlite_store: str,
) -> None:
    assert sqlite_store
    sql("PRAGMA max_page_count=1")
    with refused(store.NotRecorded, store.Why.DISK_FULL):
        note("key-1", long="x" * 100_000)

    store.disconnect()
    assert store.command_of("key-1") is None
    assert note("key-1", long="x" * 100_000) == {"seq": 1, "number": 1}


def note_without_room(address: str) -> tuple[str, str, int]:
    """Note with no room left for the file to grow, then again with room; return what was said."""
    store.connect(address)
    note("key-1")
    log = Path(address.removeprefix("sqlite:///") + "-wal")
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, hard))
    said = ""
    try:
        note("key-2")
    except store.OutcomeUnknown as unknown:
        said = f"{unknown.code} {unknown.why}"
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    again = note("key-2")
    once = len(store.events_of(case("case-1")))
    store.disconnect()
    return said, store.canonical(again), once


def test_a_commit_that_the_disk_did_not_take_is_unknown_and_the_same_key_tells(
    sqlite_store: str,
) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        said, again, once = pool.submit(note_without_room, sqlite_store).result()
    assert said == "store.outcome_unknown disk_error"
    assert (again, once) == ('{"number":2,"seq":2}', 2)


def test_a_writer_who_waited_too_long_has_recorded_nothing(sqlite_store: str) -> None:
    with other_writer(Path(sqlite_store.removeprefix("sqlite:///"))):
        sql("PRAGMA busy_timeout=20")
        with refused(store.NotRecorded, store.Why.LOCKED):
            note("key-1")
    assert note("key-1") == {"seq": 1, "number": 1}


def test_a_file_that_cannot_be_written_is_not_recorded(sqlite_store: str) -> None:
    assert sqlite_store
    sql("PRAGMA query_only=ON")
    with refused(store.NotRecorded, store.Why.READ_ONLY):
        note("key-1")


def test_a_file_that_is_no_store_is_said_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Madame, Monsieur, " * 100)
    store.connect(f"sqlite:///{tmp_path}/letter.txt")
    with refused(store.BrokenStore, store.Why.DAMAGED):
        note("key-1")
    with refused(store.BrokenStore, store.Why.DAMAGED):
        store.cases(store.CaseQuery())


def test_a_folder_that_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    store.connect(f"sqlite:///{tmp_path}/nowhere/store.sqlite")
    with refused(store.NotRead, store.Why.CANNOT_OPEN):
        store.unsent()
    with refused(store.NotRecorded, store.Why.CANNOT_OPEN):
        note("key-1")


def test_a_store_without_tables_is_broken_and_migrating_mends_it(tmp_path: Path) -> None:
    store.connect(f"sqlite:///{tmp_path}/new.sqlite")
    with refused(store.BrokenStore, store.Why.WRONG_TABLES):
        note("key-1")
    with refused(store.BrokenStore, store.Why.WRONG_TABLES):
        store.command_of("key-1")

    for _ in range(2):
        store.migrate()
        store.create_keys()
    assert note("key-1") == {"seq": 1, "number": 1}
    store.disconnect()


def test_a_postgresql_store_without_tables_is_broken(postgresql_server: str) -> None:
    run(postgresql_server, "CREATE DATABASE bare")
    store.connect(named(postgresql_server, "bare"))
    with refused(store.BrokenStore, store.Why.WRONG_TABLES):
        note("key-1")
    with refused(store.BrokenStore, store.Why.WRONG_TABLES):
        store.clocks_due(NOON)
    store.disconnect()


def test_a_server_that_is_not_there_records_and_reads_nothing(tmp_path: Path) -> None:
    store.connect(f"postgresql://nobody@/nothing?host={tmp_path}")
    with refused(store.NotRecorded, store.Why.NO_CONNECTION):
        note("key-1")
    with refused(store.NotRead, store.Why.NO_CONNECTION):
        store.cases(store.CaseQuery())


def test_a_connection_cut_before_the_commit_has_recorded_nothing(postgresql_store: str) -> None:
    with (
        refused(store.NotRecorded, store.Why.NO_CONNECTION),
        writing.command("key-1", "note", {}, stream=case("c"), actor=CLERK, at=NOON) as desk,
    ):
        desk.append([noted()], 0)
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        with psycopg.connect(postgresql_store, dbname="postgres", autocommit=True) as raw:
            raw.execute(others, [connection.settings_dict["NAME"]])
        desk.append([noted()], 1)

    assert store.command_of("key-1") is None
    assert note("key-1") == {"seq": 1, "number": 1}


def test_a_connection_cut_during_the_commit_is_unknown_and_the_same_key_tells(
    postgresql_store: str,
) -> None:
    dying = "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5);"
    run(postgresql_store, DIES_AT_COMMIT.format(dying))
    with refused(store.OutcomeUnknown, store.Why.NO_CONNECTION):
        note("key-1")

    run(postgresql_store, "DROP TRIGGER dies ON store_event")
    assert note("key-1") == {"seq": 1, "number": 1}
    assert len(all_events()) == 1


def test_a_commit_that_the_server_refuses_is_not_recorded(postgresql_store: str) -> None:
    run(postgresql_store, DIES_AT_COMMIT.format("RAISE EXCEPTION 'no' USING ERRCODE = '53100';"))
    with refused(store.NotRecorded, store.Why.DISK_FULL):
        note("key-1")
    assert store.command_of("key-1") is None


def test_a_lock_that_does_not_come_has_recorded_nothing(postgresql_store: str) -> None:
    assert store.unsent() == ()
    with psycopg.connect(postgresql_store) as raw:
        raw.execute("LOCK TABLE store_event IN ACCESS EXCLUSIVE MODE")
        sql("SET lock_timeout = '20ms'")
        with refused(store.NotRecorded, store.Why.LOCKED):
            note("key-1")
        raw.rollback()
    assert note("key-1") == {"seq": 1, "number": 1}


def test_a_commit_that_sqlite_refuses_is_not_recorded(sqlite_store: str) -> None:
    assert sqlite_store
    with (
        refused(store.NotRecorded, store.Why.CONFLICT),
        writing.command("key-1", "note", {}, stream=case("c"), actor=CLERK, at=NOON) as desk,
    ):
        (stored,) = desk.append([noted()], 0)
        sql(
            "INSERT INTO store_event SELECT 2, stream_kind, stream_id, subject, 2, kind, at,"
            " recorded_at, actor_id, actor_role, actor_of, sealed, entry, zeroblob(64),"
            f" 'no-such-key' FROM store_event WHERE seq = {stored.seq}"
        )
    assert store.command_of("key-1") is None
    assert note("key-1") == {"seq": 1, "number": 1}


def test_a_reading_that_fails_inside_a_command_has_recorded_nothing(postgresql_store: str) -> None:
    with psycopg.connect(postgresql_store) as raw:
        raw.execute("LOCK TABLE store_outbox IN ACCESS EXCLUSIVE MODE")
        sql("SET lock_timeout = '20ms'")
        with (
            refused(store.NotRecorded, store.Why.LOCKED),
            writing.command("key-1", "note", {}, stream=case("c"), actor=CLERK, at=NOON) as desk,
        ):
            desk.append([noted(waiting=len(store.unsent()))], 0)
        raw.rollback()
    assert store.command_of("key-1") is None


def test_two_commands_one_inside_the_other_are_a_mistake(database: str) -> None:
    assert database
    with (
        pytest.raises(RuntimeError, match="durable"),
        writing.command("key-1", "note", {}, stream=case("c"), actor=CLERK, at=NOON),
    ):
        note("key-2")
    assert store.command_of("key-1") is None
