"""The stranger, built once."""

import pytest

from tests.register.strangers.go_program import Go, build


@pytest.fixture(scope="session")
def go(tmp_path_factory: pytest.TempPathFactory) -> Go:
    return build(tmp_path_factory.mktemp("go"))
