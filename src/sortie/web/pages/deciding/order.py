"""An order once it is made: what it says, what became of it, what may be done, its papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sortie import casework, law
from sortie.casework import Order
from sortie.office import looking
from sortie.web.authority import Answer, OpenedCase, answer_to
from sortie.web.frame import Asked, plainly
from sortie.web.pages.deciding.beside import name_of
from sortie.web.pages.deciding.paper import offered
from sortie.web.pages.deciding.telling import OrderTold, order_told
from sortie.words import raised
from sortie.words.office import objection

# What may be done of an order, in the order in which it usually comes.
VERBS = (
    "notify", "tell_victim", "waive_victim_notice", "give_visa", "lodge_appeal",
    "discontinue_appeal", "file_observations", "rule_on_appeal", "fix_date", "correct_order",
    "issue_permit", "withdraw_order",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NoticeTold:
    """Whether one party was notified of the order as it now stands."""

    to: str
    notice: casework.Notice | None


def order(asked: Asked, opened: OpenedCase) -> Mapping[str, Any]:
    """Return the last order of a case, as far as who looks may see it."""
    case, sight = opened.shown.case, opened.sight
    held = case.order if sight.sees("order") else None
    clocks = sight.sees("clocks")
    running = [each for each in looking.running(case) if clocks and _runs(each, asked)]
    return {
        "case_id": opened.shown.case_id,
        "case": case,
        "state": opened.shown.state,
        "name": name_of(opened),
        "order": held,
        "told": _told(held, opened, asked) if held is not None else None,
        "reasons_seen": sight.sees("grounds"),
        "places_seen": sight.sees("places"),
        "terms": held.terms if held is not None and held.granted else None,
        "notices": tuple(_notices(case, asked)) if held is not None and sight.sees("notices")
        else (),
        "running": [(each, asked.label("role", each.role) if each.role else "")
                    for each in running],
        "appeals": held.appeals if held is not None else (),
        "stops": tuple(_stops(opened, asked)) if held is not None else (),
        "verbs": tuple(_verbs(opened, asked)),
        "papers": offered(opened, asked),
    }  # fmt: skip


def _told(held: Order, opened: OpenedCase, asked: Asked) -> OrderTold | None:
    if held.decided is None:
        return None
    case = opened.shown.case
    return order_told(
        held.decided,
        case,
        asked,
        name=name_of(opened),
        by=held.decided_by.role,
        bans=held.permit.attached_bans if held.permit is not None else held.attached_bans,
    )


def _runs(each: looking.Running, asked: Asked) -> bool:
    return not isinstance(each.limit, law.NotModelled) and each.limit.closes_at > asked.at


def _notices(case: casework.Case, asked: Asked) -> Iterator[NoticeTold]:
    """Yield each party that must be notified, with its notice once it has one."""
    held, missing = case.order, casework.missing_notices(case)
    if held is None:
        return
    told = {each.to: each for each in held.notices if each.version >= held.notice_version}
    for role in dict.fromkeys((*told, *missing)):
        yield NoticeTold(raised(asked.label("role", role)), told.get(role))


def _stops(opened: OpenedCase, asked: Asked) -> Iterator[str]:
    """Yield what keeps a leave from being taken now, in whole sentences."""
    held = opened.shown.case.order
    if held is not None and held.granted and not opened.shown.case.absences:
        for each in opened.shown.hindrances:
            yield asked.tongue.spaced(plainly(objection(each, asked, alone=True))) + "."


def _verbs(opened: OpenedCase, asked: Asked) -> Iterator[str]:
    possible = {looking.verb_of(each.act) for each in opened.shown.steps if each.possible}
    for verb in VERBS:
        told = answer_to(asked.acting, opened.sight.theirs, verb)
        if verb in possible and told is not Answer.NO:
            yield verb
