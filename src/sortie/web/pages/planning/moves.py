"""Departures and returns between two instants: a bounded number, whatever the store holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sortie import office, store
from sortie.casework import OVER, State
from sortie.store import By, IndexedCase
from sortie.web import authority
from sortie.web.authority import Acting

MOST = 600
_AT_ONCE = 200


class Way(StrEnum):
    """Which way someone goes."""

    OUT = "departs"
    BACK = "returns"


class Standing(StrEnum):
    """Where a move stands: its colour, and the word that says the same."""

    ASKED = "asked"
    GRANTED = "granted"
    OUT = "out"
    LATE = "late"
    BACK = "back"


# Granted or refused: their state does not say which, and the case itself is asked.
_EITHER = (State.DECIDED, State.APPEALED)
_BACK = (State.RETURNED, State.RETURNED_LATE, State.RECAPTURED)
_OF_STATE = {
    State.NOTIFIED: Standing.GRANTED,
    State.IN_WINDOW: Standing.GRANTED,
    State.APPEAL_DECIDED: Standing.GRANTED,
    State.EXECUTABLE: Standing.GRANTED,
    State.OUT: Standing.OUT,
    State.NOT_RETURNED: Standing.LATE,
    State.ESCAPE_DECLARED: Standing.LATE,
    **dict.fromkeys(_BACK, Standing.BACK),
}
# Nothing will come of these: nobody leaves under them.
_NONE = frozenset(OVER) - frozenset(_BACK) | {State.DRAFT, State.NOT_IN_FORM, State.HEAD_REFUSED}


@dataclass(frozen=True, slots=True)
class Move:
    """One departure or one return, at the hour that was granted or asked for."""

    way: Way
    at: datetime
    case: IndexedCase
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Between which instants, in which prison, and whether what is only asked for comes too.

    ``at`` is when it is looked at.
    """

    since: datetime
    before: datetime
    at: datetime
    prison: str = ""
    asked: bool = False


def moves(acting: Acting, action: str, window: Window) -> tuple[tuple[Move, ...], bool]:
    """Return the moves that an action lists to someone, the earliest first, and whether cut."""
    out, cut_out = _read(acting, action, window, By.DEPARTS)
    back, cut_back = _read(acting, action, window, By.RETURNS)
    granted = _granted((row for row in (*out, *back) if row.state in _EITHER), window.at)
    found = [
        *_moves(out, Way.OUT, granted, asked=window.asked),
        *_moves(back, Way.BACK, granted, asked=window.asked),
    ]
    found.sort(key=lambda each: (each.at, each.way, each.case.case_id))
    return tuple(found), cut_out or cut_back


def _read(
    acting: Acting, action: str, window: Window, by: By
) -> tuple[tuple[IndexedCase, ...], bool]:
    query = store.CaseQuery(
        prison=window.prison or None, by=by, since=window.since, before=window.before,
        limit=_AT_ONCE,
    )  # fmt: skip
    found: list[IndexedCase] = []
    while len(found) < MOST:
        page = authority.cases(acting, action, query)
        found += page
        if len(page) < _AT_ONCE:
            return tuple(found), False
        query = replace(query, after=page[-1])
    return tuple(found[:MOST]), True


def _granted(rows: Iterable[IndexedCase], at: datetime) -> frozenset[str]:
    """Return the cases that an order grants, among those whose state does not say so."""
    ids = tuple({row.case_id for row in rows})
    held = office.cases_at_work(ids, at) if ids else ()
    return frozenset(
        each.case_id for each in held if each.case.order is not None and each.case.order.granted
    )


def _moves(
    rows: Iterable[IndexedCase], way: Way, granted: frozenset[str], *, asked: bool
) -> Iterator[Move]:
    for row in rows:
        standing = _standing(State(row.state), granted=row.case_id in granted)
        at = row.departs_at if way is Way.OUT else row.returns_at
        if at is not None and standing is not None and (asked or standing is not Standing.ASKED):
            yield Move(way, at, row, standing)


def _standing(state: State, *, granted: bool) -> Standing | None:
    if state in _NONE or (state in _EITHER and not granted):
        return None
    return Standing.GRANTED if state in _EITHER else _OF_STATE.get(state, Standing.ASKED)
