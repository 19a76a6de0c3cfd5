"""How many threads, and how many chunks at once, a given memory has room for.

The figures were measured, see docs/how-to/run-over-a-population.md: what the program takes before
it reads anybody, what a thread takes at work on a chunk, and what a chunk takes that waits.
"""

import os
from dataclasses import dataclass

from sortie.population.engines.errors import TooLittleMemory

MEGABYTE = 1_000_000
_PROGRAM, _AT_WORK, _WAITING = 400 * MEGABYTE, 75 * MEGABYTE, 15 * MEGABYTE
_MOST_WAITING = 2


@dataclass(frozen=True, slots=True)
class Room:
    """So many threads, and so many chunks taken and not yet done with."""

    threads: int
    held: int

    @classmethod
    def of(cls, memory: int, threads: int | None = None) -> "Room":
        """Return what fits into a memory; without a number of threads, one a core at most.

        Units:    bytes
        Raises:   TooLittleMemory: not even one chunk fits
        """
        free = memory - _PROGRAM
        most = min(threads or os.cpu_count() or 1, free // (_AT_WORK + _WAITING))
        if most < 1:
            raise TooLittleMemory((_PROGRAM + _AT_WORK + _WAITING) // MEGABYTE)
        waiting = (free - most * _AT_WORK) // _WAITING
        return cls(most, most + min(waiting, most * _MOST_WAITING))
