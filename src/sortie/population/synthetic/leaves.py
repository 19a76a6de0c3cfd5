"""The leaves of a batch, what came of them, and the applications that led to them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.population.synthetic.chance import picked, skewed
from sortie.population.synthetic.crowd import CONVICTED, Crowd
from sortie.population.synthetic.months import add_months, counted_back
from sortie.population.synthetic.terms import NEVER, in_rows

Array = npt.NDArray[Any]
_YEAR = 365.25
_MOST_A_YEAR = 20.0
_LONGEST = 5
_FAR_AWAY = 180
RUNNING = -1
RETURNED, LATE, AWAY, NOT_TAKEN, WITHDRAWN = range(5)
OUTCOMES = ("returned", "late", "away", "not_taken", "withdrawn")


@dataclass(frozen=True, kw_only=True)
class Leaves:
    """The leaves of a batch, one row each, a person's in the order of their days.

    ``outcome`` is ``RUNNING`` where the person is still out on the day.

    ``kind`` is where the person was, ``type`` the rank of the leave among those granted there.
    ``back`` is the last day away of one who did not return in time.
    """

    rows: Array
    since: Array
    until: Array
    kind: Array
    type: Array
    by_head: Array
    outcome: Array
    back: Array


@dataclass(frozen=True, kw_only=True)
class May:
    """From which day each person may be granted a leave, and how many a year they are."""

    since: Array
    rate: Array


@dataclass(frozen=True, kw_only=True)
class Where:
    """The kind of place of each person on arrival and in the end, and since when the latter."""

    arrival: Array
    kind: Array
    since: Array


def may_leave(crowd: Crowd, where: Where, ends: Array, secured: Array) -> May:
    """Return who may be granted leaves, as a judge would first look at it.

    The trap: this only makes leaves plausible; whether one was open is for the law to say.
    """
    profile, words = crowd.profile, crowd.profile.sheet["leaves"]
    stay = ends - crowd.start
    names = profile.kind_names
    third = np.isin(where.kind, [names.index(each) for each in words["third_kinds"]])
    near = counted_back(np.minimum(ends, 10**5), np.full(crowd.count, words["remaining_months"]))
    since = np.maximum(crowd.start + stay // 2, near)
    sooner = np.maximum(crowd.start + stay // 3, where.since)
    since = np.where(third, np.minimum(since, sooner), since)
    since = np.where(crowd.months <= words["no_delay_months"], crowd.committed + 10, since)
    since = np.maximum(np.maximum(since, secured), crowd.committed + 10)
    may = (crowd.held == CONVICTED) & ~crowd.life
    active = crowd.chance.happens("active", profile.share("eligible_active"))
    level = profile.leave_rate * (0.3 + 0.7 * skewed(crowd.chance.share("leaves a year")))
    return May(
        since=np.where(may, since, NEVER),
        rate=np.where(active & may, np.minimum(level, _MOST_A_YEAR), 0.0),
    )


def secured_until(crowd: Crowd, there: Array, two_thirds: Array) -> Array:
    """Return the day up to which a security period of a share of the term runs, about."""
    months = np.where(two_thirds, crowd.months * 2 // 3, crowd.months // 2)
    return np.where(there, add_months(crowd.start, months), -NEVER)


def leaves_of(crowd: Crowd, may: May, where: Where) -> Leaves:
    """Return the leaves taken up to the day, the latest where there are very many."""
    chance, words = crowd.chance, crowd.profile.sheet["leaves"]
    earliest = np.maximum(may.since, crowd.on - int(words["history_years"] * _YEAR))
    years = np.maximum(crowd.on - earliest, 0) / _YEAR
    count = np.where(may.rate > 0, np.ceil(years * may.rate), 0)
    rows, turn = in_rows(np.minimum(count, words["most"]).astype(np.int64))
    total = np.minimum(count, words["most"]).astype(np.int64)[rows]
    turn = total - 1 - turn
    # A phase drawn once makes every day as likely as another; the rest only breaks the rhythm.
    apart = turn + chance.share("leave on")[rows] + 0.3 * chance.share("off", rows, turn) - 0.15
    apart = np.maximum(apart, 0)
    since = crowd.on - 1 - np.floor(apart * _YEAR / may.rate[rows]).astype(np.int64)
    kind = np.where(since >= where.since[rows], where.kind[rows], where.arrival[rows])
    type_, days = _types(crowd, kind, (rows, turn))
    until = since + days - 1
    kept = since >= earliest[rows]
    rows, turn, since, until, type_ = (each[kept] for each in (rows, turn, since, until, type_))
    kind = kind[kept]
    outcome = _outcomes(crowd, rows, turn)
    first = np.append(True, rows[1:] != rows[:-1]) if len(rows) else np.empty(0, bool)
    by_head = ~first & (chance.share("by head", rows, turn) < crowd.profile.share("head_grants"))
    away = _days_away(crowd, rows, turn)
    back = np.minimum(until + away, crowd.on - 1)
    outcome = np.where((outcome == AWAY) & (back <= until), RETURNED, outcome)
    outcome = np.where(until >= crowd.on, RUNNING, outcome)
    return Leaves(
        rows=rows, since=since, until=until, kind=kind, type=type_, by_head=by_head,
        outcome=outcome, back=back,
    )  # fmt: skip


def _types(crowd: Crowd, kind: Array, drawn: tuple[Array, Array]) -> tuple[Array, Array]:
    """Return the type of each leave by the kind of place, and how many days it lasts."""
    offered = crowd.profile.sheet["leaves"]["types"]
    type_, days = np.zeros(len(kind), np.int64), np.ones(len(kind), np.int64)
    which, long = (crowd.chance.share(name, *drawn) for name in ("leave type", "leave days"))
    for rank, name in enumerate(crowd.profile.kind_names):
        here = np.flatnonzero(kind == rank)
        rows = offered[name]
        type_[here] = picked(which[here], np.array([row["weight"] for row in rows], float))
        most = np.array([row["days"] for row in rows])[type_[here]]
        days[here] = 1 + np.floor(long[here] * most).astype(np.int64)
    return type_, days


def _outcomes(crowd: Crowd, rows: Array, turn: Array) -> Array:
    profile = crowd.profile
    shares = [
        profile.share(name) for name in ("late_return", "leave.evasion", "not_taken", "withdrawn")
    ]
    weights = np.maximum([1.0 - sum(shares), *shares], 0)
    return picked(crowd.chance.share("outcome", rows, turn), weights)


def _days_away(crowd: Crowd, rows: Array, turn: Array) -> Array:
    """Return days away with the median assumed, half of the people within a factor of two."""
    drawn = np.clip(crowd.chance.share("away", rows, turn), 1e-6, 1 - 1e-6)
    days = crowd.profile.share("away_days") * (drawn / (1 - drawn)) ** 0.6
    return np.asarray(np.clip(np.rint(days), 1, _FAR_AWAY).astype(np.int64))


@dataclass(frozen=True, kw_only=True)
class Applications:
    """The applications of a batch, one row each; ``NEVER`` where undecided or without a bar."""

    rows: Array
    filed: Array
    decided: Array
    granted: Array
    other: Array
    barred: Array


def applications_of(crowd: Crowd, may: May, leaves: Leaves) -> Applications:
    """Return the applications of the last year: granted, refused, and those that wait."""
    granted, refused, pending = (
        _granted(crowd, leaves), _refused(crowd, may), _pending(crowd, may),
    )  # fmt: skip
    whole = [np.concatenate(each) for each in zip(granted, refused, pending, strict=True)]
    order = np.lexsort((whole[1], whole[0]))
    rows, filed, decided, kind, barred = (each[order] for each in whole)
    return Applications(
        rows=rows, filed=filed, decided=decided, granted=kind == 0, other=kind == 2, barred=barred
    )


_Rows = tuple[Array, Array, Array, Array, Array]


def _granted(crowd: Crowd, leaves: Leaves) -> _Rows:
    recent = np.flatnonzero(leaves.since >= crowd.on - _YEAR)
    rows, turn = leaves.rows[recent], leaves.since[recent]
    decided = leaves.since[recent] - 5 - np.floor(20 * crowd.chance.share("told", rows, turn))
    decided = np.maximum(decided, crowd.committed[rows]).astype(np.int64)
    filed = decided - _answered(crowd, "answered", rows, turn)
    never = np.full(len(rows), NEVER)
    return rows, filed, decided, np.zeros(len(rows), np.int64), never


def _answered(crowd: Crowd, name: str, rows: Array, turn: Array) -> Array:
    drawn = np.clip(crowd.chance.share(name, rows, turn), 1e-6, 1 - 1e-6)
    days = crowd.profile.share("answer_days") * (drawn / (1 - drawn)) ** 0.35
    return np.asarray(np.clip(np.rint(days), 1, _FAR_AWAY).astype(np.int64))


def _refused(crowd: Crowd, may: May) -> _Rows:
    profile, chance = crowd.profile, crowd.chance
    share = profile.share("refused")
    rate = profile.leave_rate * profile.share("eligible_active") * share / max(1 - share, 1e-9)
    years = np.clip((crowd.on - may.since) / _YEAR, 0, 1)
    count = np.floor(np.minimum(years * rate, 6) + chance.share("refused")).astype(np.int64)
    rows, turn = in_rows(np.where(years > 0, count, 0))
    span = np.minimum(crowd.on - may.since, int(_YEAR))[rows]
    decided = (
        crowd.on - 1 - np.floor(span * chance.share("refused on", rows, turn)).astype(np.int64)
    )
    filed = decided - _answered(crowd, "refused after", rows, turn)
    barred = chance.share("barred", rows, turn) < profile.share("barred")
    until = decided + 30 + np.floor(150 * chance.share("barred until", rows, turn)).astype(np.int64)
    other = chance.share("not refused outright", rows, turn) < 0.2
    return rows, filed, decided, np.where(other & ~barred, 2, 1), np.where(barred, until, NEVER)


def _pending(crowd: Crowd, may: May) -> _Rows:
    waits = (may.since < crowd.on) & crowd.chance.happens("pending", crowd.profile.share("pending"))
    rows = np.flatnonzero(waits)
    filed = crowd.on - 1 - crowd.chance.number("pending since", 0, 55)[rows]
    never = np.full(len(rows), NEVER)
    return rows, filed, never, np.ones(len(rows), np.int64), never
