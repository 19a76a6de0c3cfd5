"""The site as it shows the demonstration, on an empty store or on the docket."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from sortie import store
from sortie.web.demonstration.opening import open_sign_ins
from tests.demonstration.conftest import docket_file
from tests.demonstration.dockets import AT, Docket

__all__ = ["docket_file"]

SHOWN: dict[str, Any] = {
    "ROOT_URLCONF": "sortie.web.demonstration.urls",
    "SORTIE_PAGES": "sortie.web.demonstration.pages.PAGES",
    "SORTIE_FRONT": "demonstration",
    "SORTIE_DEMONSTRATION": True,
}


@pytest.fixture
def opened(sqlite_store: str) -> Iterator[str]:
    """The sign-ins, in a store that holds nobody."""
    with override_settings(**SHOWN):
        open_sign_ins(AT)
        yield sqlite_store


@pytest.fixture
def lived_in(docket_file: Docket, tmp_path: Path) -> Iterator[Docket]:  # noqa: F811 (a fixture)
    """The sign-ins and the docket: a copy of it, on the morning it is set for."""
    path = tmp_path / "own.sqlite"
    shutil.copy(docket_file.path, path)
    shutil.copytree(docket_file.path.with_suffix(".keys"), path.with_suffix(".keys"))
    store.connect(f"sqlite:///{path}")
    with override_settings(**SHOWN, SORTIE_AT=AT):
        open_sign_ins(AT)
        yield Docket(path, docket_file.built)
    store.disconnect()
