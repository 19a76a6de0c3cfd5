"""From masks to rows: the spans of each route, each with the rules that decided it.

Two bits a rule say how a rule that decided answers: that it is not closed, that it is not open.
Rows are made a route after the other, then copied a person after the other.
"""

from numba import uint64
from numba.cpython.unsafe.numbers import trailing_zeros

from sortie.population.running.jit import kernel

_ONE = uint64(1)


@kernel
def write_block(tables, s, out, count, always):
    """Write the rows of a block, column after column; of a route never in force if ``always``."""
    total, made = tables.routes.shape[0], 0
    for route in range(total):
        asked = _in_force(tables, s.W, route, s.asked, count)
        for i in range(count):
            s.first[route, i] = s.many[route, i] = 0
        if not asked and not always:
            continue
        _reached(tables, s, route, count)
        _turns(tables, s, route, count)
        step = tables.routes[route, 0]
        for i in range(count):
            if not always and (not s.asked[i] or s.left[i]):
                _forget(s.turns_of[i], s.n[i])
                continue
            s.first[route, i] = made
            made = _rows(s, route, i, s.S[step, i], s.A[i] & ~s.M[step, i], made, s.end[i])
            s.many[route, i] = made - s.first[route, i]
    row = out.rows[0]
    for i in range(count):
        for route in range(total):
            first = s.first[route, i]
            for k in range(first, first + s.many[route, i]):
                out.person[row], out.route[row] = i, route
                out.since[row], out.before[row] = s.row_since[k], s.row_before[k]
                out.outcome[row] = s.row_outcome[k]
                out.not_closed[row], out.not_open[row] = s.row_words[0, k], s.row_words[1, k]
                row += 1
    out.rows[0] = row


@kernel
def days_in_force(tables, W, route, i):
    """Return the stretches of a column on which the route is in force."""
    found = uint64(0)
    for k in range(tables.in_force[route], tables.in_force[route + 1]):
        found |= W[tables.route_windows[k], i]
    return found


@kernel
def _in_force(tables, W, route, asked, count):
    """Fill who has a day on which the route is in force; return whether anybody does."""
    found = False
    for i in range(count):
        asked[i] = False
    for k in range(tables.in_force[route], tables.in_force[route + 1]):
        w = W[tables.route_windows[k]]
        for i in range(count):
            if w[i]:
                asked[i] = found = True
    return found


@kernel
def _reached(tables, s, route, count):
    """Fill, for each rule below a route, where it decided and is not closed, and not open."""
    start, stop = tables.routes[route, 1], tables.routes[route, 2]
    for k in range(start, stop):
        row = s.T[k - start]
        for i in range(count):
            row[i] = s.A[i] if k == start else uint64(0)
    for k in range(tables.routes[route, 3], tables.routes[route, 4]):
        link = tables.links[k]
        caller, called, edge = s.T[link[0] - start], s.T[link[1] - start], s.E[link[2]]
        for i in range(count):
            called[i] |= caller[i] & edge[i]
    for k in range(start, stop):
        step = tables.told[k, 0]
        t, v, own, sure, may = s.T[k - start], s.V[k - start], s.O[step], s.S[step], s.M[step]
        for i in range(count):
            where = t[i] & own[i]
            t[i] = where & may[i]
            v[i] = where & ~sure[i]


@kernel
def _turns(tables, s, route, count):
    """Note where each rule that decided begins and ends to answer so, for everybody."""
    for i in range(count):
        s.edges[i] = uint64(0)
    for k in range(tables.routes[route, 2] - tables.routes[route, 1]):
        sign = _ONE << uint64(tables.told[tables.routes[route, 1] + k, 1])
        for word in range(2):
            held = s.T[k] if word == 0 else s.V[k]
            for i in range(count):
                if held[i]:
                    edges = held[i] ^ (held[i] << _ONE)
                    s.edges[i] |= edges
                    turns = s.turns_of[i, word]
                    while edges:
                        turns[trailing_zeros(edges)] ^= sign
                        edges &= edges - _ONE


@kernel
def _forget(turns, n):
    for k in range(n + 1):
        turns[0, k] = turns[1, k] = uint64(0)


@kernel
def _rows(s, route, i, sure, never, row, end):
    """Write the rows of one route of one person; its turns are empty again afterwards."""
    edges = s.edges[i] | (sure ^ (sure << _ONE)) | (never ^ (never << _ONE)) | _ONE
    edges &= s.A[i]
    turns, cuts = s.turns_of[i], s.cuts[i]
    first, one, two = row, uint64(0), uint64(0)
    while edges:
        k = trailing_zeros(edges)
        edges &= edges - _ONE
        one ^= turns[0, k]
        two ^= turns[1, k]
        turns[0, k] = turns[1, k] = uint64(0)
        if row > first:
            s.row_before[row - 1] = cuts[k]
        bit = _ONE << uint64(k)
        s.row_since[row] = cuts[k]
        s.row_outcome[row] = 0 if sure & bit else 1 if never & bit else 2
        s.row_words[0, row], s.row_words[1, row] = one, two
        row += 1
    s.row_before[row - 1] = end
    turns[0, s.n[i]] = turns[1, s.n[i]] = uint64(0)
    return row
