"""One crowd for the tests of this folder: making records takes a second."""

from pathlib import Path

import pytest

from tests.population.engines.crowd import a_crowd


@pytest.fixture(scope="session")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_crowd(tmp_path_factory.mktemp("crowd"))
