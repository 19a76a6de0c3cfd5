"""The patterns already answered: every pattern is answered once, however many people show it.

Each has a number for each route: that of its outcome and reason, negative (its complement) where no
version of the route is in force. What is kept is never kept for good: it is forgotten when it finds
no more room, and found again.
"""

from collections import namedtuple

import numpy as np
from numba import int64, uint64

from sortie.population.running.blocks.spans import days_in_force
from sortie.population.running.jit import entry, inlined, kernel

FEW_PATTERNS, MOST_PATTERNS, MOST_REASONS = 1 << 12, 1 << 18, 1 << 16
NONE = -1
FOUND, ANSWERED, REASONS = 0, 1, 2
_ONE, _LOW = uint64(1), uint64(2**32 - 1)
_NEAR = 1 << 14  # the four thousand commonest patterns are nine stretches of ten

Known = namedtuple("Known", "near places patterns numbers alone reason_places outcomes words count")
Known.__doc__ = """Patterns, where to look for them (``near`` first), their numbers, one a route.

``alone`` if no pattern can say it: a person is then answered apart. The outcome and the two words
of every number, and where to look for them. ``count``: found, answered, reasons.
"""


def nothing_known(width: int, routes: int, most: int = FEW_PATTERNS) -> Known:
    """Return room for what will be known of a book, at most so many patterns of so many words."""
    return Known(
        near=np.zeros(_NEAR, dtype=np.int32),
        places=np.zeros(2 * most, dtype=np.uint64),
        patterns=np.zeros((most, width), dtype=np.uint64),
        numbers=np.empty((most, routes), dtype=np.int32),
        alone=np.empty(most, dtype=np.bool_),
        reason_places=np.full(2 * MOST_REASONS, NONE, dtype=np.int32),
        outcomes=np.empty(MOST_REASONS, dtype=np.int8),
        words=np.empty((MOST_REASONS, 2), dtype=np.uint64),
        count=np.zeros(3, dtype=np.int64),
    )


def with_room(known: Known, most_of_all: int = MOST_PATTERNS) -> Known:
    """Return the same with more room, once half of it is taken; or with nothing known at all."""
    most, width = known.patterns.shape
    if 2 * known.count[FOUND] <= most and 2 * known.count[REASONS] <= len(known.outcomes):
        return known
    if 2 * most > most_of_all or 2 * known.count[REASONS] > len(known.outcomes):
        return nothing_known(width, known.numbers.shape[1])
    wider = nothing_known(width, known.numbers.shape[1], 2 * most)
    _find_again(known, wider)
    for name in ("numbers", "alone"):
        getattr(wider, name)[:most] = getattr(known, name)
    reasons = {name: getattr(known, name) for name in ("reason_places", "outcomes", "words")}
    return wider._replace(**reasons, count=known.count)


@entry
def _find_again(known, wider):
    for rank in range(known.count[FOUND]):
        rank_of(wider, known.patterns[rank])


@inlined
def _mixed(held, word):
    mixed = (held ^ word) * uint64(0x9E3779B97F4A7C15)
    return mixed ^ (mixed >> uint64(29))


@inlined
def rank_of(known, pattern):
    """Return the rank of a pattern, a new one if it was never seen; ``NONE`` without room."""
    mixed = uint64(0)
    for word in range(pattern.shape[0]):
        mixed = _mixed(mixed, pattern[word])
    nearest = (mixed >> uint64(32)) & uint64(_NEAR - 1)
    rank = int64(known.near[nearest])
    if _same(known, rank, pattern):
        return rank
    rank = _place_of(known, mixed, pattern)
    if rank != NONE:
        known.near[nearest] = rank
    return rank


@inlined
def _same(known, rank, pattern):
    same = True
    for word in range(pattern.shape[0]):
        same &= known.patterns[rank, word] == pattern[word]
    return same & (rank < known.count[FOUND])


