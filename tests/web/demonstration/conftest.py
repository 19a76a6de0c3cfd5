"""The site as it shows the demonstration, on an empty store or on the docket."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from sortie import demonstration, store
from sortie.web.demonstration.opening import open_sign_ins
from tests.demonstration.conftest import docket_file
from tests.demonstration.dockets import AT, Docket
from tests.store.databases import put_store

__all__ = ["docket_file"]

SHOWN: dict[str, Any] = {
    "ROOT_URLCONF": "sortie.web.demonstration.urls",
    "SORTIE_PAGES": "sortie.web.demonstration.pages.PAGES",
    "SORTIE_FRONT": "demonstration",
    "SORTIE_DEMONSTRATION": True,
    "SORTIE_COMPARISONS": demonstration.COMPARISONS,
}


@pytest.fixture(scope="session")
def signed_file(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sign-ins, in a store that holds nobody and that no test writes to."""
    path = tmp_path_factory.mktemp("sign-ins") / "signed.sqlite"
    signed(migrated_file, path)
    return path


@pytest.fixture
def opened(signed_file: Path, tmp_path: Path) -> Iterator[None]:
    """The sign-ins, in a store that holds nobody."""
    with shown(signed_file, tmp_path / "opened.sqlite"):
        yield


@pytest.fixture(scope="session")
def lived_in_file(docket_file: Docket, tmp_path_factory: pytest.TempPathFactory) -> Docket:
    """The sign-ins and the docket, in a store that no test writes to."""
    path = tmp_path_factory.mktemp("lived-in") / "docket.sqlite"
    signed(docket_file.path, path)
    return Docket(path, docket_file.built)


@pytest.fixture
def lived_in(lived_in_file: Docket, tmp_path: Path) -> Iterator[Docket]:
    """The sign-ins and the docket, on the morning it is set for."""
    path = tmp_path / "own.sqlite"
    with shown(lived_in_file.path, path, SORTIE_AT=AT):
        yield Docket(path, lived_in_file.built)


def signed(store_file: Path, path: Path) -> None:
    """Put a copy of a store in a file, with the sign-ins."""
    with shown(store_file, path):
        open_sign_ins(AT)


@contextmanager
def shown(store_file: Path, path: Path, **more: Any) -> Iterator[None]:
    """Show a copy of a store, as the demonstration does."""
    store.connect(put_store(store_file, path))
    try:
        with override_settings(**SHOWN, **more):
            yield
    finally:
        store.disconnect()
