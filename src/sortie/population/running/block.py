"""A block of people side by side: cut, answered, settled where three values do not say, written.

A column is a person; a second block holds the cells of their doubtful stretches, a word a column.
"""

from numba import uint64

from sortie.population.running.atoms import answer_atoms
from sortie.population.running.gates import answer, decide, need
from sortie.population.running.jit import kernel
from sortie.population.running.people import PEOPLE
from sortie.population.running.spans import write
from sortie.population.running.sweep import TOO_MANY, cut_days, find_turns
from sortie.population.running.trying import fold, lay, plan, spread, weigh

FEW = 6  # doubtful people of a block, up to which each is looked at alone
_ONE = uint64(1)


@kernel
def run(tables, cal, people, scratch, out, begin):
    """Write the rows of people from ``begin`` on; return the first who found no room."""
    s, person, total = scratch, begin, people.since.shape[0]
    room = s.S.shape[1]
    while person < total:
        first, count = person, 0
        while person < total and count < room:
            if people.since[person] < people.before[person]:
                s.who[count] = person
                count += 1
            person += 1
        find_turns(tables, people.numbers, s.who, cal, s.turns, count)
        for i in range(count):
            if not _cut(tables, cal, people, s, i):
                out.left_out[s.who[i]] = True
        answer_atoms(tables, people, s, cal, count)
        answer(tables.gates, s.S, s.M, s.W, s.A, count)
        _settle(tables, cal, people, s, out, count)
        _decide(tables, s, count)
        if not write(tables, people, s, out, count):
            return first
    return total


@kernel
def _cut(tables, cal, people, s, i):
    """Cut the days of one person in a column; no if the person has too many stretches."""
    person = s.who[i]
    span = (people.since[person], people.before[person])
    n = cut_days(tables, people.numbers[:, person], span, people.last[person], people.days, cal,
                 s.cuts[i], s.turns, i)  # fmt: skip
    s.n[i] = max(n, 1)
    s.A[i] = ~uint64(0) >> uint64(64 - s.n[i])
    return n != TOO_MANY


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
def _settle(tables, cal, people, s, out, count):
    """Decide what three values leave open, for all the people of a block."""
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
    words = 0
    for i in range(count):
        if not s.doubt[i]:
            continue
        if doubtful <= FEW:
            need(tables.gates, tables.is_inexact, masks, i, i + 1)
        s.doubt[i] &= weigh(tables.variables, tables.looks, s, i)
        words = _lay_out(tables, cal, people, s, out, i, words)
    _flush(tables, cal, people, s, words)


@kernel
def _lay_out(tables, cal, people, s, out, i, words):
    """Lay out the doubtful stretches of one person, a word of cells after the other."""
    person = people.numbers[:, s.who[i]], cal, s.cuts[i], s.S[:, i], s.M[:, i]
    used = first = 0
    s.wanted[words] = uint64(0)
    for stretch in range(s.n[i]):
        if not s.doubt[i] & (_ONE << uint64(stretch)):
            continue
        tries = s.tries[words, used]
        cells = plan(tables, person, stretch, s.matters, tries, s.bound_of, s.bounds)
        if cells == TOO_MANY:
            out.left_out[s.who[i]] = True
            return words
        if cells == 1:
            continue
        if first + cells > 64:
            s.tries[PEOPLE, 0] = tries
            words = _close(tables, cal, people, s, i, words, used, first)
            s.tries[words, 0] = s.tries[PEOPLE, 0]
            s.wanted[words] = uint64(0)
            used = first = 0
        s.cells[words, used] = (~uint64(0) >> uint64(64 - cells)) << uint64(first)
        s.cell_of[words, used], s.counts[words, used] = stretch, cells
        s.wanted[words] |= _ONE << uint64(stretch)
        used += 1
        first += cells
    return _close(tables, cal, people, s, i, words, used, first) if used else words


@kernel
def _close(tables, cal, people, s, i, words, used, first):
    """End a word of cells; run them all when there is no room for another."""
    s.CA[words] = s.whole[words] = ~uint64(0) >> uint64(64 - first)
    s.used[words], s.owner[words] = used, i
    if words + 1 == PEOPLE:
        _flush(tables, cal, people, s, words + 1)
        return 0
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
        lay(tables, person, word, s.used[j], s.tries[j], s.bound_of, s.bounds)
    answer(tables.gates, s.CS, s.CM, s.CW, s.CA, words)
    fold(tables.inexact, s, words)