@kernel
def _place_of(known, mixed, pattern):
    """Return the rank of a pattern: a place holds half of the mixture, and the rank from one on."""
    mask = uint64(known.places.shape[0] - 1)
    place, half = mixed & mask, mixed & ~_LOW
    while True:
        held = known.places[place]
        if held == uint64(0):
            break
        if held & ~_LOW == half:
            rank = int64(held & _LOW) - 1
            if _same(known, rank, pattern):
                return rank
        place = (place + _ONE) & mask
    rank = known.count[FOUND]
    if rank == known.patterns.shape[0]:
        return int64(NONE)
    known.places[place] = half | uint64(rank + 1)
    for word in range(pattern.shape[0]):
        known.patterns[rank, word] = pattern[word]
    known.count[FOUND] += 1
    return rank


@kernel
def lay_down(tables, s, known, asked):
    """Fill the atoms and the windows of a block from the patterns asked; return how many columns.

    A pattern is a stretch, 64 of them a column.
    """
    p, count = tables.patterns, (asked.shape[0] + 63) // 64
    for i in range(count):
        s.who[i], s.n[i] = 0, min(64, asked.shape[0] - 64 * i)
        s.A[i], s.left[i] = ~uint64(0) >> uint64(64 - s.n[i]), uint64(0)
        for k in range(s.n[i]):
            s.cuts[i, k] = k
        s.end[i] = s.n[i]
    for k in range(tables.leaves.shape[0]):
        sure, may = s.S[tables.leaves[k]], s.M[tables.leaves[k]]
        word, shift = p.slots[k, 0], uint64(p.slots[k, 1])
        for i in range(count):
            may[i] = _gathered(known, asked, i, s.n[i], word, shift)
            sure[i] = _gathered(known, asked, i, s.n[i], word, shift + _ONE)
    for k in range(p.windows.shape[0]):
        word, shift = p.windows[k, 0], uint64(p.windows[k, 1])
        for i in range(count):
            s.W[k, i] = _gathered(known, asked, i, s.n[i], word, shift)
    return count


@inlined
def _gathered(known, asked, column, count, word, shift):
    """Return one bit of each pattern of a column, side by side."""
    found = uint64(0)
    for k in range(count):
        bit = (known.patterns[asked[64 * column + k], word] >> shift) & _ONE
        found |= bit << uint64(k)
    return found


@kernel
def take_up(tables, s, known, asked, count, rows):
    """Keep what a block of patterns answered, in rows of stretches for every route."""
    for i in range(count):
        for k in range(s.n[i]):
            known.alone[asked[64 * i + k]] = s.left[i] >> uint64(k) & _ONE
    for row in range(rows.rows[0]):
        column, route = rows.person[row], rows.route[row]
        number = _number_of(known, rows.outcome[row], rows.not_closed[row], rows.not_open[row])
        held = days_in_force(tables, s.W, route, column)
        for k in range(rows.since[row], rows.before[row]):
            rank = asked[64 * column + k]
            known.alone[rank] |= number == NONE
            known.numbers[rank, route] = number if held >> uint64(k) & _ONE else ~number


@kernel
def _number_of(known, outcome, not_closed, not_open):
    """Return the number of an outcome and its reason, ``NONE`` if there is no room for it."""
    mixed = _mixed(_mixed(uint64(outcome), not_closed), not_open)
    mask = known.reason_places.shape[0] - 1
    place = int64(mixed >> uint64(32)) & mask
    while True:
        number = int64(known.reason_places[place])
        if number == NONE:
            break
        held = known.words[number]
        if known.outcomes[number] == outcome and held[0] == not_closed and held[1] == not_open:
            return number
        place = (place + 1) & mask
    number = known.count[REASONS]
    if number == known.outcomes.shape[0]:
        return int64(NONE)
    known.reason_places[place], known.outcomes[number] = number, outcome
    known.words[number, 0], known.words[number, 1] = not_closed, not_open
    known.count[REASONS] += 1
    return number
