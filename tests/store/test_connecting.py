"""One address, two databases, opened so that what is acknowledged is not lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from sortie import store
from tests.store.clerk import note


def answers(*questions: str) -> list[str]:
    found = []
    with connection.cursor() as cursor:
        for question in questions:
            cursor.execute(question)
            found.append(str(cursor.fetchone()[0]))
    return found


def test_sqlite_is_opened_to_lose_nothing_and_to_wait(sqlite_store: str) -> None:
    assert sqlite_store
    names = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout")
    assert answers(*(f"PRAGMA {name}" for name in names)) == ["wal", "2", "1", "1", "20000"]


def test_postgresql_is_opened_to_lose_nothing_and_to_wait(postgresql_store: str) -> None:
    assert postgresql_store
    names = ("synchronous_commit", "fsync", "transaction_isolation", "lock_timeout", "timezone")
    wanted = ["on", "on", "read committed", "20s", "UTC"]
    assert answers(*(f"SHOW {name}" for name in names)) == wanted


@pytest.mark.parametrize(
    "address",
    [
        "",
        "store.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://host/store.db",
        "mysql://user@host/store",
        "postgresql://user@host",
        "postgresql://user@host:port/store",
    ],
)
def test_an_address_that_cannot_be_read_is_refused(address: str, tmp_path: Path) -> None:
    with pytest.raises(store.BadAddress):
        store.connect(address or "?")
    assert list(tmp_path.iterdir()) == []


def test_a_refused_address_does_not_show_its_password() -> None:
    with pytest.raises(store.BadAddress) as refused:
        store.connect("oracle://clerk:secret@host/store")
    assert refused.value.address == "oracle://…@host/store"


def run(code: str, folder: Path, **variables: str) -> str:
    """Run a few lines in a process that never heard of a store, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", f"from sortie import store\n{code}"],
        cwd=folder, env=os.environ | variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr.rpartition("\n  ")[2]


MIGRATE = "store.connect(); store.migrate(); print(store.cases(store.CaseQuery()))"


def test_without_an_address_the_store_is_a_file_in_the_current_folder(tmp_path: Path) -> None:
    assert run(MIGRATE, tmp_path, SORTIE_DATABASE="") == "()\n"
    assert (tmp_path / "sortie.db").is_file()


def test_the_address_may_come_from_the_environment(tmp_path: Path) -> None:
    assert run(MIGRATE, tmp_path, SORTIE_DATABASE=f"sqlite:///{tmp_path}/mine.db") == "()\n"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".db"] == ["mine.db"]


def test_postgresql_without_its_driver_names_the_driver(tmp_path: Path) -> None:
    code = "import sys; sys.modules['psycopg'] = None; store.connect('postgresql://u@h/d')"
    assert "DriverMissing" in run(code, tmp_path)


def test_the_room_opens_nothing_before_it_is_asked(tmp_path: Path) -> None:
    code = "import sys; print('sortie.store.models' in sys.modules)"
    assert run(code, tmp_path) == "False\n"
    assert list(tmp_path.iterdir()) == []


def test_another_address_moves_the_process(sqlite_store: str, tmp_path: Path) -> None:
    note("key-1")
    store.connect(f"sqlite:///{tmp_path}/other.sqlite")
    store.migrate()
    assert store.command_of("key-1") is None

    store.connect(sqlite_store)
    assert store.command_of("key-1") is not None


def test_the_migrations_say_what_the_models_say(sqlite_store: str) -> None:
    assert sqlite_store
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
