"""The loop of the kernel written by hand: a person after the other, straight to the rows."""

from collections import namedtuple
from typing import Any

import numpy as np
import pyarrow as pa
from numba import njit

from benchmarks.population.by_hand import (
    ADULT,
    EIGHTEEN,
    FIVE,
    FIVE_YEARS,
    HALF,
    LAW_DAYS,
    LITTLE,
    MASKS,
    NO_WAIVER,
    ONE_YEAR,
    RUNNING,
    SUPERVISED,
    THIRD,
    THREE,
    WAIVED,
    YEAR,
    Looked,
    bits_of_values,
)
from benchmarks.population.people import BOUNDED, LISTED, SERIES, flat
from sortie.population.running.months import add_months, calendar, first_beyond

Facts = namedtuple("Facts", "since before born committed ends total third half offences supervised")
Tables = namedtuple("Tables", "common rests pairs shifts masks of_route bits")
Rows = namedtuple("Rows", "person route since before reason")
Changes = namedtuple("Changes", "days gone come")
MOST, ROWS_A_PERSON = 64, 20
KINDS = (np.int32, np.int8, np.int32, np.int32, np.int16)


@njit(nogil=True, cache=True)
def put(c, n, day, gone, come):
    """Insert a change among those of a person, which rise by day; return how many there are."""
    k = n
    while k > 0 and c.days[k - 1] > day:
        c.days[k], c.gone[k], c.come[k] = c.days[k - 1], c.gone[k - 1], c.come[k - 1]
        k -= 1
    c.days[k], c.gone[k], c.come[k] = day, gone, come
    return n + 1


@njit(nogil=True, cache=True)
def turn(c, now, span, day, gone, come):
    """Change the first word of a custody, or note a change within it; ``now``: word and count."""
    word, n = now
    if day <= span[0]:
        return word & ~gone | come, n
    return (word, put(c, n, day, gone, come)) if day < span[1] else (word, n)


@njit(nogil=True, cache=True)
def of_person(cal, facts, p, span, c):
    """Return the first word of a person and how many changes the terms of the sentence make."""
    ends = facts.ends[p]
    word = (facts.total[p] <= ONE_YEAR) << YEAR | (facts.total[p] <= FIVE_YEARS) << FIVE
    word |= (facts.supervised[p] == 1) << SUPERVISED
    word |= (facts.offences[p] & NO_WAIVER == 0) << WAIVED
    now = turn(c, (word, 0), span, facts.half[p], 0, 1 << HALF)
    now = turn(c, now, span, facts.third[p], 0, 1 << THIRD)
    now = turn(c, now, span, add_months(cal, facts.born[p], EIGHTEEN, 0), 0, 1 << ADULT)
    now = turn(c, now, span, first_beyond(cal, ends, THREE, 0), 0, 1 << LITTLE)
    now = turn(c, now, span, facts.committed[p], 0, 1 << RUNNING)
    return turn(c, now, span, ends, 1 << RUNNING, 0)


@njit(nogil=True, cache=True)
def gather(bits, cal, facts, series, p, c):
    """Fill the changes of a person within the custody; return the first word and how many."""
    span = facts.since[p], facts.before[p]
    now = of_person(cal, facts, p, span, c)
    for k in range(LAW_DAYS.shape[0]):
        now = turn(c, now, span, LAW_DAYS[k, 0], LAW_DAYS[k, 1], LAW_DAYS[k, 2])
    for s in range(MASKS.shape[0]):
        offsets, days, values = series[s]
        for k in range(offsets[p], offsets[p + 1]):
            if values[k] >= 0:
                now = turn(c, now, span, days[k], MASKS[s], bits[s, values[k]])
    return now


@njit(nogil=True, cache=True)
def write(t, r, custody, stretches, out, row):
    """Write the rows of one route of one person; return the next row."""
    p, before, words, commons, starts = custody
    shift, mask, width = t.shifts[r], t.masks[r, 0], t.masks[r, 1]
    rests, pairs, held = t.rests[r], t.pairs[r], -1
    for k in range(stretches):
        number = pairs[commons[k] * width + rests[words[k] >> shift & mask]]
        if number != held:
            if held >= 0:
                out.before[row - 1] = starts[k]
            out.person[row], out.route[row] = p, t.of_route[r]
            out.since[row], out.reason[row] = starts[k], number
            held = number
            row += 1
    out.before[row - 1] = before
    return row


@njit(nogil=True, cache=True)
def run(t, cal, facts, series, out):
    """Write the spans of everybody; return how many rows."""
    c = Changes(np.empty(MOST, np.int32), np.empty(MOST, np.int32), np.empty(MOST, np.int32))
    words, commons = np.empty(MOST, np.int32), np.empty(MOST, np.int32)
    starts, row = np.empty(MOST, np.int32), 0
    for p in range(facts.since.shape[0]):
        if facts.since[p] >= facts.before[p]:
            continue
        word, n = gather(t.bits, cal, facts, series, p, c)
        last = 0
        words[0], starts[0] = word, facts.since[p]
        for k in range(n):
            word = word & ~c.gone[k] | c.come[k]
            last += c.days[k] != starts[last]
            words[last], starts[last] = word, c.days[k]
        for k in range(last + 1):
            commons[k] = t.common[words[k] >> RUNNING & 63]
        for r in range(t.shifts.shape[0]):
            row = write(t, r, (p, facts.before[p], words, commons, starts), last + 1, out, row)
    return row


def tables(looked: Looked) -> Tables:
    """Return what the loop reads of the law."""
    return Tables(looked.common, looked.rests, looked.pairs, looked.shifts, looked.masks,
                  looked.of_route, bits_of_values())  # fmt: skip


def facts(batch: pa.RecordBatch) -> tuple[Facts, tuple[Any, ...]]:
    """Return the columns that the loop reads, as they lie in a batch."""
    names = ["since", "before", *(low for low, _ in BOUNDED.values()), *LISTED.values()]
    return Facts(*(flat(batch.column(name)) for name in names)), tuple(_series(batch))


def _series(batch: pa.RecordBatch) -> Any:
    for name in SERIES.values():
        column = batch.column(name)
        rows, offsets = column.flatten(), column.offsets.to_numpy()
        yield offsets - offsets[0], flat(rows.field("since")), flat(rows.field("is"))


def spans(made: Tables, batch: pa.RecordBatch) -> Rows:
    """Return the rows of a batch, a reason being a number of ``Looked.words``."""
    read, series = facts(batch)
    out = Rows(*(np.empty(batch.num_rows * ROWS_A_PERSON, kind) for kind in KINDS))
    count = run(made, calendar(), read, series, out)
    return Rows(*(column[:count] for column in out))
