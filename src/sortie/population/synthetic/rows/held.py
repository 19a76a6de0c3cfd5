"""Where the people of a batch are held, how, and under what order of the administration."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.population.synthetic import columns
from sortie.population.synthetic.chance import picked
from sortie.population.synthetic.crowd import CONVICTED, OUT, REMAND, Crowd
from sortie.population.synthetic.leaves import Where
from sortie.population.synthetic.months import number_of
from sortie.population.synthetic.terms import Sentences

Array = npt.NDArray[Any]
Columns = dict[str, Any]
_NOWHERE = 2**31 - 1
_LONG_BAND = 4


@dataclass(frozen=True, kw_only=True)
class Places:
    """The places of a batch, up to four a person, ``_NOWHERE`` where there is none.

    ``kind`` is the last kind; ``unit`` the rank of the special unit, -1 for none.
    """

    since: Array
    kinds: Array
    houses: Array
    kind: Array
    unit: Array

    @property
    def where(self) -> Where:
        """The kinds of place as the leaves look at them."""
        moved = self.since[:, 1:3].min(axis=1)
        since = np.where(moved == _NOWHERE, self.since[:, 0], moved)
        return Where(arrival=self.kinds[:, 0], kind=self.kind, since=since)

    @property
    def unit_since(self) -> Array:
        """The first day in the special unit."""
        return np.asarray(self.since[:, 3])

    @property
    def last_since(self) -> Array:
        """The first day in the last kind of place."""
        return np.asarray(
            np.where(self.since[:, 2] == _NOWHERE, self.since[:, 0], self.since[:, 2])
        )


def places_of(crowd: Crowd) -> Places:
    """Return the places: on arrival, perhaps on the way, in the end, and in a special unit."""
    chance, names, words = crowd.chance, crowd.profile.kind_names, crowd.profile.sheet["kinds"]
    first, youth = names.index(words["first"]), names.index(words["youth"])
    convicted = crowd.held == CONVICTED
    drawn = picked(chance.share("kind"), crowd.profile.kinds, crowd.band)
    # A day is needed to be moved on: who came in yesterday is where people come in, or goes
    # straight to where one sleeps only.
    straight = crowd.on - crowd.committed <= 1
    open_ = names.index(words["open"])
    kind = np.where(convicted & (~straight | (drawn == open_)), drawn, first)
    young = chance.happens("youth prison", crowd.profile.share("youth_prison"))
    kind = np.where(crowd.minor, np.where(young, youth, first), kind)
    arrival = np.where((kind == youth) | (straight & (kind == open_)), kind, first)
    since = np.full((crowd.count, 4), _NOWHERE)
    since[:, 0] = crowd.start
    moved = kind != arrival
    gone = crowd.on - crowd.committed
    last = crowd.committed + 1 + np.floor(chance.share("moved") * np.maximum(gone - 1, 0))
    since[moved, 2] = last[moved]
    twice = moved & (crowd.band >= _LONG_BAND) & (last - crowd.committed > 60)
    twice &= chance.happens("moved again", crowd.profile.share("moved_again"))
    since[twice, 1] = (crowd.committed + (last - crowd.committed) * 0.5)[twice]
    unit = _units(crowd, kind)
    begun = np.maximum(np.where(moved, last, crowd.start) + 1, _unit_from(crowd, unit))
    since[unit >= 0, 3] = begun[unit >= 0]
    kinds = np.stack([arrival, kind, kind, kind], axis=1)
    return Places(since=since, kinds=kinds, houses=_houses(crowd, kinds), kind=kind, unit=unit)


def _houses(crowd: Crowd, kinds: Array) -> Array:
    counts = np.array([row["count"] for row in crowd.profile.sheet["establishments"].values()])
    firsts = np.cumsum(counts) - counts
    drawn = [crowd.chance.share(f"house {rank}") for rank in (0, 1, 2, 2)]
    return np.asarray(
        firsts[kinds] + np.floor(np.stack(drawn, axis=1) * counts[kinds]).astype(np.int64)
    )


def _units(crowd: Crowd, kind: Array) -> Array:
    """Return the special unit of each person, -1 for none; the first that takes them keeps them."""
    found, free = np.full(crowd.count, -1), may_be_in_unit(crowd, kind)
    for rank, unit in enumerate(crowd.profile.sheet["units"]["special"]):
        takes = crowd.chance.happens(f"unit {unit['unit']}", crowd.profile.units[rank])
        if "group" in unit:
            takes &= (crowd.group == crowd.profile.group(unit["group"])) & (crowd.held == CONVICTED)
        if "since" in unit and number_of(unit["since"]) >= crowd.on:
            continue
        found = np.where(free & takes & (found < 0), rank, found)
    return found


def may_be_in_unit(crowd: Crowd, kind: Array) -> Array:
    """Return who may be in a special unit: adults detained for some days, where one stays."""
    open_ = crowd.profile.kind_names.index(crowd.profile.sheet["kinds"]["open"])
    adult = (crowd.held != OUT) & ~crowd.minor
    return np.asarray(adult & (kind != open_) & (crowd.on - crowd.start > 2))


def _unit_from(crowd: Crowd, unit: Array) -> Array:
    rows = crowd.profile.sheet["units"]["special"]
    lasts = np.array([row["days"] for row in rows])[unit]
    least = np.array([number_of(row["since"]) if "since" in row else -_NOWHERE for row in rows])[
        unit
    ]
    drawn = crowd.on - np.floor(crowd.chance.share("unit since") * lasts).astype(np.int64)
    return np.asarray(np.minimum(np.maximum(drawn, least), crowd.on))


def statuses(crowd: Crowd, sentences: Sentences) -> Columns:
    """Return the statuses: on remand, an appeal pending, convicted."""
    words = crowd.profile.sheet["statuses"]
    pronounced = sentences.pronounced[:, 0]
    remand = (crowd.start < crowd.committed) | ~crowd.sentenced
    between = np.where(crowd.sentenced, crowd.committed, _NOWHERE)
    appeal = remand & (crowd.held != REMAND) & (crowd.start < pronounced) & (pronounced < between)
    appeal &= ~crowd.sentenced | crowd.chance.happens("appealed", 0.15)
    since = np.stack([crowd.start, pronounced, crowd.committed], axis=1)
    there = np.stack([remand, appeal, crowd.sentenced], axis=1)
    rows, which = np.nonzero(there)
    return {
        "person": rows,
        "is": columns.words(which, [words["remand"], words["appeal"], words["convicted"]]),
        "from": columns.days(since[rows, which]),
    }


def remand(crowd: Crowd) -> Columns:
    """Return the time on remand: up to the committal, or still running."""
    rows = np.flatnonzero((crowd.start < crowd.committed) | ~crowd.sentenced)
    return {
        "person": rows,
        "from": columns.days(crowd.start[rows]),
        "until": columns.days_or_none(crowd.committed[rows] - 1, ~crowd.sentenced[rows]),
    }


def house_names(crowd: Crowd) -> list[str]:
    """Return the names of all the places there are."""
    kinds = crowd.profile.sheet["establishments"].values()
    return [f"{row['name']} {rank + 1:03}" for row in kinds for rank in range(row["count"])]


def placements(crowd: Crowd, places: Places) -> Columns:
    """Return the places in their order, each until the eve of the next."""
    rows, which = np.nonzero(places.since != _NOWHERE)
    since = places.since[rows, which]
    following = np.append(since[1:], 0)
    last = np.append(rows[1:] != rows[:-1], [True] * bool(len(rows)))
    unit = np.where(which == 3, places.unit[rows] + 1, 0)
    units = crowd.profile.sheet["units"]
    unknown = crowd.chance.share("unknown unit", rows, which) < crowd.profile.share("unknown")
    return {
        "person": rows,
        "from": columns.days(since),
        "until": columns.days_or_none(following - 1, last),
        "establishment": columns.words(places.houses[rows, which], house_names(crowd)),
        "kind": columns.words(places.kinds[rows, which], crowd.profile.kind_names),
        "unit": columns.words(
            np.where(unknown & (unit == 0), columns.UNKNOWN, unit),
            [units["ordinary"], *(row["unit"] for row in units["special"])],
        ),
    }


def adjustments(crowd: Crowd, places: Places) -> Columns:
    """Return the adjustments under which people live on the day."""
    profile, words = crowd.profile, crowd.profile.sheet["adjustments"]
    open_ = places.kind == profile.kind_names.index(profile.sheet["kinds"]["open"])
    lodged = profile.share("kind.outside_placement") / profile.share("stock.convicted")
    outside = (crowd.held == CONVICTED) & ~open_ & (places.unit < 0) & ~crowd.life
    outside &= crowd.chance.happens("outside", lodged)
    out = crowd.held == OUT
    kind = np.where(open_, 0, np.where(outside, 1, 2))
    rows = np.flatnonzero(open_ | outside | out)
    drawn = crowd.committed + np.floor(
        crowd.chance.share("adjusted") * (crowd.on - crowd.committed)
    )
    since = np.where(open_, places.last_since, np.where(out, crowd.committed, drawn))
    return {
        "person": rows,
        "kind": columns.words(kind[rows], [words["open"], words["outside"], words["monitored"]]),
        "from": columns.days(since[rows]),
        "until": columns.one(len(rows), "none"),
    }


def watch_list(crowd: Crowd, places: Places) -> Columns:
    """Return who is on the watch list: those of the units that call for it, and others."""
    profile = crowd.profile
    units = profile.sheet["units"]["special"]
    watched = np.array([*(bool(row.get("watched")) for row in units), False])[places.unit]
    names = (profile.sheet["terrorism_group"], profile.sheet["organised_group"])
    among = np.isin(crowd.group, [profile.group(name) for name in names])
    among &= (crowd.held == CONVICTED) & ~watched
    already = sum(profile.share(row["figure"]) for row in units if row.get("watched"))
    share = profile.groups[:, [profile.group(name) for name in names]].sum()
    often = (profile.share("watch_list") - already) / (share * profile.share("stock.convicted"))
    rows = np.flatnonzero(watched | (among & crowd.chance.happens("watched", often)))
    drawn = crowd.start + np.floor(crowd.chance.share("watched since") * (crowd.on - crowd.start))
    return _running(rows, drawn)


def isolation(crowd: Crowd, places: Places) -> Columns:
    """Return who is in isolation."""
    units = crowd.profile.sheet["units"]["special"]
    isolated = np.array([*(bool(row.get("isolated")) for row in units), False])[places.unit]
    return _running(np.flatnonzero(isolated), places.unit_since)


def _running(rows: Array, since: Array) -> Columns:
    return {
        "person": rows,
        "from": columns.days(since[rows]),
        "until": columns.one(len(rows), "none"),
    }
