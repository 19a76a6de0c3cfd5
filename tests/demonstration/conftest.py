"""The docket, built once for every test that only looks at it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sortie import store
from tests.demonstration.dockets import Docket, build
from tests.store.databases import put_store


@pytest.fixture(scope="session")
def docket_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Docket:
    """The docket, in a store that no test writes to."""
    path = tmp_path_factory.mktemp("docket") / "docket.sqlite"
    store.connect(put_store(migrated_file, path))
    built = build()
    store.disconnect()
    return Docket(path, built)


@pytest.fixture
def docket(docket_file: Docket) -> Iterator[Docket]:
    """The docket, to be looked at; this process is connected to it."""
    store.connect(f"sqlite:///{docket_file.path}")
    yield docket_file
    store.disconnect()


@pytest.fixture
def own_docket(docket_file: Docket, tmp_path: Path) -> Iterator[Docket]:
    """The docket, to be acted upon: a copy of it."""
    path = tmp_path / "own.sqlite"
    shutil.copy(docket_file.path, path)
    shutil.copytree(docket_file.path.with_suffix(".keys"), path.with_suffix(".keys"))
    store.connect(f"sqlite:///{path}")
    yield Docket(path, docket_file.built)
    store.disconnect()
