"""One chunk of people under two laws: every count that a comparison asks for, in one pass.

Days are counted from the first day compared, which is day 0. A count of people by month is kept as
its changes from a month to the next, and days as whole months and parts of months, so that a span
of thirty years costs no more than one of a week.
"""

from collections import namedtuple

import numba
from numba import uint64

Rows = namedtuple("Rows", "person route since before outcome not_closed not_open")
Window = namedtuple("Window", "month starts")
Answers = namedtuple("Answers", "place above below")
Accounts = namedtuple(
    "Accounts", "people part whole period grouped touched rules first_a first_b counted reached"
)

OPEN, CLOSED = 0, 1
# Measures of people, by month and over the period: open, closed, undetermined under each law.
GAINING, LOSING, PEOPLE = 6, 7, 8
# Measures of days, by month and over the period.
DAYS_A, DAYS_B, GAINED, LOST, DAYS = 0, 1, 2, 3, 4
NEVER = -1
_ONE = uint64(1)
_FAR = 2**31 - 1


@numba.njit(nogil=True, cache=True)
def count(a, b, window, answers, groups, acc):
    """Add everybody in a chunk to the accounts."""
    i = j = 0
    for person in range(groups.shape[1]):
        gains = loses = False
        for route in range(acc.people.shape[0]):
            i_end, j_end = _end(a, i, person, route), _end(b, j, person, route)
            if i_end > i or j_end > j:
                _one(a, (i, i_end), 0, window, acc, (person, route))
                _one(b, (j, j_end), 1, window, acc, (person, route))
                _changes((a, b), (i, i_end, j, j_end), window, answers, acc, route)
                gains |= acc.counted[route, GAINING] > 0
                loses |= acc.counted[route, LOSING] > 0
                _close(acc, groups, person, route)
            i, j = i_end, j_end
        _touch(acc.touched, groups, person, gains, loses)


@numba.njit(nogil=True, cache=True)
def _end(rows, row, person, route):
    """Return the row after the last one of a person and a route."""
    total = rows.person.shape[0]
    while row < total and rows.person[row] == person and rows.route[row] == route:
        row += 1
    return row


@numba.njit(nogil=True, cache=True)
def _one(rows, ends, side, window, acc, who):
    """Count how a person stands on a route under one law, and the first open day."""
    person, route = who
    length, now = window.month.shape[0], acc.counted[route]
    first = acc.first_b if side else acc.first_a
    for measure in range(3):
        acc.reached[measure] = -1
    for k in range(ends[0], ends[1]):
        outcome, since, before = rows.outcome[k], rows.since[k], rows.before[k]
        if outcome == OPEN and first[person, route] == NEVER and before > 0:
            first[person, route] = max(since, 0)
        since, before = max(since, 0), min(before, length)
        if since < before:
            measure = side * 3 + outcome
            now[measure] = 1
            acc.reached[outcome] = _in_months(
                acc.people[route, measure], window, since, before, acc.reached[outcome]
            )
            if outcome == OPEN:
                now[PEOPLE + side] += before - since
                _days(acc.part[route, side], acc.whole[route, side], window, since, before)


@numba.njit(nogil=True, cache=True)
def _in_months(changes, window, since, before, counted):
    """Count a person in the months of a span, but those up to ``counted``; return the last."""
    first, last = window.month[since], window.month[before - 1]
    first = max(first, counted + 1)
    if first <= last:
        changes[first] += 1
        changes[last + 1] -= 1
    return max(last, counted)


@numba.njit(nogil=True, cache=True)
def _days(part, whole, window, since, before):
    """Count the days of a span: whole months by their changes, the others one by one."""
    first, last = window.month[since], window.month[before - 1]
    if first == last:
        part[first] += before - since
        return
    part[first] += window.starts[first + 1] - since
    part[last] += before - window.starts[last]
    whole[first + 1] += 1
    whole[last] -= 1


