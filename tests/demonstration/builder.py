"""Builds the demonstration in a process of its own, that a test may kill.

``python -m tests.demonstration.builder ADDRESS``: one line an act.
"""

import sys

from sortie import store
from tests.demonstration.dockets import build


def say(done: int, _: int) -> None:
    """Say on a line of its own that one more act was kept."""
    sys.stdout.write(f"{done}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    store.connect(sys.argv[1])
    build(progress=say)
