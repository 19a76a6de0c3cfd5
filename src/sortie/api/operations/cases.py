"""Reading cases: their list, one of them, its history, what may follow, its receipts."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from ninja import Query

from sortie import casework, office, register
from sortie.api.asking import REASON, Called, Operation
from sortie.api.operations.following import next_told
from sortie.api.operations.paging import cases_told
from sortie.api.operations.showing import case_told, head_of
from sortie.api.operations.written import etag_of, labels
from sortie.api.problems import Kind, Stopped
from sortie.api.shapes.cases import CasesAsked, CasesTold, CaseTold, EventsTold, NextTold
from sortie.casework import Recorded
from sortie.office import looking
from sortie.web.authority import OpenedCase, history_shown
from sortie.web.tokens import READ

_RECEIPT = "text/plain"
_SUFFIX = ".tlog-proof"
_SEEN = (Kind.REASON_WANTED,)


def listed(called: Called, query: Query[CasesAsked]) -> object:
    """Return one page of the cases that may be listed."""
    return cases_told(called, query)


def one(called: Called, response: HttpResponse, case_id: str) -> object:
    """Return a case, as far as it may be seen."""
    opened = called.case(case_id)
    response.headers["ETag"] = etag_of(opened.shown.case.number)
    return case_told(opened, called.at)


def events(called: Called, response: HttpResponse, case_id: str) -> object:
    """Return the events of a case that may be seen, in order."""
    opened = called.case(case_id, "history.see")
    response.headers["ETag"] = etag_of(opened.shown.case.number)
    head = head_of(opened)
    return {"case": head["case"], "version": head["version"], "events": list(_events(opened))}


def _events(opened: OpenedCase) -> Iterator[dict[str, Any]]:
    authors = opened.sight.sees("authors", "history.see")
    for each in _shown(opened):
        name = casework.name_of(type(each.event))
        by = {"role": each.by.role, **({"id": each.by.id} if each.by != casework.OFFICE else {})}
        yield {
            "number": each.number,
            "event": name,
            "labels": labels("event", name),
            "at": each.at,
            "recorded_at": each.recorded_at,
            "about": _about(each),
            **({"by": by} if authors else {}),
        }


def _shown(opened: OpenedCase) -> tuple[Recorded, ...]:
    return history_shown(opened.sight, opened.shown.case, opened.shown.history)


def _about(entry: Recorded) -> dict[str, str]:
    """Return the names that an event speaks of; what it says besides stands in the case."""
    found = {name: getattr(entry.event, name, None) for name in looking.NAMED}
    return {name: str(each) for name, each in found.items() if each}


def following(called: Called, response: HttpResponse, case_id: str) -> object:
    """Return what may happen next to a case."""
    opened = called.case(case_id)
    response.headers["ETag"] = etag_of(opened.shown.case.number)
    return {**head_of(opened), **next_told(opened, called)}


def receipt(called: Called, case_id: str, number: int) -> object:
    """Return the proof that an event is in the register, without what it holds.

    The trap: what opens an event says all of it, which nobody's part of a case is. Whoever is
    handed the whole receipt is handed it by the office.
    """
    opened = called.case(case_id, "history.see")
    if number not in {each.number for each in _shown(opened)}:
        raise Stopped(Kind.NOT_THERE)
    sealed = _sealed(case_id, number)
    if sealed is None:
        raise Stopped(Kind.NOT_THERE)
    text = register.Receipt.of(sealed.proof, sealed.entry, None).written()
    name = f"{number:04}{_SUFFIX}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type=f"{_RECEIPT}; charset=utf-8", headers=headers)


def _sealed(case_id: str, number: int) -> register.Receipt | None:
    """Return the receipt of an event; None until a checkpoint reaches it."""
    try:
        return office.sealing.receipts_of(case_id, (number,))[0].receipt
    except office.sealing.NoCheckpoint:
        return None


OPERATIONS = (
    Operation(name="list_cases", method="GET", route="/cases", action="cases.list", scope=READ,
              does=listed, gives={200: CasesTold}, headers=(REASON,)),
    Operation(name="see_case", method="GET", route="/cases/{case_id}", action="case.see",
              scope=READ, does=one, gives={200: CaseTold}, opens=True, headers=(REASON,),
              refuses=_SEEN),
    Operation(name="see_events", method="GET", route="/cases/{case_id}/events",
              action="history.see", scope=READ, does=events, gives={200: EventsTold}, opens=True,
              headers=(REASON,), refuses=_SEEN),
    Operation(name="see_receipt", method="GET",
              route="/cases/{case_id}/events/{number}/receipt", action="history.see", scope=READ,
              does=receipt, gives={200: str}, opens=True, headers=(REASON,), refuses=_SEEN,
              media=_RECEIPT),
    Operation(name="see_next", method="GET", route="/cases/{case_id}/next", action="case.see",
              scope=READ, does=following, gives={200: NextTold}, opens=True, headers=(REASON,),
              refuses=_SEEN),
)  # fmt: skip
