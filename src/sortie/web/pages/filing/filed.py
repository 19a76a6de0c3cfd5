"""What follows a filing: the receipt, the time to answer, and who decides."""

from collections.abc import Mapping
from typing import Any

from sortie import casework, law, office
from sortie.office import looking
from sortie.web.authority import Answer, OpenedCase, answer_to
from sortie.web.frame import Asked

_NEXT = ("route_application", "add_piece", "find_not_in_form")


def filed(asked: Asked, opened: OpenedCase) -> Mapping[str, Any]:
    """Return what was filed and what may be done of it now, by who looks."""
    case, sight = opened.shown.case, opened.sight
    possible = {looking.verb_of(step.act) for step in opened.shown.steps if step.possible}
    running = [each for each in looking.running(case) if each.name == "answer"]
    return {
        "case_id": opened.shown.case_id,
        "case": case,
        "state": opened.shown.state,
        "filing": case.filing,
        "terms": case.filing.asked
        if case.filing is not None and sight.sees("application")
        else None,
        "places_seen": sight.sees("places"),
        "author": _author(case, asked),
        "limit": next((e.limit for e in running if isinstance(e.limit, law.TimeLimit)), None)
        if sight.sees("clocks")
        else None,
        "competent": _competent(opened, asked),
        "verbs": [
            verb
            for verb in _NEXT
            if verb in possible and answer_to(asked.acting, sight.theirs, verb) is not Answer.NO
        ],
    }


def _author(case: casework.Case, asked: Asked) -> str:
    """Return who wrote the application, in words."""
    filing = case.filing
    if filing is None:
        return ""
    if filing.author == case.person:
        return asked.say("filing.author.person")
    return filing.author or asked.label("role", filing.filed_by.role)


def _competent(opened: OpenedCase, asked: Asked) -> tuple[str, ...]:
    """Return who decides, as the law names them on the day of the leave."""
    filing = opened.shown.case.filing
    if filing is None or not opened.sight.sees("law"):
        return ()
    known = office.law_of_case(opened.shown.case, opened.shown.case_id, asked.at)
    roles = known.known(filing.asked.leave).competent
    return tuple(asked.label("role", role) for role in roles)
