"""What came before: leaves, incidents, applications, and bans, for the people of a batch."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sortie.population.synthetic import columns
from sortie.population.synthetic.crowd import Crowd
from sortie.population.synthetic.leaves import AWAY, LATE, OUTCOMES, RETURNED, Applications, Leaves
from sortie.population.synthetic.terms import NEVER, Sentences

Array = npt.NDArray[Any]
Columns = dict[str, Any]
_KINDS = ("away", "late", "breach", "disciplinary")
_AWAY, _LATE, _BREACH, _DISCIPLINARY = range(4)
_LONGEST_ESCAPE = 60


@dataclass(frozen=True, kw_only=True)
class Incidents:
    """The incidents of a batch, one row each; ``until`` is ``NEVER`` for what lasts no time."""

    rows: Array
    kind: Array
    on: Array
    until: Array


def incidents_of(crowd: Crowd, leaves: Leaves, interrupted: Array) -> Incidents:
    """Return what went wrong on leave, escapes of another sort, and disciplinary faults.

    The trap: nobody has two escapes of which one would overlap the other, or an interruption.
    """
    away, late = leaves.outcome == AWAY, leaves.outcome == LATE
    drawn = crowd.chance.share("breach", leaves.rows, leaves.since)
    breach = (drawn < crowd.profile.share("breach")) & ((leaves.outcome == RETURNED) | late)
    parts = [
        (leaves.rows[away], _AWAY, leaves.until[away], leaves.back[away]),
        (leaves.rows[late], _LATE, leaves.until[late], None),
        (leaves.rows[breach], _BREACH, leaves.since[breach], None),
        _escapes(crowd, np.concatenate([leaves.rows[away], interrupted])),
        _disciplinary(crowd),
    ]
    rows = np.concatenate([part[0] for part in parts])
    kind = np.concatenate([np.full(len(part[0]), part[1]) for part in parts])
    on = np.concatenate([part[2] for part in parts])
    until = np.concatenate([np.full(len(part[0]), NEVER) if part[3] is None else part[3]
                            for part in parts])  # fmt: skip
    order = np.lexsort((kind, on, rows))
    return Incidents(rows=rows[order], kind=kind[order], on=on[order], until=until[order])


def _escapes(crowd: Crowd, not_these: Array) -> tuple[Array, int, Array, Array]:
    gone = crowd.on - crowd.committed
    often = crowd.chance.happens("escaped", crowd.profile.share("escaped"))
    often &= crowd.sentenced & ~crowd.life & (gone > 4 * _LONGEST_ESCAPE)
    often[not_these] = False
    rows = np.flatnonzero(often)
    span = np.maximum(gone - 2 * _LONGEST_ESCAPE, 1)
    on = crowd.committed + np.floor(span * crowd.chance.share("escaped on")).astype(np.int64)
    until = on + crowd.chance.number("escaped for", 1, _LONGEST_ESCAPE)
    return rows, _AWAY, on[rows], until[rows]


def _disciplinary(crowd: Crowd) -> tuple[Array, int, Array, Array | None]:
    rows = np.flatnonzero(crowd.chance.happens("fault", crowd.profile.share("disciplinary")))
    span = np.minimum(crowd.on - crowd.start, 365)
    on = crowd.on - np.floor(span * crowd.chance.share("fault on")).astype(np.int64)
    return rows, _DISCIPLINARY, on[rows], None


def days_lost(crowd: Crowd, incidents: Incidents, interrupted: tuple[Array, Array, Array]) -> Array:
    """Return the days of each person that were not served."""
    lost = np.zeros(crowd.count, np.int64)
    away = (incidents.kind == _AWAY) & (incidents.until != NEVER)
    np.add.at(lost, incidents.rows[away], (incidents.until - incidents.on)[away] + 1)
    rows, since, until = interrupted
    np.add.at(lost, rows, until - since + 1)
    return lost


def leaves(crowd: Crowd, taken: Leaves) -> Columns:
    """Return the leaves granted."""
    words = crowd.profile.sheet["leaves"]
    types: list[str] = []
    firsts = []
    for name in crowd.profile.kind_names:
        firsts.append(len(types))
        types += [row["type"] for row in words["types"][name]]
    never = np.zeros(len(taken.rows), bool)
    unknown = crowd.chance.share("unknown grantor", taken.rows, taken.since)
    grantor = np.where(unknown < crowd.profile.share("unknown"), columns.UNKNOWN, taken.by_head)
    return {
        "person": taken.rows,
        "type": columns.words(np.array(firsts)[taken.kind] + taken.type, types),
        "from": columns.days(taken.since),
        "until": columns.days_or_none(taken.until, never),
        "granted_by": columns.words(grantor, [words["judge"], words["head"]]),
        "outcome": columns.words(taken.outcome, [words["outcomes"][name] for name in OUTCOMES]),
    }


def incidents(crowd: Crowd, found: Incidents) -> Columns:
    """Return the incidents."""
    words = crowd.profile.sheet["incidents"]
    none = found.until == NEVER
    return {
        "person": found.rows,
        "kind": columns.words(found.kind, [words[name] for name in _KINDS]),
        "on": columns.days(found.on),
        "until": columns.days_or_none(np.where(none, 0, found.until), none),
    }


def applications(crowd: Crowd, made: Applications) -> Columns:
    """Return the applications of the last year."""
    words = crowd.profile.sheet["applications"]
    undecided, free = made.decided == NEVER, made.barred == NEVER
    outcome = np.where(made.granted, 0, np.where(undecided, 2, 1))
    which = crowd.chance.share("other outcome", made.rows, made.filed) < 0.5
    outcome = np.where(made.other, 3 + which, outcome)
    said = [words["granted"], words["refused"], words["pending"], *words["other"]]
    return {
        "person": made.rows,
        "filed_on": columns.days(made.filed),
        "decided_on": columns.days_or_none(np.where(undecided, 0, made.decided), undecided),
        "outcome": columns.words(outcome, said),
        "bar_until": columns.days_or_none(np.where(free, 0, made.barred), free),
    }


def bans(crowd: Crowd, sentences: Sentences) -> Columns:
    """Return the bans on contact or on a place, from the judgment on."""
    happens = crowd.chance.happens("ban", crowd.profile.share("contact_ban"))
    rows = np.flatnonzero(happens & crowd.sentenced)
    place = (crowd.chance.share("ban of place") < 0.3).astype(int)[rows]
    open_ended = crowd.chance.share("ban ends")[rows] < 0.5
    since = sentences.pronounced[rows, 0]
    years = crowd.chance.number("ban years", 2, 10)[rows]
    return {
        "person": rows,
        "kind": columns.words(place, crowd.profile.sheet["bans"]),
        "since": columns.days(since),
        "until": columns.days_or_none(since + years * 365, open_ended),
    }
