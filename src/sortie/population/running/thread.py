"""What one thread holds of a book from batch to batch: what it knows of it, and its memory."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import local
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np

from sortie.population.compiling import Compiled
from sortie.population.compiling.patterns import PROGRAM, Patterns
from sortie.population.running.blocks.sweep import MOST_STRETCHES
from sortie.population.running.custodies import answer, find, work_for, write
from sortie.population.running.known import ANSWERED, FOUND, MOST_PATTERNS, nothing_known, with_room
from sortie.population.running.months import calendar
from sortie.population.running.people import (
    PEOPLE,
    Out,
    People,
    Scratch,
    alike,
    more,
    out_for,
    scratch_for,
)
from sortie.population.running.turning import same_of_everybody

_OWN = local()
_A_BLOCK = PEOPLE * (MOST_STRETCHES + 1)
_MOST_PROGRAMS = 1 << PROGRAM


@dataclass(frozen=True)
class Held:
    """A program in one thread: its rank, which tells its patterns from others', and its memory."""

    rank: int
    patterns: Patterns
    scratch: Scratch


class Thread:
    """A book in one thread. The trap: two threads never share one; ``own`` gives each its own."""

    def __init__(self, routes: int, most: int = MOST_PATTERNS) -> None:
        self.most = most
        self.aside = out_for(2 * _A_BLOCK * routes)
        self.known = nothing_known(1, routes)
        self._work = work_for(1, 0)
        self._programs: WeakKeyDictionary[Compiled, Held] = WeakKeyDictionary()
        self._ranks = 0  # given so far: never one twice, its program gone or not

    def rows(
        self, programs: Sequence[Compiled], people: People, room: int
    ) -> Iterator[tuple[Out, Any]]:
        """Yield rows, people in order, with the places of those who are left out of them.

        ``programs``: that of all days, and that of people whose custody began later. ``room`` is
        how many rows are written at once.
        """
        begin, total = 0, len(people.since)
        held = self._made_ready(programs, people)
        while begin < total:
            end = self._answered(programs, held, people, begin)
            left = np.flatnonzero(self._work.left[begin:end]) + begin
            while begin < end:
                out = out_for(room)
                stopped = write(self.known, people, self._work, self.aside, out, begin, end)
                if stopped == begin:
                    room *= 2  # not one person found room
                    continue
                yield out, left
                begin, left = stopped, left[:0]

    def _made_ready(self, programs: Sequence[Compiled], people: People) -> list[Held]:
        """Return what is held of some programs; what is known stays if they are known too."""
        width = max(len(program.tables.patterns.base) for program in programs)
        new = [p for p in dict.fromkeys(programs) if p not in self._programs]
        if width > self.known.patterns.shape[1] or self._ranks + len(new) > _MOST_PROGRAMS:
            width = max(width, self.known.patterns.shape[1])
            self.known = nothing_known(width, self.known.numbers.shape[1])
            self._work, self._ranks, new = work_for(width, 0), 0, list(dict.fromkeys(programs))
            self._programs.clear()
        for program in new:
            patterns = same_of_everybody(program.tables.patterns, alike(program))
            self._programs[program] = Held(self._ranks, patterns, scratch_for(program))
            self._ranks += 1
        if len(self._work.alone) < len(people.since):
            self._work = work_for(self.known.patterns.shape[1], len(people.since))
        return [self._programs[program] for program in programs]

    def _answered(
        self, programs: Sequence[Compiled], held: Sequence[Held], people: People, begin: int
    ) -> int:
        """Answer people from ``begin`` on; return the first who found no room."""
        self.known = with_room(self.known, self.most)
        recent = programs[1].program.since.toordinal()
        which = held[0].rank, held[1].rank, recent
        tables = held[0].patterns, held[1].patterns
        end = int(find(*tables, which, self.known, calendar(), people, self._work, begin))
        self._work.left[begin:end] = False
        first, last = self.known.count[ANSWERED], self.known.count[FOUND]
        new = np.arange(first, last, dtype=np.int32)
        of_program = self.known.patterns[first:last, 0] & np.uint64(_MOST_PROGRAMS - 1)
        for program, own in zip(programs, held, strict=True):
            self._answer(program, own, people, new[of_program == own.rank], alone=False)
        self.known.count[ANSWERED] = last
        alone = self._alone(begin, end)
        self.aside.rows[0] = 0
        later = people.since[alone] >= recent
        self._answer(programs[0], held[0], people, alone[~later], alone=True)
        self._answer(programs[1], held[1], people, alone[later], alone=True)
        return end

    def _alone(self, begin: int, end: int) -> Any:
        """Return the places of the people whom no pattern can tell."""
        work = self._work
        first, made = work.first[begin : end + 1], int(work.made[0])
        untold = np.flatnonzero(self.known.alone[work.ranks[:made]])
        work.alone[np.searchsorted(first, untold, side="right") - 1 + begin] = True
        return np.flatnonzero(work.alone[begin:end]).astype(np.int32) + np.int32(begin)

    def _answer(
        self, program: Compiled, held: Held, people: People, asked: Any, *, alone: bool
    ) -> None:
        while len(asked):
            done = answer(program.tables, held.scratch, calendar(), people, self.known,
                          self._work, self.aside, asked, alone)  # fmt: skip
            asked = asked[done:]
            if len(asked):
                self.aside = more(self.aside)


def own(compiled: Compiled) -> Thread:
    """Return what this thread holds of a book, made when first asked for."""
    threads: WeakKeyDictionary[Compiled, Thread]
    threads = _OWN.__dict__.setdefault("threads", WeakKeyDictionary())
    if compiled not in threads:
        threads[compiled] = Thread(len(compiled.tables.routes))
    return threads[compiled]
