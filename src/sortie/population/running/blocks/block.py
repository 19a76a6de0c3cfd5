"""A block side by side: answered, settled where three values do not say, written.

A column is a person, or a pattern alone; a second block holds the cells of the doubtful stretches,
a word a column.
"""

from numba import uint64

from sortie.population.running.blocks.atoms import answer_atoms
from sortie.population.running.blocks.gates import answer, decide, need
from sortie.population.running.blocks.sweep import TOO_MANY, cut_days, find_turns
from sortie.population.running.blocks.trying import fold, lay, plan, resting_on_dates, spread, weigh
from sortie.population.running.jit import kernel
from sortie.population.running.people import PEOPLE

FEW = 6  # doubtful people of a block, up to which each is looked at alone
_ONE = uint64(1)


@kernel
def cut_people(tables, cal, people, s, asked, count):
    """Fill the atoms and the windows of a block of people."""
    for i in range(count):
        s.who[i], s.end[i] = asked[i], people.before[asked[i]]
    find_turns(tables, people.numbers, s.who, cal, s.turns, count)
    for i in range(count):
        n = cut_days(tables, people, s.who[i], cal, s.cuts[i], s.turns, i)
        s.left[i], s.n[i] = _ONE if n == TOO_MANY else uint64(0), max(n, 1)
        s.A[i] = ~uint64(0) >> uint64(64 - s.n[i])
    answer_atoms(tables, people, s, cal, count)


@kernel
def answer_block(tables, cal, people, s, count, dated):
    """Answer a block whose atoms and windows are filled; ``left``: on which stretches it cannot be.

    Unless it is ``dated``, stretches are patterns of nobody, and no unknown date is tried.
    """
    answer(tables.gates, s.S, s.M, s.W, s.A, count)
    _settle(tables, cal, people, s, count, dated)
    _decide(tables, s, count)


@kernel
def _decide(tables, s, count):
    for k in range(tables.rules.shape[0]):
        row, told = s.O[tables.rules[k, 0]], tables.rules[k, 1]
        for i in range(count):
            row[i] = s.A[i] if told else uint64(0)
    for edge in range(s.E.shape[0]):
        row = s.E[edge]
        for i in range(count):
            row[i] = uint64(0)
    decide(tables.deciding, s.S, s.M, s.W, s.A, s.R, s.O, s.E, count)


@kernel
def _settle(tables, cal, people, s, count, dated):
    """Decide what three values leave open, for a whole block; dates only where there are any."""
    doubtful = 0
    for i in range(count):
        s.doubt[i] = uint64(0)
    for k in range(tables.inexact.shape[0]):
        step = tables.inexact[k]
        for i in range(count):
            s.doubt[i] |= s.M[step, i] & ~s.S[step, i]
    for i in range(count):
        s.wanted[i] = uint64(0)
    for k in range(tables.looks.shape[0]):
        sure, may = s.S[tables.looks[k, 0]], s.M[tables.looks[k, 0]]
        for i in range(count):
            s.wanted[i] |= may[i] & ~sure[i]
    for i in range(count):
        s.doubt[i] &= s.wanted[i]
        doubtful += s.doubt[i] != uint64(0)
    if not doubtful:
        return
    masks = (s.S, s.M, s.W, s.N)
    if doubtful > FEW:
        need(tables.gates, tables.is_inexact, masks, 0, count)
    i = stretch = words = 0
    while True:
        if words > PEOPLE or (words and i == count):
            _flush(tables, cal, people, s, words)
            words = 0
        if i == count:
            return
        if stretch == 0 and s.doubt[i]:
            if doubtful <= FEW:
                need(tables.gates, tables.is_inexact, masks, i, i + 1)
            s.doubt[i] &= weigh(tables.variables, tables.looks, s, i)
            if not dated:
                s.left[i] = s.doubt[i] & resting_on_dates(tables.variables, s.matters)
                s.doubt[i] &= ~s.left[i]
        if s.doubt[i]:
            words, stretch = _lay_out(tables, cal, people, s, i, stretch, words)
        if not s.doubt[i] or stretch == s.n[i]:
            i, stretch = i + 1, 0


@kernel
def _lay_out(tables, cal, people, s, i, begin, words):
    """Lay out the doubtful stretches of a column from one on, a word of cells after the other.

    Returns how many words there are, and the stretch that it stopped before for want of room.
    """
    person = people.numbers[:, s.who[i]], cal, s.cuts[i], s.S[:, i], s.M[:, i]
    used = first = 0
    s.wanted[words] = uint64(0)
    for stretch in range(begin, s.n[i]):
        bit = _ONE << uint64(stretch)
        if not s.doubt[i] & bit:
            continue
        if words > PEOPLE and not used:
            return words, stretch
        tries = s.tries[words, used]
        cells = plan(tables, person, stretch, s.matters, tries, s.bound_of, s.bounds)
        if cells == TOO_MANY:
            s.left[i] |= bit
            continue
        if cells == 1:
            continue
        if first + cells > 64 and used:
            words = _close(s, i, words, used, first)
            s.wanted[words] = uint64(0)
            used = first = 0
            for variable in range(tries.shape[0]):
                s.tries[words, 0, variable] = tries[variable]
        if cells > 64:
            words = _spread_out(s, i, words, stretch, cells)
            continue
        s.cells[words, used] = (~uint64(0) >> uint64(64 - cells)) << uint64(first)
        s.cell_of[words, used], s.counts[words, used] = stretch, cells
        s.wanted[words] |= bit
        used += 1
        first += cells
    return (_close(s, i, words, used, first) if used else words), s.n[i]


@kernel
def _spread_out(s, i, words, stretch, cells):
    """Lay one stretch over several words: its cells are more than a word holds."""
    needed = (cells + 63) // 64
    for k in range(needed):
        count = min(64, cells - 64 * k)
        for variable in range(s.tries.shape[2]):
            s.tries[words + 1, 0, variable] = s.tries[words, 0, variable]
        s.cells[words, 0] = ~uint64(0) >> uint64(64 - count)
        s.cell_of[words, 0], s.counts[words, 0] = stretch, count
        s.wanted[words] = _ONE << uint64(stretch)
        _close(s, i, words, 1, count)
        s.offset[words], s.goes_on[words] = 64 * k, k + 1 < needed
        words += 1
        s.wanted[words] = uint64(0)
    return words


@kernel
def _close(s, i, words, used, first):
    """End a word of cells."""
    s.CA[words] = s.whole[words] = ~uint64(0) >> uint64(64 - first)
    s.used[words], s.owner[words] = used, i
    s.offset[words], s.goes_on[words] = 0, False
    return words + 1


@kernel
def _flush(tables, cal, people, s, words):
    """Answer all words of cells, and bring the answers back."""
    spread(tables.leaves, s.S, s, words, s.CS)
    spread(tables.leaves, s.M, s, words, s.CM)
    spread(tables.every_window, s.W, s, words, s.CW)
    for j in range(words):
        i = s.owner[j]
        person = people.numbers[:, s.who[i]], cal, s.cuts[i], s.S[:, i], s.M[:, i]
        word = s.cells[j], s.cell_of[j], s.counts[j], s.CS[:, j], s.CM[:, j]
        lay(tables, person, word, (s.used[j], s.offset[j], s.goes_on[j]), s.tries[j],
            s.bound_of, s.bounds)  # fmt: skip
    answer(tables.gates, s.CS, s.CM, s.CW, s.CA, words)
    fold(tables.inexact, s, words)
