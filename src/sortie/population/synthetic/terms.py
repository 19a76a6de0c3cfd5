"""When each sentence was pronounced, what came off the terms, and the end the clerk would state."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.population.synthetic.crowd import APPEAL, MOST_SENTENCES, Crowd
from sortie.population.synthetic.months import after, counted_back

Array = npt.NDArray[Any]
NEVER = 2**31 - 1
_YEAR = 365.25
_MONTH = 30.4375
_APPEAL_DAYS = 10
_MOST_REDUCTIONS = 30
_LONGEST_PART_SUSPENDED = 60
_MOST_SUSPENDED = 24


@dataclass(frozen=True, kw_only=True)
class Sentences:
    """The sentences of a batch, three places a person: their days, and what was decided of each.

    ``final`` is ``NEVER`` where an appeal is pending. ``suspended`` are months beside those served.
    """

    there: Array
    pronounced: Array
    final: Array
    recidivist: Array
    suspended: Array


@dataclass(frozen=True, kw_only=True)
class Reductions:
    """The reductions of a batch, one row each: whose, when, how long, and withdrawn when."""

    rows: Array
    granted: Array
    months: Array
    days: Array
    withdrawn: Array


def sentences_of(crowd: Crowd) -> Sentences:
    """Return the sentences: the first is the one of the committal, the others came to it."""
    chance, start, committed = crowd.chance, crowd.start, crowd.committed
    shape = (crowd.count, MOST_SENTENCES)
    final, pronounced = np.empty(shape, np.int64), np.empty(shape, np.int64)
    recidivist = np.empty(shape, bool)
    for rank in range(MOST_SENTENCES):
        judged = chance.number(f"judged {rank}", 0, 80)
        late = chance.share(f"late {rank}")
        before = start - _APPEAL_DAYS - chance.number(f"before {rank}", 0, 500)
        while_in = committed + np.floor(late * (crowd.on - committed)).astype(np.int64)
        final[:, rank] = np.where(chance.happens(f"while in {rank}", 0.4), while_in, before)
        pronounced[:, rank] = final[:, rank] - _APPEAL_DAYS - judged
        recidivist[:, rank] = chance.happens(f"recidivist {min(rank, 1)}", _often(crowd))
    free = committed == start
    final[:, 0] = np.where(free, committed - chance.number("free", 0, 400), committed)
    judged = final[:, 0] - _APPEAL_DAYS - chance.number("judged 0", 0, 20)
    pronounced[:, 0] = np.where(free, judged, np.maximum(judged, start))
    appeal = crowd.held == APPEAL
    half = start + ((crowd.on - start) * (0.3 + 0.7 * chance.share("judged"))).astype(np.int64)
    pronounced[appeal, 0] = half[appeal]
    final[appeal, 0] = NEVER
    there = crowd.parts != 0
    there[appeal, 1:] = False
    return Sentences(
        there=there, pronounced=pronounced, final=final, recidivist=recidivist,
        suspended=_suspended(crowd),
    )  # fmt: skip


def _often(crowd: Crowd) -> float:
    return crowd.profile.share("recidivist")


def _suspended(crowd: Crowd) -> Array:
    """Return the months suspended beside those of the first sentence."""
    first = crowd.parts[:, 0]
    months = crowd.chance.number("suspended months", 1, np.clip(first, 1, _MOST_SUSPENDED))
    there = crowd.chance.happens("suspended", crowd.profile.share("partly_suspended"))
    return np.where(there & (first > 0) & (first < _LONGEST_PART_SUSPENDED), months, 0)


def reductions_of(crowd: Crowd) -> Reductions:
    """Return what was granted up to the day: each year, or once where the term is short."""
    chance, on = crowd.chance, crowd.on
    lag = chance.number("reductions lag", 20, 90)
    served = on - crowd.start
    yearly = np.where(crowd.reduced > 0, (served - lag) // _YEAR, 0)
    halfway = np.where(crowd.short, crowd.months * _MONTH * 0.5, 0).astype(np.int64)
    once = (served > halfway) & (crowd.reduced > 0) & (crowd.start + halfway >= crowd.committed)
    count = np.where(crowd.short, once, np.clip(yearly, 0, _MOST_REDUCTIONS)).astype(np.int64)
    count = np.where(crowd.sentenced & ~crowd.life, count, 0)
    rows, turn = in_rows(count)
    years = np.floor((turn + 1) * _YEAR).astype(np.int64)
    granted = crowd.start[rows] + np.where(crowd.short[rows], halfway[rows], years + lag[rows])
    size, short = crowd.reduced[rows], crowd.short[rows]
    back = granted + 30 + np.floor(250 * chance.share("withdrawn", rows, turn)).astype(np.int64)
    often = chance.share("withdrawn at all", rows, turn)
    gone = (often < crowd.profile.share("reductions_withdrawn")) & (back <= on)
    kept = granted >= crowd.committed[rows]
    return Reductions(
        rows=rows[kept],
        granted=granted[kept],
        months=np.where(short, 0, size)[kept],
        days=np.where(short, size, 0)[kept],
        withdrawn=np.where(gone, back, NEVER)[kept],
    )


def in_rows(count: Array) -> tuple[Array, Array]:
    """Return, for so many rows a person, the person of each row and the turn of it, from 0."""
    rows = np.repeat(np.arange(len(count)), count)
    first = np.cumsum(count) - count
    return rows, np.arange(len(rows)) - np.repeat(first, count)


def ends_of(
    crowd: Crowd, sentences: Sentences, taken: Reductions, whose: Array, lost: Array | int
) -> Array:
    """Return the end of the term of some people, ``lost`` days not served put off.

    The trap: it is what the law's own reckoning comes to under the first option of each reading;
    a credit that no text gives is not counted. ``NEVER`` for life, and for who serves no sentence.
    """
    end = after(crowd.start[whose] + lost, crowd.months[whose])
    end = _credited(crowd, sentences, whose, end)
    place = np.full(crowd.count, -1)
    place[whose] = np.arange(len(whose))
    order = np.flatnonzero((taken.withdrawn == NEVER) & (place[taken.rows] >= 0))
    place = place[taken.rows[order]]
    turn = in_rows(np.bincount(place, minlength=len(whose)))[1]
    for rank in range(int(turn.max(initial=-1)) + 1):
        now = turn == rank
        each, at = order[now], place[now]
        end[at] = counted_back(end[at], taken.months[each], taken.days[each])
    return np.where((crowd.sentenced & ~crowd.life)[whose], end, NEVER)


def _credited(crowd: Crowd, sentences: Sentences, whose: Array, end: Array) -> Array:
    profile = crowd.profile
    for rank in range(MOST_SENTENCES):
        at = np.flatnonzero((crowd.credited & (crowd.parts[:, rank] > 0))[whose])
        final = sentences.final[whose[at], rank]
        era = np.searchsorted(profile.credit_since, final, side="right") - 1
        not_any = crowd.group[whose[at]] == profile.group(profile.sheet["terrorism_group"])
        given = (era >= 0) & ~(not_any & (final >= profile.no_credit_from))
        at, era = at[given], era[given]
        again = sentences.recidivist[whose[at], rank].astype(int)
        months, days = profile.credit[era, again, crowd.parts[whose[at], rank]].T
        end[at] = counted_back(end[at], months, days)
    return end
