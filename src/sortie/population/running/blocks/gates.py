"""The gates run over many people at once: one row of words after the other."""

from numba import uint64

from sortie.population.compiling.gates import Gate
from sortie.population.running.jit import kernel

NOT, AND, OR, CHOOSE = int(Gate.NOT), int(Gate.AND), int(Gate.OR), int(Gate.CHOOSE)
NEVER, ALWAYS = int(Gate.NEVER), int(Gate.ALWAYS)
IN_FORCE, OR_IN_FORCE = int(Gate.IN_FORCE), int(Gate.OR_IN_FORCE)
UNLESS, WINDOW, OPEN_PARTS = int(Gate.UNLESS), int(Gate.WINDOW), int(Gate.OPEN_PARTS)
BUT_OPEN, BUT_CLOSED = int(Gate.BUT_OPEN), int(Gate.BUT_CLOSED)
OF_AND, OF_OR = int(Gate.OF_AND), int(Gate.OF_OR)
TEST, TEST_OF_RULE = int(Gate.TEST), int(Gate.TEST_OF_RULE)
WHERE_YES, WHERE_NO = int(Gate.WHERE_YES), int(Gate.WHERE_NO)
OWN, EDGE, NOTHING = int(Gate.OWN), int(Gate.EDGE), int(Gate.NOTHING)
SOME_OPEN, SOME_CLOSED = int(Gate.SOME_OPEN), int(Gate.SOME_CLOSED)


@kernel
def answer(gates, S, M, W, A, count):
    """Answer every step for the first ``count`` people, atoms being answered already."""
    for line in range(gates.shape[0]):
        gate, d = gates[line, 0], gates[line, 1]
        a, b, c = gates[line, 2], gates[line, 3], gates[line, 4]
        sd, md, sa, ma = S[d], M[d], S[a], M[a]
        if gate == AND:
            sb, mb = S[b], M[b]
            for i in range(count):
                sd[i] = sa[i] & sb[i]
                md[i] = ma[i] & mb[i]
        elif gate == OR:
            sb, mb = S[b], M[b]
            for i in range(count):
                sd[i] = sa[i] | sb[i]
                md[i] = ma[i] | mb[i]
        elif gate == NOT:
            for i in range(count):
                sd[i] = A[i] & ~ma[i]
                md[i] = A[i] & ~sa[i]
        elif gate == CHOOSE:
            sb, mb, sc, mc = S[b], M[b], S[c], M[c]
            for i in range(count):
                sd[i] = (sa[i] & sb[i]) | (A[i] & ~ma[i] & sc[i]) | (sb[i] & sc[i])
                md[i] = (ma[i] & mb[i]) | (A[i] & ~sa[i] & mc[i])
        elif gate == IN_FORCE:
            w = W[b]
            for i in range(count):
                sd[i] = w[i] & sa[i]
                md[i] = w[i] & ma[i]
        elif gate == OR_IN_FORCE:
            w = W[b]
            for i in range(count):
                sd[i] |= w[i] & sa[i]
                md[i] |= w[i] & ma[i]
        else:
            for i in range(count):
                sd[i] = md[i] = A[i] if gate == ALWAYS else uint64(0)


@kernel
def need(gates, is_inexact, masks, begin, count):
    """Fill ``N``: where an undetermined answer rests on which step.

    The gates are read from the last to the first; a rule that three values may not decide is
    where the search begins. For the people from ``begin`` to the one before ``count``.
    """
    S, M, W, N = masks
    for step in range(N.shape[0]):
        n, s, m = N[step], S[step], M[step]
        for i in range(begin, count):
            n[i] = m[i] & ~s[i] if is_inexact[step] else uint64(0)
    for line in range(gates.shape[0] - 1, -1, -1):
        gate, d = gates[line, 0], gates[line, 1]
        a, b, c = gates[line, 2], gates[line, 3], gates[line, 4]
        n, na, sa, ma = N[d], N[a], S[a], M[a]
        if gate == AND or gate == OR:
            nb, sb, mb = N[b], S[b], M[b]
            for i in range(begin, count):
                na[i] |= n[i] & ma[i] & ~sa[i]
                nb[i] |= n[i] & mb[i] & ~sb[i]
        elif gate == NOT:
            for i in range(begin, count):
                na[i] |= n[i] & ma[i] & ~sa[i]
        elif gate == CHOOSE:
            nb, sb, mb, nc, sc, mc = N[b], S[b], M[b], N[c], S[c], M[c]
            for i in range(begin, count):
                na[i] |= n[i] & ma[i] & ~sa[i]
                nb[i] |= n[i] & ma[i] & mb[i] & ~sb[i]
                nc[i] |= n[i] & ~sa[i] & mc[i] & ~sc[i]
        elif gate == IN_FORCE or gate == OR_IN_FORCE:
            w = W[b]
            for i in range(begin, count):
                na[i] |= n[i] & w[i] & ma[i] & ~sa[i]


