"""Where three values do not decide: the unknowns that weigh both ways are tried, value by value.

A doubtful stretch becomes a run of cells in a word of its own, one for each combination of the
values that matter there; the same answers run over the cells. A step then surely holds on the
stretch if it does in every cell, and may hold if it may in one.
"""

from numba import uint64

from sortie.population.running.blocks.sweep import fixed_bound
from sortie.population.running.jit import kernel
from sortie.population.running.months import FIRST, added, first_day

TOO_MANY, MOST_CELLS = -1, 64 * 32
_ONE = uint64(1)
_ORDERED, _LISTED, _PAIR = 1, 0, 2


@kernel
def weigh(variables, looks, s, i):
    """Fill, for each unknown that is tried, the stretches on which an answer rests on it.

    Returns those on which there is any: elsewhere three values say all there is to say.
    """
    anywhere = uint64(0)
    for variable in range(variables.shape[0]):
        found = uint64(0)
        for k in range(variables[variable, 1], variables[variable, 2]):
            found |= s.N[looks[k, 0], i]
        s.matters[variable] = found
        anywhere |= found
    return anywhere


@kernel
def resting_on_dates(variables, matters):
    """Return the stretches on which ``weigh`` found an unknown that has an order."""
    found = uint64(0)
    for variable in range(variables.shape[0]):
        if variables[variable, 0] != _LISTED:
            found |= matters[variable]
    return found


@kernel
def bounds_on(tables, person, variable, stretch, bound_of, found):
    """Fill the bounds that the open atoms of an ordered unknown set on a day; return how many."""
    numbers, cal, cuts, S, M = person
    day, n, bit = cuts[stretch], 0, _ONE << uint64(stretch)
    for k in range(tables.variables[variable, 1], tables.variables[variable, 2]):
        bound = FIRST - 1
        look = tables.looks[k]
        if M[look[0]] & ~S[look[0]] & bit:
            if look[1] == 0:
                r = tables.reaches[look[2]]
                if r[8] <= day < r[9]:
                    bound = first_day(cal, added(cal, day, r[3], r[4]), r[5], r[6], 1 - r[7])
            else:
                e = tables.exceeds[look[2]]
                if e[12] <= day < e[13]:
                    bound = fixed_bound(e, numbers, cal, look[3] == 0)
        bound_of[k] = bound
        if bound >= FIRST:
            n = _insert(bound, found, n)
    return n


@kernel
def _insert(bound, found, n):
    j = n
    while j > 0 and found[j - 1] > bound:
        j -= 1
    if j > 0 and found[j - 1] == bound:
        return n
    for k in range(n, j, -1):
        found[k] = found[k - 1]
    found[j] = bound
    return n + 1


@kernel
def values_on(tables, person, variable, stretch, bound_of, bounds):
    """Return how many values of an unknown are worth trying on a stretch; 1 if it is known."""
    kind, start = tables.variables[variable, 0], tables.variables[variable, 1]
    if kind == _ORDERED:
        return bounds_on(tables, person, variable, stretch, bound_of, bounds) + 1
    numbers, cal, _, S, M = person
    bit = _ONE << uint64(stretch)
    if kind == _PAIR:
        e = tables.exceeds[tables.looks[start, 2]]
        if fixed_bound(e, numbers, cal, True) >= FIRST:
            return 1
        if fixed_bound(e, numbers, cal, False) >= FIRST:
            return 1
    values = tables.variables[variable, 4] - tables.variables[variable, 3]
    for k in range(start, tables.variables[variable, 2]):
        step = tables.looks[k, 0]
        if M[step] & ~S[step] & bit:
            return 2 if kind == _PAIR else values
    return 1


@kernel
def plan(tables, person, stretch, matters, tries, bound_of, bounds):
    """Choose the unknowns tried on a stretch; return how many cells that makes."""
    count, bit = 1, _ONE << uint64(stretch)
    for variable in range(matters.shape[0]):
        tries[variable] = 1
        if matters[variable] & bit:
            tries[variable] = values_on(
                tables, person, variable, stretch, bound_of, bounds[variable]
            )
            count *= tries[variable]
            if count > MOST_CELLS:
                return TOO_MANY
    return count


