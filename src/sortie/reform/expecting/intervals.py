"""Numbers known only between two bounds."""

from dataclasses import dataclass
from math import ceil, floor


@dataclass(frozen=True, slots=True)
class Interval:
    """From ``low`` to ``high``, both possible."""

    low: float
    high: float

    def times(self, other: "Interval") -> "Interval":
        """Return every product of the two, where neither is below 0."""
        return Interval(self.low * other.low, self.high * other.high)

    def by(self, number: float) -> "Interval":
        """Return every product with a number, which may be below 0."""
        return Interval(*sorted((self.low * number, self.high * number)))

    def rounded(self) -> tuple[int, int]:
        """Return the whole numbers around: never narrower."""
        return floor(round(self.low, 9)), ceil(round(self.high, 9))
