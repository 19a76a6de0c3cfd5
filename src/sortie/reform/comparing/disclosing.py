"""What is hidden so that no count can be traced to a few people.

A cell with at least one and fewer people than the threshold behind it is hidden, and so that what
was hidden cannot be had by subtracting, whatever would give it away is hidden with it:

- in a row of cells whose sum is told, the smallest of the others, which has people enough;
- in one cell, all the numbers of both laws: days open under B are those under A, with those gained
  and without those lost, so that any one of them is known from the others.

Nobody at all is no secret: a nought is told.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np


def few(people: Any, threshold: int) -> Any:
    """Return where somebody is counted, and fewer than the threshold."""
    return (people > 0) & (people < threshold)


def hidden(people: Any, threshold: int) -> Any:
    """Return which cells of a row are hidden, of one or several measures of people, a row each.

    A measure that hides a few hides one cell more that has people enough, unless it does already.
    """
    small = few(people, threshold)
    found = small.any(axis=0)
    for measure, of_few in zip(people, small, strict=True):
        enough = measure >= threshold
        if of_few.any() and enough.any() and not (found & enough).any():
            found[np.argmin(np.where(enough, measure, np.iinfo(np.int64).max))] = True
    return found


def told(number: Any, *, unless: Any) -> int | None:
    """Return a number, or nothing if it is hidden."""
    return None if unless else int(number)


def quantile(ordered: Sequence[int], quarters: int, threshold: int) -> int | None:
    """Return the value below which some quarters lie, if people enough lie on both sides of it."""
    rank = len(ordered) * quarters // 4
    beyond = min(rank, len(ordered) - rank)
    return int(ordered[rank]) if beyond >= threshold else None
