"""One person's days, cut wherever an answer may change.

A stretch of days is a bit of a word of 64. A person with more stretches is not answered here:
``cut_days`` says so, and the plain evaluator takes them.
"""

from sortie.population.running.jit import entry, kernel
from sortie.population.running.months import FIRST, LAST, NO_TERM, added, first_day

MOST_STRETCHES = 64
TOO_MANY = -1


@kernel
def _cut(day, cuts, n):
    """Insert a day among the cuts, which rise; return how many there are."""
    k = n
    while k > 0 and cuts[k - 1] > day:
        k -= 1
    if k > 0 and cuts[k - 1] == day:
        return n
    if n == MOST_STRETCHES:
        return TOO_MANY
    for j in range(n, k, -1):
        cuts[j] = cuts[j - 1]
    cuts[k] = day
    return n + 1


@kernel
def find_turns(tables, numbers, who, cal, turns, count):
    """Fill, for each row of ``reaches`` and each person, from when it may hold and surely holds."""
    for row in range(tables.reaches.shape[0]):
        r = tables.reaches[row]
        lows, highs, maybe, sure = numbers[r[1]], numbers[r[2]], turns[row, 0], turns[row, 1]
        if r[3] == NO_TERM and r[5] == NO_TERM:
            for i in range(count):
                low, high = lows[who[i]], highs[who[i]]
                maybe[i] = low + r[7] if FIRST < low < LAST else low
                sure[i] = high + r[7] if FIRST < high < LAST else high
            continue
        for i in range(count):
            low, high = lows[who[i]], highs[who[i]]
            maybe[i] = sure[i] = first_day(cal, added(cal, low, r[5], r[6]), r[3], r[4], r[7])
            if low != high:
                sure[i] = first_day(cal, added(cal, high, r[5], r[6]), r[3], r[4], r[7])


@kernel
def cut_days(tables, people, person, cal, cuts, turns, i):
    """Fill the cuts of one person within the custody; return how many, or ``TOO_MANY``."""
    numbers, days = people.numbers[:, person], people.days
    since, before = people.since[person], people.before[person]
    cuts[0], n = since, 1
    seen = FIRST - 1
    for row in range(turns.shape[0]):
        maybe, sure = turns[row, 0, i], turns[row, 1, i]
        # Facts that readings move are mostly equal: the row before has said the same.
        if maybe != seen and since < maybe < before and n > 0:
            n = _cut(maybe, cuts, n)
        if sure != maybe and since < sure < before and n > 0:
            n = _cut(sure, cuts, n)
        seen = maybe
    for day in tables.days:
        if since < day < before and n > 0:
            n = _cut(day, cuts, n)
    for series in range(people.first.shape[0]):
        for k in range(people.first[series, person] + 1, people.first[series, person + 1]):
            if since < days[k] < before and n > 0:
                n = _cut(days[k], cuts, n)
    if n > 0 and tables.crossings.shape[0]:
        n = _cut_crossings(tables, numbers, since, before, cal, cuts, n)
    return n


@kernel
def _cut_crossings(tables, numbers, since, before, cal, cuts, n):
    """Cut where a moving bound on an unknown date passes a fixed one."""
    for row in range(tables.crossings.shape[0]):
        e = tables.exceeds[tables.crossings[row, 0]]
        r = tables.reaches[tables.crossings[row, 1]]
        left = tables.crossings[row, 2] == 0
        low, high = numbers[r[1]], numbers[r[2]]
        if low == high:
            continue
        bound = fixed_bound(e, numbers, cal, left)
        if bound < FIRST:
            continue
        for value in (bound if bound == FIRST else bound - 1, bound):
            day = first_day(cal, added(cal, value, r[5], r[6]), r[3], r[4], r[7])
            if since < day < before and n > 0:
                n = _cut(day, cuts, n)
    return n


@kernel
def fixed_bound(e, numbers, cal, left):
    """Return the bound that the known side of a comparison sets on the other, below FIRST if none.

    ``e`` is a row of ``exceeds`` whose left (or right) side is open.
    """
    low, high = sides(e, numbers, cal, left)
    if low != high:
        return FIRST - 1
    if left:
        return first_value(low, e[3], e[4], e[10], e[11], cal)
    return first_value(low, e[8], e[9], 1 - e[10], e[11], cal)


@kernel
def sides(e, numbers, cal, right):
    """Return the least and the most of one side of a comparison, term added."""
    if right:
        if e[5] == 0:
            return e[6], e[7]
        low, high = numbers[e[6]], numbers[e[7]]
        return added(cal, low, e[8], e[9]), added(cal, high, e[8], e[9])
    low, high = numbers[e[1]], numbers[e[2]]
    return added(cal, low, e[3], e[4]), added(cal, high, e[3], e[4])


@entry
def first_value(bound, count, next_month, strict, dated, cal):
    """Return the least value with ``value + term >= bound`` (``>`` when strict)."""
    if not dated:
        return bound + strict
    if strict and bound == FIRST:
        return FIRST + 1
    return first_day(cal, bound, count, next_month, strict)
