"""Draws that are the same for the same seed, on every machine and in any order."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chance:
    """One source of draws; each draw has a name, and nothing is drawn in turn.

    So a person added to the crowd changes nothing of the others.
    """

    seed: int
    path: str = ""

    def of(self, name: object) -> "Chance":
        """Return the draws of something inside this: a person, a story.

        >>> Chance(1).of("P-1").number("age", 1, 6) == Chance(1).of("P-1").number("age", 1, 6)
        True
        """
        return Chance(self.seed, f"{self.path}/{name}")

    def number(self, name: object, least: int, most: int) -> int:
        """Return a whole number between two, both included."""
        said = f"{self.seed}{self.path}/{name}".encode()
        drawn = int.from_bytes(hashlib.sha256(said).digest()[:8])
        return least + drawn % (most - least + 1)

    def once_in(self, name: object, times: int) -> bool:
        """Whether something that happens once in so many times happens here."""
        return self.number(name, 1, times) == 1

    def pick(self, name: object, among: Sequence[T]) -> T:
        """Return one of these."""
        return among[self.number(name, 0, len(among) - 1)]
