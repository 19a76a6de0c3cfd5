"""One large register, in memory and published, for the tests that need more than one tile above."""

from pathlib import Path

import pytest

from tests.register.tiles.published import publish
from tests.register.trees import Kept, entry

# The sizes of the specification's own example, and those around the powers of 256.
LARGE = (2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000)


@pytest.fixture(scope="session")
def large() -> Kept:
    """Return a register of 70,000 entries. It is shared: read it only."""
    return Kept([entry(index) for index in range(LARGE[-1])])


@pytest.fixture(scope="session")
def large_folder(large: Kept, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where it is published, at each of the sizes in turn. Copy it before spoiling it."""
    folder, since = tmp_path_factory.mktemp("large"), 0
    for size in LARGE:
        publish(folder, large, size, since=since)
        since = size
    return folder
