"""The open cases whose answer a reform would change: so many asked at a time, and nothing kept."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from sortie import law, office, store
from sortie import reform as reforms
from sortie.casework import OVER, State
from sortie.reform import Reform, RouteChange
from sortie.rules import Book
from sortie.web import authority
from sortie.web.frame import Answer, Asked, Shown
from sortie.web.pages.lists import (
    NAME,
    NUMBER,
    CaseLine,
    Criteria,
    Seeing,
    address_of,
    case_lines,
    criteria_in,
)
from sortie.web.pages.reforms.shelf import not_there
from sortie.words import answer_change_told, route_change_told, rule_told, status_told

ACTION = "reforms.replay"
# The law answers four times for each: as many as a list shows take less than a second.
ASKED_AT_ONCE = 50
_STATES = tuple(state.value for state in State if state not in OVER)
_UNREADABLE = 422


@dataclass(frozen=True, slots=True)
class RuleTold:
    """One rule as the reform has it; ``linked`` where today's law has a page of it."""

    id: str
    words: str
    linked: bool


@dataclass(frozen=True, slots=True)
class RouteTold:
    """How one type of leave changes, and the rules that changed it."""

    told: str
    rules: tuple[RuleTold, ...]


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """How the answer changes on a day."""

    told: str
    routes: tuple[RouteTold, ...]


@dataclass(frozen=True, slots=True)
class CaseTold:
    """One case whose answer changes; ``address`` is that of its page, where it may be opened."""

    line: CaseLine
    name: str
    address: str
    answers: tuple[AnswerTold, ...]


@dataclass(frozen=True, slots=True)
class Supposed:
    """The first day of the reform and the day asked about, as typed; ``fault`` names what is not.

    ``since`` is the reform's own first day where none was typed.
    """

    since: str
    on: str
    reform: Reform
    day: date
    fault: str = ""


def replay(asked: Asked, reform_id: str) -> Answer:
    """Return what a reform would change of the answers to the open cases of whoever asks.

    The trap: a page asks the law of ``ASKED_AT_ONCE`` cases, and leads to the next ones; what it
    counts are those, and no case that its reader may not list.
    """
    try:
        supposed = _supposed(asked, reform_id)
    except reforms.UnknownReform as unknown:
        return not_there(asked, unknown)
    listed, more = _open_cases(asked)
    told = _told(asked, supposed, listed)
    told["next"] = f"{told['again']}&{_place(listed[-1])}" if more else ""
    return Shown(values=told, status=_UNREADABLE if supposed.fault else 200)


def _told(
    asked: Asked, supposed: Supposed, listed: tuple[store.IndexedCase, ...]
) -> dict[str, Any]:
    cases = office.open_among(listed)
    under = reforms.reformed_law(supposed.reform)
    found = tuple(office.replayed(cases, under, supposed.day))
    changed = {each.case_id: each for each in found if each.changes}
    unread = {each.case_id for each in found if each.unread}
    lines = case_lines(
        (row for row in listed if row.case_id in changed), Seeing(asked.acting, ACTION)
    )
    return {
        "reform": supposed.reform,
        "title": asked.tongue.either(supposed.reform.title),
        "status": status_told(supposed.reform, asked.tongue),
        "supposed": supposed,
        "asked_about": len(found),
        "cases": tuple(
            CaseTold(
                line,
                _name(line),
                address_of(line.case, asked),
                tuple(_answers(changed[line.case.case_id], under.book, asked)),
            )
            for line in lines
        ),
        "unread": tuple(row.case_id for row in listed if row.case_id in unread),
        "first": not asked.request.GET.get("after"),
        "again": urlencode({"since": supposed.since, "on": supposed.on}),
    }


# -- what is asked --------------------------------------------------------------------------------


def _supposed(asked: Asked, reform_id: str) -> Supposed:
    """Return the days that the address says: the reform's own first day and today, unless said.

    Raises:   UnknownReform
    """
    said = asked.request.GET
    since, on = said.get("since", "").strip(), said.get("on", "").strip()
    own = reforms.packaged_reform(reform_id)
    first, today = _day(since), asked.clock.there(asked.at).date()
    fault = next((each for each in (since, on) if each and _day(each) is None), "")
    found = own if first is None else _from(first, own)
    if found is None:
        found, fault = own, since
    return Supposed(
        since or own.since.isoformat(), on or today.isoformat(), found, _day(on) or today, fault
    )


def _from(first: date, own: Reform) -> Reform | None:
    """Return a reform from another first day; None where one of its changes ends before."""
    try:
        return reforms.packaged_reform(own.id, first)
    except reforms.ReformRefused:
        return None


def _day(typed: str) -> date | None:
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        return None
    # Beyond these no custody has a day, and a day after the last one has no midnight.
    return found if date(1900, 1, 1) <= found <= date(2999, 12, 31) else None


def _open_cases(asked: Asked) -> tuple[tuple[store.IndexedCase, ...], bool]:
    """Return the next open cases that one may list, the latest filed first, and whether more are.

    One state at a time, since the store finds a state fast: cases that are over are many.
    """
    after = criteria_in({"after": asked.request.GET.get("after", "")}).after
    pages = [
        authority.cases(
            asked.acting, ACTION,
            store.CaseQuery(state=state, after=after, last_first=True, limit=ASKED_AT_ONCE + 1),
        )
        for state in _STATES
    ]  # fmt: skip
    merged = list(heapq.merge(*pages, key=_filed, reverse=True))
    return tuple(merged[:ASKED_AT_ONCE]), len(merged) > ASKED_AT_ONCE


def _filed(row: store.IndexedCase) -> tuple[datetime, str]:
    assert row.filed_at is not None  # noqa: S101 (a list by filing holds no other)
    return row.filed_at, row.case_id


def _place(last: store.IndexedCase) -> str:
    """Return how an address says after which case the next ones come, as that of a list does."""
    return Criteria().address(after=last)


# -- what is told ---------------------------------------------------------------------------------


def _name(line: CaseLine) -> str:
    """Return whose case it is, where its reader may see it."""
    if line.person is None:
        return ""
    parts = {NAME: f"{line.person.family_name} {line.person.given_name}",
             NUMBER: line.person.committal_number}  # fmt: skip
    return ", ".join(said for field, said in parts.items() if field in line.seen)


def _answers(found: office.Replayed, book: Book, asked: Asked) -> Iterator[AnswerTold]:
    for change in found.changes:
        routes = tuple(
            RouteTold(route_change_told(each, asked.tongue), tuple(_rules(each, book, asked)))
            for each in change.routes
        )
        yield AnswerTold(answer_change_told(change, found.departs_on, asked.tongue), routes)


def _rules(of: RouteChange, book: Book, asked: Asked) -> Iterator[RuleTold]:
    for each in of.because:
        linked = each in law.france.BOOK.rules
        yield RuleTold(each, rule_told(each, book, asked.tongue), linked)
