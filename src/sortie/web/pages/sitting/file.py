"""One file before the board: what is asked, what the law answers, who said what, who has not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse

from sortie import law
from sortie.casework import Case
from sortie.office import looking
from sortie.web.authority import Answer, OpenedCase, answer_to
from sortie.web.frame import Asked
from sortie.web.pages.deciding import beside
from sortie.web.pages.sitting.gathering import LIST, Sitting, held
from sortie.words import Clock, raised

IN_THE_ROOM = "at_sitting.give_opinion"


@dataclass(frozen=True, slots=True)
class ToSay:
    """One seat whose opinion is missing; ``address`` is where it is written down in the room."""

    seat: str
    label: str
    address: str


def file(asked: Asked, opened: OpenedCase) -> Mapping[str, Any]:
    """Return one file of a sitting, with its neighbours on the list."""
    case, sight = opened.shown.case, opened.sight
    if case.board is None or not sight.sees("board"):
        raise Http404
    sitting = sitting_of(case, asked)
    before, after, rank, count = _neighbours(opened, sitting, asked)
    return {
        "case_id": opened.shown.case_id,
        "case": case,
        "state": opened.shown.state,
        "name": beside.name_of(opened),
        "sitting": sitting,
        "rank": rank,
        "count": count,
        "before": before,
        "after": after,
        "terms": case.filing.asked
        if case.filing is not None and sight.sees("application")
        else None,
        "places_seen": sight.sees("places"),
        "pieces": case.pieces if sight.sees("pieces") else {},
        "answer": beside.law_told(opened, asked, None),
        "opinions": beside.opinions_told(opened, asked),
        "facts": beside.facts_told(opened, asked),
        "to_say": tuple(_to_say(opened, asked)),
        "speaks": _may("give_opinion", opened, asked) and _own_seat(opened, asked),
        "objections": tuple(beside.objections_to("opinion_given", opened, asked)),
    }


def sitting_of(case: Case, asked: Asked) -> Sitting:
    """Return the sitting on whose list a case is."""
    assert case.board is not None  # noqa: S101 (whoever asks has looked)
    zone = law.france.PROCEDURE.place_of(case.where).zone
    day: date = Clock(asked.tongue, zone).there(case.board.sits_at).date()
    return Sitting(day, case.prison, case.board.sitting)


def _neighbours(opened: OpenedCase, sitting: Sitting, asked: Asked) -> tuple[str, str, int, int]:
    """Return the files before and after on the list, with this one's rank."""
    try:
        listed = [each.case_id for each in held(asked, sitting, LIST).cases]
    except Http404:
        return "", "", 0, 0
    rank = listed.index(opened.shown.case_id) if opened.shown.case_id in listed else -1
    if rank < 0:
        return "", "", 0, len(listed)
    before = listed[rank - 1] if rank else ""
    after = listed[rank + 1] if rank + 1 < len(listed) else ""
    return before, after, rank + 1, len(listed)


def _to_say(opened: OpenedCase, asked: Asked) -> Iterator[ToSay]:
    if not _may(IN_THE_ROOM, opened, asked):
        return
    for seat in looking.missing_opinions(opened.shown.case, asked.at):
        captures = {"case_id": opened.shown.case_id, "seat": seat}
        yield ToSay(
            seat, raised(asked.label("role", seat)), reverse("sitting_opinion", kwargs=captures)
        )


def _own_seat(opened: OpenedCase, asked: Asked) -> bool:
    """Whether someone sits, and has not given their opinion."""
    actor, case = asked.acting.actor, opened.shown.case
    if actor is None:
        return False
    missing = looking.missing_opinions(case, asked.at)
    return any(
        actor.role.value in seat.roles and seat.name in missing
        for seat in looking.seats(case, asked.at)
    )


def _may(action: str, opened: OpenedCase, asked: Asked) -> bool:
    return answer_to(asked.acting, opened.sight.theirs, action) is Answer.YES