@kernel
def decide(gates, S, M, W, A, R, O, E, count):
    """Fill what decided every rule: its own facts, and the rules that it names."""
    for line in range(gates.shape[0]):
        gate, d, a = gates[line, 0], gates[line, 1], gates[line, 2]
        b, c, e = gates[line, 3], gates[line, 4], gates[line, 5]
        if gate == OWN:
            o, r = O[d], R[a]
            for i in range(count):
                o[i] |= r[i]
        elif gate == EDGE:
            o, r = E[d], R[a]
            for i in range(count):
                o[i] |= r[i]
        elif gate == UNLESS:
            o, w = O[d], W[a]
            for i in range(count):
                o[i] &= ~w[i]
        elif gate == WINDOW:
            r, w = R[d], W[a]
            for i in range(count):
                r[i] = w[i]
        elif gate == NOTHING:
            r = R[d]
            for i in range(count):
                r[i] = uint64(0)
        elif gate == OF_AND or gate == OF_OR:
            _part(gate, R[d], R[a], S[b], M[b], S[c], M[c], R[e], count)
        elif gate == TEST or gate == TEST_OF_RULE:
            _test(gate, R[d], R[a], S[b], M[b], S[c], M[c], S[e], M[e], count)
        else:
            _simple(gate, R, S, M, d, a, b, count)


@kernel
def _part(gate, r, where, s, m, sp, mp, parts, count):
    if gate == OF_AND:
        for i in range(count):
            r[i] = where[i] & (s[i] | (~m[i] & ~mp[i]) | (parts[i] & mp[i] & ~sp[i]))
    else:
        for i in range(count):
            r[i] = where[i] & (~m[i] | (s[i] & sp[i]) | (parts[i] & mp[i] & ~sp[i]))


@kernel
def _test(gate, r, where, s, m, sy, my, sn, mn, count):
    for i in range(count):
        alike = ~(sy[i] ^ sn[i]) & ~(my[i] ^ mn[i])
        kept = where[i] & ~(m[i] & ~s[i] & alike)
        r[i] = kept & m[i] if gate == TEST_OF_RULE else kept


@kernel
def _simple(gate, R, S, M, d, a, b, count):
    r = R[d]
    if gate == OPEN_PARTS:
        s, m = S[a], M[a]
        for i in range(count):
            r[i] = m[i] & ~s[i]
    elif gate == WHERE_YES:
        w, m = R[a], M[b]
        for i in range(count):
            r[i] = w[i] & m[i]
    elif gate == WHERE_NO:
        w, s = R[a], S[b]
        for i in range(count):
            r[i] = w[i] & ~s[i]
    elif gate == SOME_OPEN:
        s = S[a]
        for i in range(count):
            r[i] |= s[i]
    elif gate == SOME_CLOSED:
        m = M[a]
        for i in range(count):
            r[i] |= ~m[i]
    elif gate == BUT_OPEN:
        s, m = S[a], M[a]
        for i in range(count):
            r[i] = (m[i] & ~s[i]) | (s[i] & ~r[i])
    else:
        s, m = S[a], M[a]
        for i in range(count):
            r[i] = (m[i] & ~s[i]) | (~m[i] & ~r[i])