@kernel
def spread(steps, found, s, words, into):
    """Write each step's bits of the doubtful stretches over their cells, for all words."""
    for k in range(steps.shape[0]):
        held_by, row = found[steps[k]], into[steps[k]]
        for j in range(words):
            held = held_by[s.owner[j]] & s.wanted[j]
            mask = uint64(0)
            if held == s.wanted[j]:
                mask = s.whole[j]
            elif held:
                for c in range(s.used[j]):
                    if held >> uint64(s.cell_of[j, c]) & _ONE:
                        mask |= s.cells[j, c]
            row[j] = mask


@kernel
def lay(tables, person, word, part, tries, bound_of, bounds):
    """Try the values of every stretch in the cells that hold it."""
    _, cell_of, counts, CS, CM = word
    used, offset, goes_on = part
    first = 0
    for j in range(used):
        stride = 1
        for variable in range(tables.variables.shape[0]):
            if tries[j, variable] > 1:
                if tables.variables[variable, 0] == _ORDERED:
                    bounds_on(tables, person, variable, cell_of[j], bound_of, bounds[variable])
                _try(tables.variables[variable], tables.looks, tables.truths, bound_of,
                     bounds[variable], (first, counts[j], stride, tries[j, variable]),
                     (offset, goes_on), CS, CM)  # fmt: skip
                stride *= tries[j, variable]
        first += counts[j]


@kernel
def _try(variable, looks, truths, bound_of, bounds, where, part, CS, CM):
    first, count, _, tries = where
    cells = (~uint64(0) >> uint64(64 - count)) << uint64(first)
    for k in range(variable[1], variable[2]):
        if variable[0] == _ORDERED and bound_of[k] < FIRST:
            continue
        yes = uint64(0)
        for value in range(tries):
            if _says(variable, looks, truths, bound_of, bounds, k, value):
                yes |= _cells_of(value, where, part)
        step = looks[k, 0]
        CS[step] = (CS[step] & ~cells) | yes
        CM[step] = (CM[step] & ~cells) | yes


@kernel
def _cells_of(value, where, part):
    """Return the cells of a word in which one value of an unknown is tried."""
    first, count, stride, tries = where
    offset, goes_on = part
    found = uint64(0)
    if offset or goes_on:
        for cell in range(count):
            if (offset + cell) // stride % tries == value:
                found |= _ONE << uint64(cell)
        return found
    run = ~uint64(0) >> uint64(64 - stride)
    for begin in range(value * stride, count, stride * tries):
        found |= run << uint64(first + begin)
    return found


@kernel
def _says(variable, looks, truths, bound_of, bounds, k, value):
    """Return whether an atom says yes to one of the values tried."""
    if variable[0] == _LISTED:
        return (truths[variable[3] + value] >> uint64(k - variable[1])) & _ONE != 0
    if variable[0] == _PAIR:
        return value == 1
    rank = 0
    while bounds[rank] != bound_of[k]:
        rank += 1
    upward = looks[k, 1] == 1 and looks[k, 3] == 0
    return (value > rank) == upward


@kernel
def fold(inexact, s, words):
    """Bring the answers of the cells back to their stretches; some have several words of them."""
    for k in range(inexact.shape[0]):
        step = inexact[k]
        sure, may, cell_sure, cell_may = s.S[step], s.M[step], s.CS[step], s.CM[step]
        is_sure, is_open = True, False
        for j in range(words):
            i = s.owner[j]
            doubt = may[i] & ~sure[i] & s.wanted[j]
            if not doubt:
                continue
            for c in range(s.used[j]):
                bit = _ONE << uint64(s.cell_of[j, c])
                if doubt & bit:
                    mask = s.cells[j, c]
                    is_sure &= cell_sure[j] & mask == mask
                    is_open |= cell_may[j] & mask != uint64(0)
                    if s.goes_on[j]:
                        continue
                    if is_sure:
                        sure[i] |= bit
                    if not is_open:
                        may[i] &= ~bit
                    is_sure, is_open = True, False
