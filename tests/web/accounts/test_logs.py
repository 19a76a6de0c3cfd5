"""The database refuses to change or forget a line of either log, whoever asks."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import psycopg
import pytest

from sortie.web.accounts.journal import (
    HappeningQuery,
    Kind,
    Seen,
    SeenQuery,
    happened,
    happenings,
    note_seen,
    seen,
)
from sortie.web.authority import Acting, Relation
from tests.web.accounts.people import NOON

JUDGE = Acting(account="u-1", post="7", role="enforcement_judge", of="court")
TABLES = ("accounts_consultation", "accounts_happening")
COLUMN = {"accounts_consultation": "reason", "accounts_happening": "facts"}
CHANGES = [
    "UPDATE {table} SET {column} = 'another'",
    "UPDATE {table} SET {column} = {column} WHERE id = 1",
    "DELETE FROM {table}",
    "DELETE FROM {table} WHERE id = 2",
]
ON_SQLITE = [
    *CHANGES,
    "UPDATE OR REPLACE {table} SET id = 2 WHERE id = 1",
    "REPLACE INTO {table} SELECT * FROM {table} WHERE id = 2",
    "INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE id = 1",
]
ON_POSTGRESQL = [
    *CHANGES,
    "TRUNCATE {table}",
    "SET session_replication_role = replica; DELETE FROM {table}",
    "INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id) DO UPDATE SET {column} = ''",
]


def some_lines() -> None:
    for number in (1, 2):
        what = Seen(action="case.see", kind="case", about=f"case-{number}", person="p-1",
                    relations=frozenset({Relation.OWN_COURT}), reason="why")  # fmt: skip
        note_seen(JUDGE, what, NOON + timedelta(minutes=number))
        happened(Kind.SIGNED_IN, NOON, account=f"u-{number}", facts={"n": str(number)})


def everything() -> tuple[object, object]:
    return seen(SeenQuery()), happenings(HappeningQuery())


@pytest.mark.parametrize("pragmas", ["", "PRAGMA recursive_triggers=ON"])
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("statement", ON_SQLITE)
def test_sqlite_refuses_a_change(
    sqlite_store: str, statement: str, table: str, pragmas: str
) -> None:
    some_lines()
    before = everything()
    raw = sqlite3.connect(sqlite_store.removeprefix("sqlite:///"), isolation_level=None)
    with closing(raw):
        raw.execute(pragmas)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement.format(table=table, column=COLUMN[table]))
    assert everything() == before


def test_postgresql_refuses_a_change_even_to_its_owner(postgresql_store: str) -> None:
    some_lines()
    before = everything()
    for table in TABLES:
        for statement in ON_POSTGRESQL:
            said = statement.format(table=table, column=COLUMN[table]).encode()
            with (
                psycopg.connect(postgresql_store, autocommit=True) as raw,
                pytest.raises(psycopg.Error, match="append-only"),
            ):
                raw.execute(said)
    assert everything() == before


def test_a_consultation_says_who_what_when_in_which_post_by_which_right_and_why(
    sqlite_store: str,
) -> None:
    assert sqlite_store
    some_lines()
    (line,) = seen(SeenQuery(about="case-2", kind="case"))

    assert (line.account, line.post, line.role, line.place) == ("u-1", "7", JUDGE.role, "court")
    assert (line.action, line.person, line.relations) == ("case.see", "p-1", ("own_court",))
    assert (line.reason, line.at) == ("why", NOON + timedelta(minutes=2))


def test_the_log_is_read_the_last_first_and_page_by_page(sqlite_store: str) -> None:
    assert sqlite_store
    for number in range(5):
        what = Seen(action="case.see", kind="case", about=str(number), person=f"p-{number % 2}")
        note_seen(JUDGE, what, NOON + timedelta(minutes=number))

    first = seen(SeenQuery(limit=2))
    second = seen(SeenQuery(limit=2, older_than=first[-1].number))
    assert [each.about for each in (*first, *second)] == ["4", "3", "2", "1"]
    assert [each.about for each in seen(SeenQuery(person="p-1"))] == ["3", "1"]
    assert [each.about for each in seen(SeenQuery(since=NOON + timedelta(minutes=3)))] == ["4", "3"]
    assert [each.about for each in seen(SeenQuery(before=NOON + timedelta(minutes=1)))] == ["0"]
    assert seen(SeenQuery(account="u-9")) == seen(SeenQuery(role="gate")) == ()
