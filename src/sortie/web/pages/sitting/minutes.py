"""The minutes of a sitting, on the screen and on paper."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse

from sortie import papers
from sortie.casework import Terms
from sortie.office import CaseAtWork
from sortie.web.authority import Answer, OpenedCase, answer_to, open_case
from sortie.web.frame import Asked, noted
from sortie.web.pages.deciding.beside import name_of, opinions_told
from sortie.web.pages.deciding.paper import action_of, not_made, sent
from sortie.web.pages.sitting.gathering import Listed, held, sitting_in
from sortie.web.pages.sitting.listing import seats_of
from sortie.words import LANGUAGES, raised

PRINT = action_of("minutes")


def minutes(asked: Asked) -> Mapping[str, Any]:
    """Return a sitting with each file it heard, as its members spoke."""
    listed = held(asked, sitting_in(asked.request.GET))
    opened = _opened(asked, listed)
    for _, case in opened:
        noted(asked, "opinions.see", case)
    board = next((each.case.board for each in listed.cases if each.case.board is not None), None)
    return {
        "listed": listed,
        "board": board,
        "present": [raised(asked.label("role", each)) for each in board.present] if board else [],
        "seats": seats_of(asked, listed),
        "examined": [
            (each, name_of(case), _asked_for(case), opinions_told(case, asked))
            for each, case in opened
        ],
        "prints": all(_prints(case, asked) for _, case in opened),
    }


def minutes_paper(asked: Asked) -> HttpResponse:
    """Print the minutes of a sitting, with every file on its list.

    The trap: one paper holds every file, so that whoever may not print one prints none.
    """
    listed = held(asked, sitting_in(asked.request.GET))
    opened = _opened(asked, listed)
    if not all(_prints(case, asked) for _, case in opened):
        raise Http404
    for _, case in opened:
        noted(asked, PRINT, case)
    lang = asked.request.GET.get("lang", "fr")
    specimen = bool(settings.SORTIE_DEMONSTRATION)
    abouts = [papers.about(each.case_id, asked.at, specimen=specimen) for each, _ in opened]
    try:
        made = papers.board_minutes(
            abouts, listed.sitting.number, lang=lang if lang in LANGUAGES else "fr"
        )
    except papers.PapersError as error:
        return not_made(asked, error)
    return sent(made)


def _opened(asked: Asked, listed: Listed) -> list[tuple[CaseAtWork, OpenedCase]]:
    """Open each file for who looks: a list is not a reason to read what each one says.

    Raises:   Http404, ReasonWanted
    """
    asked.settle(listed.cases[0].case.where)
    return [
        (each, open_case(asked.acting, each.case_id, asked.at, reason=asked.reason))
        for each in listed.cases
    ]


def _asked_for(case: OpenedCase) -> Terms | None:
    filing = case.shown.case.filing
    return filing.asked if filing is not None and case.sight.sees("application") else None


def _prints(case: OpenedCase, asked: Asked) -> bool:
    told = answer_to(asked.acting, case.sight.theirs, PRINT)
    return told is Answer.YES or (told is Answer.WITH_REASON and bool(asked.reason))
