"""Tables of small whole numbers, as the kernel reads them."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np


def table(rows: Sequence[Sequence[int]], width: int) -> Any:
    """Return rows of as many numbers, none at all among them."""
    return np.array(rows, dtype=np.int32).reshape(len(rows), width)


def flat(values: Iterable[int]) -> Any:
    """Return one row."""
    return np.array(list(values), dtype=np.int32)
