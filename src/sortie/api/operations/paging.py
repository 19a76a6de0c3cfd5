"""Lists a page at a time: a cursor is the place of the last case of a page, and no number."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from sortie import store
from sortie.api.asking import Called
from sortie.api.operations.written import labels
from sortie.api.problems import Amiss, Kind, Stopped
from sortie.api.shapes.cases import CasesAsked
from sortie.web.frame import noted
from sortie.web.pages.lists import (
    INSTANTS,
    CaseLine,
    Criteria,
    Seeing,
    case_lines,
    criteria_in,
    found_by,
)

ACTION = "cases.list"
_BETWEEN = "~"


def cases_told(called: Called, query: CasesAsked) -> dict[str, Any]:
    """Return one page of cases, and the address of the next.

    The trap: a case that moves to another place of the order between two pages is found where it
    then stands. One that stays is neither skipped nor repeated, whatever arrives.

    Raises:   Stopped: the cursor is not one of this list
    """
    criteria = _criteria(query)
    noted(called, ACTION, None)
    found = found_by(called, ACTION, criteria, limit=query.limit, reason=called.reason)
    lines = case_lines(found.cases, Seeing(called.acting, ACTION, called.reason))
    after = _cursor(criteria, found.cases[-1]) if found.more else ""
    return {"cases": [dict(_line(each)) for each in lines], "next": _next(query, after)}


def _criteria(query: CasesAsked) -> Criteria:
    said = {
        name: str(each)
        for name, each in query.model_dump(exclude={"limit", "cursor"}).items()
        if each is not None
    }
    if query.cursor is None:
        return criteria_in(said)
    criteria = criteria_in({**said, "after": _place(query.cursor, criteria_in(said))})
    if criteria.after is None:
        raise _not_of_this_list()
    return criteria


def _place(cursor: str, criteria: Criteria) -> str:
    """Return the place that a cursor names, if it is one of a list in this order."""
    try:
        read = urlsafe_b64decode(cursor.encode("ascii")).decode("utf-8")
    except (ValueError, UnicodeError):
        raise _not_of_this_list() from None
    order, _, place = read.partition(_BETWEEN)
    if order != _order(criteria) or "\0" in place:
        raise _not_of_this_list()
    return place


def _cursor(criteria: Criteria, last: store.IndexedCase) -> str:
    at = getattr(last, INSTANTS[criteria.by])
    place = _BETWEEN.join((_order(criteria), at.isoformat(), last.case_id))
    return urlsafe_b64encode(place.encode()).decode("ascii")


def _order(criteria: Criteria) -> str:
    return f"{criteria.by}.{'last' if criteria.last_first else 'first'}"


def _not_of_this_list() -> Stopped:
    fault = Amiss(part="query", path="cursor", key="cursor", holes=(("path", "cursor"),))
    return Stopped(Kind.INVALID, (fault,))


def _next(query: CasesAsked, cursor: str) -> str | None:
    if not cursor:
        return None
    said = query.model_dump(mode="json", exclude_unset=True, exclude={"cursor"})
    kept = {name: each for name, each in said.items() if each is not None}
    return f"/api/v1/cases?{urlencode({**kept, 'cursor': cursor})}"


def _line(line: CaseLine) -> Iterator[tuple[str, Any]]:
    case = line.case
    yield "case", case.case_id
    yield "version", case.version
    yield "state", case.state
    yield "state_labels", labels("state", case.state)
    for name in ("leave", "prison", "court", "filed_at", "departs_at", "returns_at"):
        yield name, getattr(case, name)
    yield "next_due_at", case.next_due_at
    if line.person is None:
        return
    yield "person", case.person_id
    if "name" in line.seen:
        person = line.person
        yield "name", {"family_name": person.family_name, "given_name": person.given_name}
    if "committal_number" in line.seen:
        yield "committal_number", line.person.committal_number
