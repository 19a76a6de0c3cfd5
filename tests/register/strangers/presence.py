"""What is not installed is said, and in CI it is a failure: nothing there is left out silently."""

import os
from typing import NoReturn

import pytest

NAMED = "SORTIE_NOT_INSTALLED"


def absent(what: str, install: str) -> NoReturn:
    """Skip the test with the way to install what it needs; fail it where ``CI`` is set.

    There too it is skipped when ``.ci/run`` has tried to install it, could not, and named it by
    its first word.
    """
    reason = f"{what} not found: {install}"
    named = os.environ.get(NAMED, "").casefold().split()
    if os.environ.get("CI") and what.split(maxsplit=1)[0].casefold() not in named:
        pytest.fail(reason)
    pytest.skip(reason)
