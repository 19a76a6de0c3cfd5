"""The sentences of a batch, their security periods, their reductions, and time not served."""

from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.days import Length
from sortie.population.synthetic import columns
from sortie.population.synthetic.chance import picked
from sortie.population.synthetic.columns import UNKNOWN
from sortie.population.synthetic.crowd import Crowd
from sortie.population.synthetic.terms import NEVER, Reductions, Sentences

Array = npt.NDArray[Any]
Columns = dict[str, Any]
_ABOVE_TEN, _ABOVE_FIVE = 5, 4


def sentences(crowd: Crowd, made: Sentences) -> Columns:
    """Return the sentences, ranked from the first."""
    rows, rank = np.nonzero(made.there)
    unknown = [_unknown(crowd, name, rows, rank) for name in ("recidivist", "offences", "court")]
    suspended = np.where(rank == 0, made.suspended[rows], 0)
    served = crowd.parts[rows, rank]
    final, group = made.final[rows, rank], _groups(crowd, rows, rank)
    nothing = columns.one(len(rows), "none")
    months = np.where(served < 0, -1, served + suspended)
    return {
        "person": rows,
        "rank": columns.numbers(rank),
        "length": columns.lengths(months),
        "suspended": columns.months_or_none(suspended, suspended == 0, np.zeros(len(rows), bool)),
        "pronounced_on": columns.days(made.pronounced[rows, rank]),
        "final_on": columns.days_or_none(np.minimum(final, crowd.on), final == NEVER),
        "offences": columns.words(np.where(unknown[1], UNKNOWN, group), _offences(crowd)),
        "recidivist": columns.flags(made.recidivist[rows, rank], unknown[0]),
        "socio_judicial_supervision": _supervision(crowd, group, (rows, rank)),
        "merged_into": nothing,
        "suspension_revoked": nothing,
        "commuted": nothing,
        "court": columns.words(np.where(unknown[2], UNKNOWN, group), _courts(crowd)),
    }


def _unknown(crowd: Crowd, name: str, rows: Array, rank: Array) -> Array:
    return crowd.chance.share(f"unknown {name}", rows, rank) < crowd.profile.share("unknown")


def _groups(crowd: Crowd, rows: Array, rank: Array) -> Array:
    """Return the offences of each sentence: those that came to it are often of another group."""
    last = len(crowd.profile.sheet["groups"]) - 1
    other = crowd.chance.share("other offence", rows, rank) < 0.6
    return np.where((rank > 0) & other, last, crowd.group[rows])


def _offences(crowd: Crowd) -> list[str]:
    return ["|".join(group["words"]) for group in crowd.profile.sheet["groups"]]


def _courts(crowd: Crowd) -> list[str]:
    return [group["court"] for group in crowd.profile.sheet["groups"]]


def _supervision(crowd: Crowd, group: Array, drawn: tuple[Array, Array]) -> Any:
    words = crowd.profile.sheet["supervision"]
    weights = np.array([row["supervision"] for row in crowd.profile.sheet["groups"]], float)
    whole = np.concatenate([weights, 1 - weights.sum(axis=1, keepdims=True)], axis=1)
    which = picked(crowd.chance.share("supervision", *drawn), whole, group)
    which = np.where(_unknown(crowd, "supervision", *drawn), UNKNOWN, which)
    return columns.words(which, [*words, "none"])


def secured(crowd: Crowd) -> Array:
    """Return who has a security period."""
    profile, chance = crowd.profile, crowd.chance
    often = np.where(crowd.band >= _ABOVE_TEN, profile.share("security_automatic"), 0.0)
    often = np.where(crowd.band == _ABOVE_FIVE, profile.share("security_optional"), often)
    often = np.where(crowd.life, 1.0, often)
    return chance.happens("secured", often) & crowd.sentenced


def two_thirds(crowd: Crowd) -> Array:
    """Return whose security period would be of two thirds, and not of half."""
    share = crowd.profile.sheet["security"]["two_thirds_share"]
    return crowd.chance.happens("two thirds", share)


def security_periods(crowd: Crowd) -> Columns:
    """Return the security periods: a share of the first sentence, or a length for life."""
    words, rows = crowd.profile.sheet["security"], np.flatnonzero(secured(crowd))
    life = crowd.life[rows]
    share = two_thirds(crowd)[rows].astype(int)
    which = picked(crowd.chance.share("security length"), np.array(words["life_weights"]))[rows]
    months = np.array([Length.parse(text).months for text in words["life"]])[which]
    nothing = columns.one(len(rows), "none")
    return {
        "person": rows,
        "rank": columns.numbers(np.zeros(len(rows))),
        "length": columns.lengths(months, 0, ~life),
        "share": columns.words(
            np.where(life, UNKNOWN, share), [words["half"], words["two_thirds"]]
        ),
        "sentence": columns.numbers(np.zeros(len(rows))),
        "shortened": nothing,
        "lifted_on": nothing,
    }


def reductions(crowd: Crowd, taken: Reductions) -> Columns:
    """Return the reductions granted."""
    words = crowd.profile.sheet["reductions"]
    old = crowd.credited[taken.rows].astype(int)
    kept = taken.withdrawn == NEVER
    return {
        "person": taken.rows,
        "granted_on": columns.days(taken.granted),
        "length": columns.lengths(taken.months, taken.days),
        "kind": columns.words(old, [words["single"], words["supplementary"]]),
        "withdrawn_on": columns.days_or_none(np.where(kept, 0, taken.withdrawn), kept),
    }


def interrupted(crowd: Crowd, not_these: Array) -> tuple[Array, Array, Array]:
    """Return whose sentence was interrupted for a time, from when, and up to which last day."""
    chance, gone = crowd.chance, crowd.on - crowd.committed
    happens = chance.happens("interrupted", crowd.profile.share("interrupted"))
    happens &= crowd.sentenced & ~crowd.life & (gone > 90)
    happens[not_these] = False
    rows = np.flatnonzero(happens)
    since = crowd.committed + 10 + np.floor(chance.share("interrupted on") * (gone - 60))
    lasts = chance.number("interrupted for", 10, 40)
    return rows, since[rows].astype(np.int64), (since + lasts)[rows].astype(np.int64)


def interruptions(found: tuple[Array, Array, Array]) -> Columns:
    """Return the interruptions of sentence, as ``interrupted`` found them."""
    return _periods(*found)


def care_refused(crowd: Crowd) -> Columns:
    """Return the time of refused care."""
    names = crowd.profile.sheet["sexual_groups"]
    among = np.isin(crowd.group, [crowd.profile.group(name) for name in names]) & crowd.sentenced
    gone = crowd.on - crowd.committed
    happens = crowd.chance.happens("care refused", crowd.profile.share("care_refused"))
    rows = np.flatnonzero(among & happens & (gone > 200))
    since = crowd.committed + np.floor(gone * 0.6 * crowd.chance.share("care refused on"))
    until = since + crowd.chance.number("care refused for", 30, 79)
    return _periods(rows, since[rows], until[rows])


def _periods(rows: Array, since: Array, until: Array) -> Columns:
    never = np.zeros(len(rows), bool)
    return {
        "person": rows,
        "from": columns.days(since),
        "until": columns.days_or_none(until.astype(np.int64), never),
    }
