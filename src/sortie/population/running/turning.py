"""One person's custody as patterns: what all questions say on its first day, and what turns when.

A turn is a day, a word of the pattern and the bits that change in it; turns rise by day.
"""

from collections import namedtuple
from typing import Any

import numpy as np
from numba import uint64

from sortie.population.compiling.arrays import flat
from sortie.population.compiling.patterns import Patterns
from sortie.population.running.blocks.sweep import sides
from sortie.population.running.jit import entry, inlined, kernel
from sortie.population.running.months import FIRST, LAST, added, calendar, first_day

MOST_TURNS = 96
TOO_MANY = -1
MAY, SURE, BOTH = 0b01, 0b10, 0b11
_ALL_MAY = uint64(0x5555555555555555)  # questions begin at even shifts

Turns = namedtuple("Turns", "days words bits now")


def same_of_everybody(p: Patterns, supposed: Any) -> Patterns:
    """Return the patterns with what is supposed of everybody brought in, once for all people.

    ``supposed``: the columns that are the same of everybody, after as many as a record has.
    """
    t = turns_for(len(p.base))
    n = _fixed(p, calendar(), supposed, t)
    days = sorted({*p.days.tolist(), *t.days[:n].tolist()})
    law = np.zeros((len(days) + 1, len(p.base)), dtype=np.uint64)
    for rank, day in enumerate((FIRST - 1, *days)):
        law[rank] = t.now ^ p.base ^ p.law[np.searchsorted(p.days, day, side="right")]
        for k in range(n):
            if t.days[k] <= day:
                law[rank, t.words[k]] ^= t.bits[k]
    reaches, exceeds = p.reaches[p.fixed[0] :], p.exceeds[p.fixed[1] :]
    return p._replace(days=flat(days), law=law, reaches=reaches, exceeds=exceeds)


def turns_for(width: int) -> Turns:
    """Return room for the turns of one person."""
    days, words = (np.zeros(MOST_TURNS, dtype=np.int32) for _ in range(2))
    bits, now = (np.zeros(size, dtype=np.uint64) for size in (MOST_TURNS, width))
    return Turns(days, words, bits, now)


@entry
def _fixed(p, cal, supposed, t):
    """Fill what is the same of everybody, from the first day of all to the last."""
    days = (FIRST, LAST)
    n = _exceeds(p.exceeds[: p.fixed[1]], cal, supposed, days, t, 0)
    return _reaches(p.reaches[: p.fixed[0]], cal, supposed, days, t, n)


@kernel
def turns_of(p, cal, people, person, t):
    """Fill what all questions say as custody begins, and the turns within it; return how many.

    ``TOO_MANY`` of a person with more of them than there is room for.
    """
    numbers, since, before = people.numbers, people.since[person], people.before[person]
    n = _law(p, since, before, t)
    for row in range(p.listed.shape[0]):
        column, word, values = p.listed[row]
        t.now[word] ^= p.said[values, numbers[column, person] + 1]
    for row in range(p.contained.shape[0]):
        low, high, value, word, shift = p.contained[row]
        yes = uint64(MAY) if numbers[high, person] & value else uint64(0)
        if numbers[low, person] & value:
            yes |= uint64(SURE)
        t.now[word] ^= yes << uint64(shift)
    n = _exceeds(p.exceeds, cal, numbers[:, person], (since, before), t, n)
    n = _reaches(p.reaches, cal, numbers[:, person], (since, before), t, n)
    return _changes(p, people, person, (since, before), t, n)


@inlined
def _turn(t, n, custody, day, word, bits):
    """Change the pattern of the first day, or insert a turn; return how many turns there are."""
    if day <= custody[0]:
        t.now[word] ^= bits
        return n
    if day >= custody[1] or n < 0:
        return n
    if n == MOST_TURNS:
        return TOO_MANY
    k = n
    while k > 0 and t.days[k - 1] > day:
        k -= 1
    if k > 0 and t.days[k - 1] == day and t.words[k - 1] == word:
        t.bits[k - 1] ^= bits
        return n
    for j in range(n, k, -1):
        t.days[j], t.words[j], t.bits[j] = t.days[j - 1], t.words[j - 1], t.bits[j - 1]
    t.days[k], t.words[k], t.bits[k] = day, word, bits
    return n + 1


@inlined
def _law(p, since, before, t):
    """Bring in what is the same of everybody: all of it on the first day, then its turns."""
    n, rank, width = 0, 0, p.law.shape[1]
    while rank < p.days.shape[0] and p.days[rank] <= since:
        rank += 1
    for word in range(t.now.shape[0]):
        t.now[word] = p.law[rank, word] if word < width else uint64(0)
    while rank < p.days.shape[0] and p.days[rank] < before:
        for word in range(width):
            bits = p.law[rank, word] ^ p.law[rank + 1, word]
            if bits:
                n = _turn(t, n, (since, before), p.days[rank], word, bits)
        rank += 1
    return n


@inlined
def _between(t, n, custody, window, day, word, bits):
    """Let some bits hold from a day on, within a window of the law."""
    begin = max(day, window[0])
    if begin >= window[1]:
        return n
    n = _turn(t, n, custody, begin, word, bits)
    return _turn(t, n, custody, window[1], word, bits)


@inlined
def _exceeds(exceeds, cal, numbers, custody, t, n):
    """Bring in the comparisons that no day moves: they hold in their window, or nowhere."""
    for row in range(exceeds.shape[0]):
        e = exceeds[row]
        low, high = sides(e, numbers, cal, False)
        floor, ceiling = sides(e, numbers, cal, True)
        bits = uint64(0)
        if low > ceiling or (not e[10] and low == ceiling):
            bits = uint64(BOTH) << uint64(e[15])
        elif not (high < floor or (e[10] and high == floor)):
            bits = uint64(MAY) << uint64(e[15])
        if bits:
            n = _between(t, n, custody, (e[12], e[13]), FIRST, e[14], bits)
    return n


@inlined
def _reaches(reaches, cal, numbers, custody, t, n):
    """Bring in the comparisons that a day moves: from when they may hold and surely do.

    One fact under several readings is mostly one day: such rows turn together.
    """
    row, total = 0, reaches.shape[0]
    while row < total:
        r = reaches[row]
        low, high, window, bits = numbers[r[1]], numbers[r[2]], (r[8], r[9]), uint64(0)
        while True:
            bits |= uint64(BOTH) << uint64(reaches[row, 11])
            row += 1
            if row == total or not reaches[row, 12]:
                break
            if numbers[reaches[row, 1]] != low or numbers[reaches[row, 2]] != high:
                break
        day = first_day(cal, added(cal, low, r[5], r[6]), r[3], r[4], r[7])
        if low == high:
            n = _between(t, n, custody, window, day, r[10], bits)
            continue
        n = _between(t, n, custody, window, day, r[10], bits & _ALL_MAY)
        day = first_day(cal, added(cal, high, r[5], r[6]), r[3], r[4], r[7])
        n = _between(t, n, custody, window, day, r[10], bits & ~_ALL_MAY)
    return n


@inlined
def _changes(p, people, person, custody, t, n):
    """Bring in the facts that change over time; the first value is that of all days before."""
    for row in range(p.changing.shape[0]):
        series, word, values = p.changing[row]
        start, stop = people.first[series, person], people.first[series, person + 1]
        if start == stop:
            continue
        said = p.said[values, people.values[start] + 1]
        t.now[word] ^= said
        for k in range(start + 1, stop):
            other = p.said[values, people.values[k] + 1]
            if other != said:
                n = _turn(t, n, custody, people.days[k], word, said ^ other)
                said = other
    return n
