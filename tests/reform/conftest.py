"""The records that the tests of this folder and those below share: making them takes a while."""

from pathlib import Path

import pytest

from tests.reform.comparing.people import records_of


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return records_of(tmp_path_factory.mktemp("people"), people=40)
