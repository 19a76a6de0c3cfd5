"""How wide a drawing is, where its names stand, and how long a text is taken to be."""

import textwrap
from dataclasses import dataclass
from functools import lru_cache

EDGE = 6.0
# How wide a letter is taken to be: a text must never be found narrower than it is drawn.
LETTER, BOLD_LETTER, SMALL_LETTER = 7.2, 8.6, 6.6


@dataclass(frozen=True, slots=True)
class Layout:
    """The width of a drawing; names stand in a ``gutter`` on its left, or above their bands."""

    name: str
    width: float
    gutter: float = 0.0

    @property
    def left(self) -> float:
        """Where the first day is."""
        return self.gutter or EDGE

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.width - EDGE

    def folded(self, name: str) -> tuple[str, ...]:
        """Return a name on as many lines as it takes to stand where names do."""
        room = (self.gutter or self.width) - 2 * EDGE
        return _folded(name, int(room / LETTER))

    def heading(self, text: str) -> tuple[str, ...]:
        """Return a heading on as many lines as it takes to stand over the whole width."""
        return _folded(text, int((self.width - 2 * EDGE) / BOLD_LETTER))


WIDE = Layout("wide", 1180.0, gutter=300.0)
NARROW = Layout("narrow", 320.0)


@lru_cache(maxsize=1024)
def _folded(name: str, letters: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(name, letters)) or ("",)


def wide(text: str, letter: float = LETTER) -> float:
    """Return how wide a text is, at most."""
    return len(text) * letter
