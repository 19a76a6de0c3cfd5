"""Whole custodies to rows, in three steps over many people.

``find`` cuts every custody into stretches of one pattern each; ``answer`` answers, side by side,
the patterns never seen before and the people whom no pattern can tell; ``write`` writes the rows.
"""

from collections import namedtuple

import numpy as np
from numba import uint64

from sortie.population.running.blocks.block import answer_block, cut_people
from sortie.population.running.blocks.spans import write_block
from sortie.population.running.blocks.sweep import MOST_STRETCHES
from sortie.population.running.jit import entry, inlined, kernel
from sortie.population.running.known import NONE, lay_down, rank_of, take_up
from sortie.population.running.people import PEOPLE
from sortie.population.running.turning import MOST_TURNS, TOO_MANY, turns_for, turns_of

STRETCHES = 1 << 17
Work = namedtuple("Work", "turns ranks days first alone row rows left made")
Work.__doc__ = """Of each person: the stretches (``ranks`` and ``days``, from ``first`` on), whether
they are answered ``alone``: then ``rows`` of the rows aside, from ``row`` on, or ``left`` out.
"""


def work_for(width: int, people: int) -> Work:
    """Return the memory in which one thread puts together stretches of patterns of some words."""
    return Work(
        turns=turns_for(width), ranks=_ints(STRETCHES), days=_ints(STRETCHES),
        first=_ints(people + 1), alone=_flags(people), row=_ints(people), rows=_ints(people),
        left=_flags(people), made=_ints(1),
    )  # fmt: skip


def _ints(size: int) -> np.ndarray[tuple[int], np.dtype[np.int32]]:
    return np.zeros(size, dtype=np.int32)


def _flags(size: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.zeros(size, dtype=np.bool_)


@entry
def find(whole, lasting, program, known, cal, people, w, begin):
    """Fill the stretches of people from ``begin`` on; return the first who found no room.

    ``program``: its rank for those whose custody began before a day, for the others, and the day.
    """
    total, made, t = people.since.shape[0], 0, w.turns
    for person in range(begin, total):
        since, before = people.since[person], people.before[person]
        w.first[person], w.alone[person], w.rows[person] = made, False, 0
        if since >= before:
            continue
        if made + MOST_TURNS >= w.ranks.shape[0]:
            w.made[0] = made
            return person
        if since < program[2]:
            n = turns_of(whole, cal, people, person, t)
            t.now[0] ^= uint64(program[0])
        else:
            n = turns_of(lasting, cal, people, person, t)
            t.now[0] ^= uint64(program[1])
        if n == TOO_MANY:
            w.alone[person] = True
            continue
        last = _stretches(known, t, n, since, w, made)
        if last == NONE:
            w.made[0] = made
            return person
        made = last
    w.first[total], w.made[0] = made, made
    return total


@inlined
def _stretches(known, t, n, since, w, made):
    """Fill the stretches between turns; return the place after them, ``NONE`` without room."""
    now = t.now
    rank = rank_of(known, now)
    w.ranks[made], w.days[made] = rank, since
    k = 0
    while k < n and rank != NONE:
        day = t.days[k]
        while k < n and t.days[k] == day:
            now[t.words[k]] ^= t.bits[k]
            k += 1
        rank = rank_of(known, now)
        if rank != w.ranks[made]:
            made += 1
            w.ranks[made], w.days[made] = rank, day
    return NONE if rank == NONE else made + 1


@entry
def answer(tables, s, cal, people, known, w, aside, asked, alone):
    """Answer the patterns asked, or ``alone`` people; return how many: the others want more room.

    The rows of patterns are aside for a moment, those of people stay.
    """
    done, room = 0, PEOPLE * tables.routes.shape[0] * (MOST_STRETCHES + 1)
    while done < asked.shape[0]:
        at_once = PEOPLE if alone else PEOPLE * MOST_STRETCHES
        some = asked[done : min(done + at_once, asked.shape[0])]
        if not alone:
            aside.rows[0] = 0
            count = lay_down(tables, s, known, some)
        elif aside.rows[0] + room > aside.since.shape[0]:
            return done
        else:
            count = some.shape[0]
            cut_people(tables, cal, people, s, some, count)
        row = aside.rows[0]
        answer_block(tables, cal, people, s, count, alone)
        write_block(tables, s, aside, count, not alone)
        if alone:
            _note(s, w, aside, row, count)
        else:
            take_up(tables, s, known, some, count, aside)
        done += some.shape[0]
    return done


@kernel
def _note(s, w, aside, row, count):
    """Note where the rows of some people are aside."""
    for i in range(count):
        person = s.who[i]
        w.row[person], w.left[person] = row, s.left[i] != uint64(0)
        while row < aside.rows[0] and aside.person[row] == i:
            row += 1
        w.rows[person] = row - w.row[person]


@entry
def write(known, people, w, aside, out, begin, end):
    """Write the rows of people from ``begin`` on; return the first who found no room."""
    for person in range(begin, end):
        if w.alone[person]:
            if not _copy(w, aside, out, person):
                return person
            continue
        row, first, last = out.rows[0], w.first[person], w.first[person + 1]
        routes = known.numbers.shape[1]
        if row + (last - first) * routes > out.since.shape[0]:
            return person
        for route in range(routes):
            is_ever = False
            for k in range(first, last):
                is_ever |= known.numbers[w.ranks[k], route] >= 0
            if is_ever:
                row = _write_route(known, w, out, (first, last), (person, route), row)
                out.before[row - 1] = people.before[person]
        out.rows[0] = row
    return end


@inlined
def _write_route(known, w, out, stretches, what, row):
    held = NONE
    for k in range(stretches[0], stretches[1]):
        number = known.numbers[w.ranks[k], what[1]]
        number = number if number >= 0 else ~number
        if number == held:
            continue
        if held != NONE:
            out.before[row - 1] = w.days[k]
        out.person[row], out.route[row] = what
        out.since[row], out.outcome[row] = w.days[k], known.outcomes[number]
        out.not_closed[row], out.not_open[row] = known.words[number, 0], known.words[number, 1]
        held = number
        row += 1
    return row


@kernel
def _copy(w, aside, out, person):
    """Write the rows of one person from those aside; no if they find no room."""
    row = out.rows[0]
    if row + w.rows[person] > out.since.shape[0]:
        return False
    for k in range(w.row[person], w.row[person] + w.rows[person]):
        out.person[row], out.route[row] = person, aside.route[k]
        out.since[row], out.before[row] = aside.since[k], aside.before[k]
        out.outcome[row] = aside.outcome[k]
        out.not_closed[row], out.not_open[row] = aside.not_closed[k], aside.not_open[k]
        row += 1
    out.rows[0] = row
    return True