@numba.njit(nogil=True, cache=True)
def _changes(laws, ends, window, answers, acc, route):
    """Count the days open under one law and not under the other; a route it has not is shut."""
    (a, b), (i, i_end, j, j_end) = laws, ends
    length, day = window.month.shape[0], 0
    acc.reached[0] = acc.reached[1] = -1
    while day < length:
        while i < i_end and a.before[i] <= day:
            i += 1
        while j < j_end and b.before[j] <= day:
            j += 1
        in_a, in_b = i < i_end and a.since[i] <= day, j < j_end and b.since[j] <= day
        before = length
        if i < i_end:
            before = min(before, a.before[i] if in_a else a.since[i])
        if j < j_end:
            before = min(before, b.before[j] if in_b else b.since[j])
        was, becomes = in_a and a.outcome[i] == OPEN, in_b and b.outcome[j] == OPEN
        if was != becomes:
            lost = 1 if was else 0
            acc.counted[route, GAINING + lost] = 1
            acc.counted[route, PEOPLE + GAINED + lost] += before - day
            acc.reached[lost] = _in_months(
                acc.people[route, GAINING + lost], window, day, before, acc.reached[lost]
            )
            measure = GAINED + lost
            _days(acc.part[route, measure], acc.whole[route, measure], window, day, before)
            words = (
                uint64(a.not_closed[i]) if in_a else uint64(0),
                uint64(a.not_open[i]) if in_a else uint64(0),
                uint64(b.not_closed[j]) if in_b else uint64(0),
                uint64(b.not_open[j]) if in_b else uint64(0),
            )
            _causes(words, answers, acc.rules, route, lost, before - day)
        day = before


@numba.njit(nogil=True, cache=True)
def _causes(words, answers, rules, route, lost, days):
    """Count the days of a change for each rule behind it, and for none that calls another of them.

    What counts is why the day is not open under the law that keeps it shut: a rule that decided so
    and did not answer alike under the other law. Behind the change are then the nearest rules above
    it that the laws do not have alike; or itself, where there are none and it decided under both.
    Where nothing is, the route. ``rules``: days gained and lost, people gaining and
    losing, and the mark of those already counted.
    """
    place, below = answers.place[route], answers.below[route]
    above = answers.above[route, lost]
    total, low, high = place.shape[1], uint64(0), uint64(0)
    for rule in range(total):
        was = _answer(words[0], words[1], place[0, rule])
        becomes = _answer(words[2], words[3], place[1, rule])
        if was == becomes or not (becomes if lost else was):
            continue
        low |= above[rule, 0]
        high |= above[rule, 1]
        if was and becomes and not (above[rule, 0] or above[rule, 1]):
            if rule < 64:
                low |= _ONE << uint64(rule)
            else:
                high |= _ONE << uint64(rule - 64)
    if not (low or high):
        low = _ONE
    for rule in range(total):
        word = low if rule < 64 else high
        if word >> uint64(rule & 63) & _ONE and not (
            (low & below[rule, 0]) | (high & below[rule, 1])
        ):
            rules[route, rule, lost] += days
            rules[route, rule, 4 + lost] = 1


@numba.njit(nogil=True, cache=True)
def _answer(not_closed, not_open, place):
    """Return how a rule that decided answers: 0 if it did not decide."""
    if place < 0:
        return 0
    may, fails = not_closed >> uint64(place) & _ONE, not_open >> uint64(place) & _ONE
    return int(may) + 2 * int(fails)


@numba.njit(nogil=True, cache=True)
def _close(acc, groups, person, route):
    """Add one person to the counts of the period, and to those of each of the person's groups."""
    now = acc.counted[route]
    for measure in range(now.shape[0]):
        if now[measure]:
            acc.period[route, measure] += now[measure]
            for axis in range(groups.shape[0]):
                acc.grouped[axis, groups[axis, person], route, measure] += now[measure]
            now[measure] = 0
    rules = acc.rules[route]
    for rule in range(rules.shape[0]):
        for lost in range(2):
            if rules[rule, 4 + lost]:
                rules[rule, 2 + lost] += 1
                rules[rule, 4 + lost] = 0


@numba.njit(nogil=True, cache=True)
def _touch(touched, groups, person, gains, loses):
    """Count a person present, and whether any route gains or loses a day."""
    for axis in range(groups.shape[0]):
        counts = touched[axis, groups[axis, person]]
        counts[0] += 1
        counts[1] += gains
        counts[2] += loses
        counts[3] += gains or loses
