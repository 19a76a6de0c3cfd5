"""How each person stands on the best of several routes: open if any is, else undetermined."""

from typing import Any

import numba
import numpy as np

from sortie.reform.comparing.counting import CLOSED, OPEN, Rows

_UNDETERMINED = 2


def best_of(rows: Rows, counted: Any) -> Rows:
    """Return the rows of one route in place of all those counted; no rule is behind them.

    ``counted`` says of each route whether it is among them.
    """
    total = len(rows.person)
    out = Rows(
        np.empty(total, dtype=np.int32), np.zeros(total, dtype=np.int8),
        np.empty(total, dtype=np.int32), np.empty(total, dtype=np.int32),
        np.empty(total, dtype=np.int8),
        np.zeros(total, dtype=np.int64), np.zeros(total, dtype=np.int64),
    )  # fmt: skip
    made = _best(rows, counted, out)
    return Rows(*(column[:made] for column in out))


@numba.njit(nogil=True, cache=True)
def _best(rows, counted, out):
    total, begin, made = rows.person.shape[0], 0, 0
    cuts = np.empty(total + 1, dtype=np.int32)
    while begin < total:
        end = begin
        while end < total and rows.person[end] == rows.person[begin]:
            end += 1
        many = _cuts(rows, counted, begin, end, cuts)
        first = made
        for k in range(many - 1):
            outcome = _outcome(rows, counted, begin, end, cuts[k])
            if made > first and out.outcome[made - 1] == outcome:
                out.before[made - 1] = cuts[k + 1]
                continue
            out.person[made], out.outcome[made] = rows.person[begin], outcome
            out.since[made], out.before[made] = cuts[k], cuts[k + 1]
            made += 1
        begin = end
    return made


@numba.njit(nogil=True, cache=True)
def _cuts(rows, counted, begin, end, cuts):
    """Fill the days on which a row of a person begins or ends, in order; return how many."""
    many = 0
    for row in range(begin, end):
        if counted[rows.route[row]]:
            many = _put(cuts, many, rows.since[row])
            many = _put(cuts, many, rows.before[row])
    return many


@numba.njit(nogil=True, cache=True)
def _put(cuts, many, day):
    place = many
    while place and cuts[place - 1] > day:
        place -= 1
    if place and cuts[place - 1] == day:
        return many
    for k in range(many, place, -1):
        cuts[k] = cuts[k - 1]
    cuts[place] = day
    return many + 1


@numba.njit(nogil=True, cache=True)
def _outcome(rows, counted, begin, end, day):
    found = CLOSED
    for row in range(begin, end):
        if rows.since[row] <= day < rows.before[row] and counted[rows.route[row]]:
            if rows.outcome[row] == OPEN:
                return OPEN
            if rows.outcome[row] == _UNDETERMINED:
                found = _UNDETERMINED
    return found
