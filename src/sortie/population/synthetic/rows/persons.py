"""The table of persons: single facts, and where a list is known to be empty."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.population.synthetic import columns
from sortie.population.synthetic.chance import skewed
from sortie.population.synthetic.columns import UNKNOWN
from sortie.population.synthetic.crowd import Crowd
from sortie.population.synthetic.leaves import Leaves
from sortie.population.synthetic.rows.held import Places, house_names
from sortie.population.synthetic.terms import NEVER, Sentences

Array = npt.NDArray[Any]
Columns = dict[str, Any]
_YEAR = 365.25
_ADULT, _YOUNGEST, _OLDEST = 18.02, 13.0, 88.0
# Where a list may be unknown, and not only empty.
_MAY_BE_UNKNOWN = ("watch_list", "isolation", "interruptions", "applications", "bans")


def persons(crowd: Crowd, ends: Array, places: Places) -> Columns:
    """Return the single facts of each person, without a name."""
    never = np.zeros(crowd.count, bool)
    last = places.houses[np.arange(crowd.count), np.where(places.unit >= 0, 3, 2)]
    last = np.where(places.kind == places.kinds[:, 0], places.houses[:, 0], last)
    parent = crowd.chance.happens("parent", crowd.profile.share("parent"))
    open_ended = ends == NEVER
    return {
        "person": np.arange(crowd.count),
        "prison": columns.words(last, house_names(crowd)),
        "born_on": columns.days(_born(crowd), crowd.left_unknown("birth") & ~crowd.minor),
        "parent_of_child_under_ten": columns.flags(parent, crowd.left_unknown("parent")),
        "committed_on": columns.days(crowd.committed, never),
        "end_of_sentence": columns.days_or_none(
            np.where(open_ended, 0, ends), open_ended, crowd.left_unknown("end") & ~open_ended
        ),
    }


def _born(crowd: Crowd) -> Array:
    """Return birthdays: minors are minors on the day, the others were adults on their first."""
    inside = (crowd.on - crowd.start) / _YEAR
    age = _ADULT + inside + 15.7 * _level(crowd) * np.where(inside > 5, 0.8, 1.0)
    young = _YOUNGEST + 0.05 + inside + (4.9 - inside) * crowd.chance.share("young") ** 0.4
    age = np.where(crowd.minor, young, np.minimum(age, np.maximum(_OLDEST, inside + 20)))
    return crowd.on - np.floor(np.maximum(age, inside + 1) * _YEAR).astype(np.int64)


def _level(crowd: Crowd) -> Array:
    """Return how far from the youngest each person is, about one."""
    both = skewed(crowd.chance.share("age")) + skewed(crowd.chance.share("age again"))
    return np.asarray(both / 2)


def orders(crowd: Crowd, ends: Array, sentences: Sentences, leaves: Leaves) -> Columns:
    """Return the orders that bear on a person: a territory ban, parole, the head of the prison."""
    profile, chance = crowd.profile, crowd.chance
    foreign = chance.happens("foreigner", profile.share("stock.foreigners"))
    banned = foreign & crowd.sentenced & chance.happens("territory", profile.share("territory_ban"))
    half = (crowd.start + ends) // 2
    past_half = crowd.sentenced & ~crowd.life & (half < crowd.on)
    required = past_half & chance.happens("parole", profile.share("parole_requires_leave"))
    decided = half + np.floor((crowd.on - half) * chance.share("parole on")).astype(np.int64)
    granted = np.zeros(crowd.count, bool)
    granted[leaves.rows] = True
    excluded = granted & chance.happens("head excluded", profile.share("head_excluded"))
    first = np.full(crowd.count, NEVER)
    np.minimum.at(first, leaves.rows, leaves.since)
    years = chance.number("territory years", 3, 10)
    since = sentences.pronounced[:, 0]
    return {
        **_there("territory_ban", crowd, banned),
        "territory_ban.since": columns.days(since, ~_told("territory_ban", crowd, banned)),
        "territory_ban.until": columns.days_or_none(
            since + years * 365 + 3650, chance.happens("for good", 0.5),
            ~_told("territory_ban", crowd, banned),
        ),
        **_there("parole_requires_leave", crowd, required),
        "parole_requires_leave.decided_on": columns.days(
            np.minimum(decided, crowd.on), ~_told("parole_requires_leave", crowd, required)
        ),
        "admissible_to": _admissible(crowd, past_half),
        **_there("head_of_prison_excluded", crowd, excluded),
        "head_of_prison_excluded.on": columns.days(
            np.minimum(first, crowd.on), ~_told("head_of_prison_excluded", crowd, excluded)
        ),
    }  # fmt: skip


def _there(name: str, crowd: Crowd, there: Array) -> Columns:
    """Return whether there is one, which is not always known."""
    which = np.where(crowd.left_unknown(name), UNKNOWN, there.astype(int))
    return {name: columns.words(which, ["none", "true"])}


def _told(name: str, crowd: Crowd, there: Array) -> Array:
    return there & ~crowd.left_unknown(name)


def _admissible(crowd: Crowd, past_half: Array) -> Any:
    words = crowd.profile.sheet["measures"]
    may = past_half & crowd.chance.happens("admissible", crowd.profile.share("admissible"))
    short = crowd.months <= 24
    both = "|".join([words["long"], *words["short"]])
    which = np.where(may, np.where(short, 2, 1), 0)
    which = np.where(crowd.left_unknown("admissible_to"), UNKNOWN, which)
    return columns.words(which, ["none", words["long"], both])


# The column that says that a person has no row, by the table of the rows.
_MARKERS = {"statuses": "status", "security_periods": "security_period"}


def markers(crowd: Crowd, rows: Mapping[str, Array]) -> Columns:
    """Return where a list is known to be empty: those of whom a table has no row, most of them."""
    found: Columns = {"concurrence": columns.one(crowd.count, "none")}
    for table, whose in rows.items():
        empty = np.ones(crowd.count, bool)
        empty[whose] = False
        if table in _MAY_BE_UNKNOWN:
            empty &= ~crowd.left_unknown(table)
        found[_MARKERS.get(table, table)] = columns.words(np.where(empty, 0, UNKNOWN), ["none"])
    return found
