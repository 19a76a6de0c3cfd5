"""The sittings to come, and the agenda of one of them with what each file lacks."""

from collections.abc import Mapping
from typing import Any

from sortie import law
from sortie.office import CaseAtWork, looking
from sortie.web import authority
from sortie.web.authority import Answer, Relation
from sortie.web.frame import Asked
from sortie.web.pages.sitting.completeness import ASKED_OF_THE_LAW, FileTold, file_told
from sortie.web.pages.sitting.gathering import (
    Listed,
    coming,
    held,
    names_of,
    sees,
    sitting_in,
)
from sortie.words import raised

_FIELDS = ("application", "facts", "pieces", "law", "doubts")
HOLD = "hold_sitting"


def sittings(asked: Asked) -> Mapping[str, Any]:
    """Return the sittings to come, by prison and by day, with how many files each has."""
    found, cut = coming(asked)
    return {
        "sittings": [(each, _waiting(each)) for each in found],
        "cut": cut,
        "opens": may(asked, "sitting.see"),
    }


def sitting(asked: Asked) -> Mapping[str, Any]:
    """Return the agenda of one sitting: its members, and each file with what it lacks."""
    listed = held(asked, sitting_in(asked.request.GET))
    asked.settle(listed.cases[0].case.where)
    files = files_of(asked, listed)
    return {
        "listed": listed,
        "files": files,
        "ready": sum(each.ready for each in files),
        "seats": seats_of(asked, listed),
        "holds": may(asked, HOLD) and any(not each.sat for each in files),
        "law_asked": len(files) <= ASKED_OF_THE_LAW,
        "minuted": any(each.sat for each in files),
    }


def files_of(asked: Asked, listed: Listed) -> list[FileTold]:
    """Return the files of a sitting, each with what it lacks."""
    seen = frozenset(each for each in _FIELDS if sees(asked.acting, each))
    if len(listed.cases) > ASKED_OF_THE_LAW:
        seen -= {"law"}
    people = names_of(asked, listed.cases)
    return [
        file_told(each, people.get(each.case.person), asked, seen=seen) for each in listed.cases
    ]


def seats_of(asked: Asked, listed: Listed) -> list[tuple[str, bool]]:
    """Return who sits on the day of a sitting, and whether they take the chair."""
    found = law.france.PROCEDURE.board(on=listed.sitting.day)
    if isinstance(found, law.NotModelled):
        return []
    return [
        (raised(asked.label("role", seat.name)), seat.name == found.chair) for seat in found.seats
    ]


def may(asked: Asked, verb: str) -> bool:
    """Whether someone may do this on the cases that they hear."""
    theirs = frozenset({Relation.OWN_COURT, Relation.OWN_PRISON})
    reached = {
        relation
        for relation in theirs
        if authority.answer_to(asked.acting, frozenset({relation}), "sittings.list") is Answer.YES
    }
    return any(
        authority.answer_to(asked.acting, frozenset({relation}), verb) is not Answer.NO
        for relation in reached
    )


def _waiting(each: Listed) -> int:
    """Return how many opinions a sitting still waits for."""
    return sum(len(missing(case)) for case in each.cases)


def missing(each: CaseAtWork) -> tuple[str, ...]:
    """Return the seats whose opinion a case waits for."""
    board = each.case.board
    at = board.sits_at if board is not None else each.case.last_at
    return looking.missing_opinions(each.case, at) if at is not None else ()
