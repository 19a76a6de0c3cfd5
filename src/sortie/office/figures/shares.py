"""A share of a whole, with its interval: a few cases more or fewer would have given another."""

from dataclasses import dataclass
from math import sqrt

# The 97.5th centile of the normal law: nineteen years in twenty.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Share:
    """A share and the bounds of its interval, from 0 to 1."""

    share: float
    low: float
    high: float


def share_of(count: int, whole: int) -> Share | None:
    """Return the share that a count is of a whole, with its 95 % interval; None of nothing.

    Source:   E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212

    >>> share_of(0, 20).high
    0.16113...
    """
    if not whole:
        return None
    share, square = count / whole, _Z * _Z / whole
    middle = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return Share(share, max(0.0, middle - half), min(1.0, middle + half))
