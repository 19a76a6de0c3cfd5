"""One person before the gate: who, on what title, whether they may pass, who could be mistaken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sortie import casework, store
from sortie.casework import ExitKind, Hindrance
from sortie.office import looking
from sortie.web import authority
from sortie.web.authority import Answer, OpenedCase
from sortie.web.frame import Asked
from sortie.web.pages.gate.duties import Missing, missing_of
from sortie.web.pages.gate.hours import hour
from sortie.web.pages.gate.similar import similar_of
from sortie.web.pages.gate.standing import standing_of

GOES_OUT, COMES_BACK = "let_out", "record_return"
# The acts of the gate, in the order of their buttons.
VERBS = (
    GOES_OUT, COMES_BACK, "record_recapture", "declare_escape", "raise_doubt", "settle_doubt",
    "report_incident", "report_departure",
)  # fmt: skip
_STOPS = "raise_doubt"


@dataclass(frozen=True, slots=True)
class Button:
    """One act that whoever looks may do on this person now."""

    verb: str
    kind: str = ""


def person(asked: Asked, opened: OpenedCase) -> Mapping[str, Any]:
    """Return what the gate knows of one person, and the acts that are open to who looks."""
    return {**card(asked, opened), "state": opened.shown.state}


def card(asked: Asked, opened: OpenedCase) -> dict[str, Any]:
    """Return what stands at the top of each page about one person."""
    case, sight = opened.shown.case, opened.sight
    steps = {step.act: step for step in casework.next_steps(case, looking.PROCEDURE, asked.at)}
    order, absence = case.order, case.absence
    seen = sight.fields()
    standing = standing_of(case, steps.values(), seen, asked)
    missing = missing_of(opened, steps, asked)
    terms = order.terms if order is not None and order.granted else None
    return {
        "case": case,
        "case_id": opened.shown.case_id,
        "person": _row(opened),
        "number": case.committal_number if "committal_number" in seen else "",
        "unit": case.unit if "unit" in seen else "",
        "standing": standing,
        "opens": hour(standing.opens_at, asked) if standing.opens_at is not None else None,
        "in_force": _in_force(opened),
        "terms": terms,
        "departs": hour(terms.departs_at, asked) if terms is not None else None,
        "returns": hour(terms.returns_at, asked) if terms is not None else None,
        "exit": _exit(opened),
        "permit": order.permit if order is not None else None,
        "absence": absence,
        "left": hour(absence.departed_at, asked) if absence is not None else None,
        "due": hour(absence.due_back_at, asked) if absence is not None else None,
        "came": _came(opened, asked),
        "recaptured": absence is not None and absence.recaptured_at is not None,
        "missing": missing,
        "similar": similar_of(opened, asked) if not case.absences else (),
        "doubts": tuple(_doubts(opened, asked)),
        "incidents": case.incidents if "incidents" in seen else (),
        "buttons": tuple(_buttons(opened, asked, missing, stopped=bool(standing.stops))),
    }  # fmt: skip


def _row(opened: OpenedCase) -> store.PersonRow | None:
    if not opened.sight.sees("name"):
        return None
    ids = (opened.shown.case.person,)
    return next(iter(store.people(store.PersonQuery(person_ids=ids, limit=1))), None)


def _in_force(opened: OpenedCase) -> bool:
    """Whether the order itself may be carried out at this minute, whatever the hour fixed."""
    return not opened.shown.hindrances


def _exit(opened: OpenedCase) -> str:
    """Return the kind of exit that the order opens, or by which the person left."""
    case = opened.shown.case
    if case.absence is not None:
        return case.absence.exit.value
    terms = case.order.terms if case.order is not None else None
    escorted = terms is not None and terms.escorted
    return (ExitKind.ESCORTED if escorted else ExitKind.LEAVE).value


def _came(opened: OpenedCase, asked: Asked) -> Any:
    absence = opened.shown.case.absence
    at = absence.returned_at or absence.recaptured_at if absence is not None else None
    return hour(at, asked) if at is not None else None


@dataclass(frozen=True, slots=True)
class OpenDoubt:
    """A doubt that stops the way out until someone else than its author settles it."""

    doubt: str
    about: str
    raised: Any
    by: str
    own: bool


def _doubts(opened: OpenedCase, asked: Asked) -> Iterator[OpenDoubt]:
    if opened.sight.sees("doubts"):
        for each in opened.shown.case.open_doubts:
            yield OpenDoubt(
                doubt=each.doubt,
                about=each.about,
                raised=hour(each.raised_at, asked),
                by=asked.label("role", each.raised_by.role),
                own=each.raised_by.id == asked.acting.account,
            )


def allowed(verb: str, opened: OpenedCase, asked: Asked) -> Answer:
    """Return what the table says of an act on this case, for who is signed in."""
    return authority.answer_to(asked.acting, opened.sight.theirs, verb)


def _buttons(
    opened: OpenedCase, asked: Asked, missing: Missing | None, *, stopped: bool
) -> Iterator[Button]:
    case = opened.shown.case
    open_to = {
        GOES_OUT: not case.absences and not stopped,
        COMES_BACK: case.out,
        "record_recapture": missing is not None,
        "declare_escape": missing is not None and missing.declarable,
        "raise_doubt": case.order is not None and not case.absences and not _over(opened),
        "settle_doubt": any(not each.own for each in _doubts(opened, asked)),
        "report_incident": bool(case.absences),
        "report_departure": not case.absences and case.order is not None,
    }
    for verb in VERBS:
        if open_to[verb] and allowed(verb, opened, asked) is Answer.YES:
            yield Button(verb, _kind(verb))


def _over(opened: OpenedCase) -> bool:
    """Whether nobody goes out on this case any more, doubt or not."""
    gone = (Hindrance.NOT_GRANTED, Hindrance.WITHDRAWN, Hindrance.DISCONTINUED)
    return any(each.code in gone for each in opened.shown.hindrances)


def _kind(verb: str) -> str:
    if verb == _STOPS:
        return "stop"
    return "main" if verb in (GOES_OUT, COMES_BACK) else ""
