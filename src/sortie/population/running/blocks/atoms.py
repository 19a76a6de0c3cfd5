"""The atoms of a block of people, a row after the other: on which stretches each says yes.

A word a person, a bit a stretch of days; ``A`` are all the stretches that a person has.
"""

from numba import uint64

from sortie.population.running.blocks.sweep import sides
from sortie.population.running.jit import kernel
from sortie.population.running.months import FIRST, LAST

_ONE = uint64(1)


@kernel
def answer_atoms(tables, people, s, cal, count):
    """Fill the masks of every atom, and those of the windows of the law."""
    for row in range(tables.windows.shape[0]):
        w = tables.windows[row]
        _within(w[0], w[1], s.cuts, s.n, s.A, s.W[row], count)
    for k in range(tables.cleared.shape[0]):
        sure, may = s.S[tables.cleared[k]], s.M[tables.cleared[k]]
        for i in range(count):
            sure[i] = may[i] = uint64(0)
    for row in range(tables.reaches.shape[0]):
        r = tables.reaches[row]
        _reaches(r, s.turns[row], s.cuts, s.n, s.A, s.S[r[0]], s.M[r[0]], s.V[0], count)
    for row in range(tables.exceeds.shape[0]):
        e = tables.exceeds[row]
        _exceeds(e, people.numbers, s.who, cal, (s.cuts, s.n, s.A), s.S[e[0]], s.M[e[0]], s.V[0],
                 count)  # fmt: skip
    for row in range(tables.holds.shape[0]):
        h = tables.holds[row]
        _holds(h, people.numbers[h[1]], people.numbers[h[2]], s.who, s.A, s.S[h[0]], s.M[h[0]],
               count)  # fmt: skip
    for row in range(tables.changes.shape[0]):
        c = tables.changes[row]
        _changes(c, people, s.who, (s.cuts, s.n, s.A), s.S[c[0]], s.M[c[0]], count)


@kernel
def place(day, cuts, n):
    """Return the first stretch that begins on a day or later."""
    if n < 9:
        k = 0
        while k < n and cuts[k] < day:
            k += 1
        return k
    low, high = 0, n
    while low < high:
        middle = (low + high) >> 1
        if cuts[middle] < day:
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def _from(position, everything):
    """Return the stretches from a position on."""
    return everything & (everything << uint64(position)) if position < 64 else uint64(0)


@kernel
def _within(since, before, cuts, n, everything, into, count):
    """Fill the stretches that lie between two days."""
    for i in range(count):
        mask = everything[i]
        if since > cuts[i, 0]:
            mask = _from(place(since, cuts[i], n[i]), mask)
        if before <= cuts[i, n[i] - 1]:
            mask &= ~_from(place(before, cuts[i], n[i]), everything[i])
        into[i] = mask


@kernel
def _reaches(r, turns, cuts, n, everything, sure, may, within, count):
    always = r[8] == FIRST and r[9] == LAST
    if not always:
        _within(r[8], r[9], cuts, n, everything, within, count)
    for i in range(count):
        limit = everything[i] if always else within[i]
        if limit:
            first, final = turns[0, i], turns[1, i]
            mask = _from(place(first, cuts[i], n[i]), everything[i])
            may[i] |= limit & mask
            if final != first:
                mask = _from(place(final, cuts[i], n[i]), everything[i])
            sure[i] |= limit & mask


@kernel
def _exceeds(e, numbers, who, cal, cut, sure, may, within, count):
    cuts, n, everything = cut
    always = e[12] == FIRST and e[13] == LAST
    if not always:
        _within(e[12], e[13], cuts, n, everything, within, count)
    for i in range(count):
        limit = everything[i] if always else within[i]
        if not limit:
            continue
        low, high = sides(e, numbers[:, who[i]], cal, False)
        floor, ceiling = sides(e, numbers[:, who[i]], cal, True)
        if low > ceiling or (not e[10] and low == ceiling):
            sure[i] |= limit
            may[i] |= limit
        elif not (high < floor or (e[10] and high == floor)):
            may[i] |= limit


@kernel
def _holds(h, low, high, who, everything, sure, may, count):
    values = h[3]
    if h[4]:
        for i in range(count):
            sure[i] = everything[i] if low[who[i]] & values else uint64(0)
            may[i] = everything[i] if high[who[i]] & values else uint64(0)
        return
    for i in range(count):
        value = low[who[i]]
        known = value >= 0
        yes = not known or (values >> value) & 1
        may[i] = everything[i] if yes else uint64(0)
        sure[i] = everything[i] if yes and known else uint64(0)


@kernel
def _changes(c, people, who, cut, sure, may, count):
    """Fill the masks of a fact that changes over time."""
    cuts, n, everything = cut
    values = c[2]
    for i in range(count):
        start, stop = people.first[c[1], who[i]], people.first[c[1], who[i] + 1]
        yes = maybe = uint64(0)
        begin = 0
        for k in range(start, stop):
            end = n[i] if k + 1 == stop else place(people.days[k + 1], cuts[i], n[i])
            if end > begin:
                value = people.values[k]
                if value < 0 or (values >> value) & 1:
                    mask = _from(begin, everything[i])
                    if end < n[i]:
                        mask &= ~_from(end, everything[i])
                    maybe |= mask
                    if value >= 0:
                        yes |= mask
                begin = end
        sure[i], may[i] = yes, maybe
