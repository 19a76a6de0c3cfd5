"""The list of cases: what its address asks for, and no more than may be seen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sortie.casework import State
from sortie.web import authority
from sortie.web.frame import Answer, Asked, Shown
from sortie.web.frame.opening import reaches
from sortie.web.pages.lists.columns import Column, Teller, of_cases, told
from sortie.web.pages.lists.criteria import INSTANTS, Criteria, criteria_in
from sortie.web.pages.lists.finding import found_by
from sortie.web.pages.lists.rows import Seeing, case_lines

LIST, TAKE = "cases.list", "cases.export"
_SOON = timedelta(days=7)
_UNREADABLE = 422


@dataclass(frozen=True, slots=True)
class Heading:
    """A column as it is headed; ``address`` puts the list in its order, where it gives one."""

    column: Column
    address: str = ""
    sorted: str = ""


def cases(asked: Asked) -> Answer:
    """Show one page of cases."""
    values_ = shown_cases(asked)
    return Shown(values=values_, status=_UNREADABLE if values_["criteria"].faults else 200)


def shown_cases(asked: Asked, *, unreasoned: bool = False) -> Mapping[str, Any]:
    """Return what the page of the cases shows; ``unreasoned`` when a file was refused for it."""
    criteria = criteria_in(asked.request.GET)
    found = found_by(asked, LIST, criteria)
    lines = case_lines(found.cases, Seeing(asked.acting, LIST))
    columns, teller = of_cases(asked.acting), Teller(asked)
    return {
        "criteria": criteria,
        "headings": [_heading(each, criteria) for each in columns],
        "lines": list(zip(lines, told(columns, lines, teller), strict=True)),
        "cut": found.cut,
        "next": criteria.address(after=found.cases[-1]) if found.more else "",
        "address": criteria.address(),
        "take": _take(asked, TAKE),
        "unreasoned": unreasoned,
        **choices(asked),
        "ready": list(_ready(asked)),
    }


def choices(asked: Asked) -> Mapping[str, Any]:
    """Return what may be chosen: every state, and the places where there are several."""
    parts = authority.visible_to(asked.acting, LIST)
    prisons = sorted({each.prison for each in parts if each.prison} | asked.acting.prisons_heard)
    courts = sorted({each.court for each in parts if each.court})
    return {
        "instants": list(INSTANTS),
        "states": [each.value for each in State],
        "prisons": prisons if len(prisons) > 1 else [],
        "courts": courts if len(courts) > 1 else [],
    }


def _heading(column: Column, criteria: Criteria) -> Heading:
    if not column.instant:
        return Heading(column)
    here = column.instant == criteria.by
    turned = ("first" if criteria.last_first else "last") if here else ""
    now = ("descending" if criteria.last_first else "ascending") if here else ""
    since, until = (criteria.since, criteria.until) if here else (None, None)
    return Heading(
        column,
        criteria.address(by=column.instant, order=turned, since=since, until=until),
        now,
    )


def _ready(asked: Asked) -> Iterator[tuple[str, str]]:
    """Yield the lists that are asked for every day, by the key of their sentence."""
    today = asked.clock.there(asked.at).date()
    soon = today + _SOON
    yield "lists.ready.due", Criteria(by="due", until=soon).address()
    yield "lists.ready.departs", Criteria(by="departs", since=today, until=soon).address()
    yield "lists.ready.returns", Criteria(by="returns", since=today, until=soon).address()
    yield "lists.ready.out", Criteria(state="out", by="returns").address()
    yield "lists.ready.not_returned", Criteria(state="not_returned", by="returns").address()


def _take(asked: Asked, action: str) -> Mapping[str, bool] | None:
    """Return whether the list may be taken away, and whether a reason is asked; else None."""
    if not reaches(asked, action):
        return None
    return {"reasoned": reason_wanted(asked, action)}


def reason_wanted(asked: Asked, action: str) -> bool:
    """Whether some of what this action lists opens only once a reason is written."""
    return any(each.with_reason for each in authority.visible_to(asked.acting, action))
