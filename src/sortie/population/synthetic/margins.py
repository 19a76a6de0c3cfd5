"""Joining two lists whose totals were published, by weights that nobody published."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_ROUNDS = 500
_CLOSE = 1e-12


def joined(weights: Array, rows: Array, columns: Array) -> Array:
    """Return shares that add up to the totals of rows and columns, the nearest to the weights.

    The trap: a total that no weight leads to is not reached. Rows come last, so theirs hold.

    Source:   iterative proportional fitting (Deming and Stephan, 1940)
    """
    table = np.asarray(weights, float).copy()
    rows, columns = np.asarray(rows, float), np.asarray(columns, float)
    for _ in range(_ROUNDS):
        before = table
        table = table * _ratio(columns, table.sum(axis=0))
        table = table * _ratio(rows, table.sum(axis=1))[:, None]
        if np.abs(table - before).max() < _CLOSE:
            break
    return table


def _ratio(wanted: Array, found: Array) -> Array:
    return np.divide(wanted, found, out=np.zeros_like(found), where=found > 0)
