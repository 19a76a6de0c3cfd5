"""What is looked for in a case before it is shown: its clocks, its seats, the verbs of its acts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sortie import casework, law
from sortie.casework import Case, Hindrance, Objection, Role
from sortie.office.jurisdictions import HERE
from sortie.office.verbs import VERBS

PROCEDURE = HERE.procedure
# An act that meets one of these is not the next one: it is past, or nothing has led to it.
_FAR = frozenset([
    Hindrance.ALREADY_FILED, Hindrance.NOT_FILED, Hindrance.IN_FORM, Hindrance.DISCONTINUED,
    Hindrance.NO_ORDER, Hindrance.DECIDED, Hindrance.NOT_GRANTED, Hindrance.BOARD_OVER,
    Hindrance.NO_APPEAL, Hindrance.NOT_APPEALABLE, Hindrance.VISA_GIVEN, Hindrance.USED,
    Hindrance.NOT_OUT, Hindrance.OUT, Hindrance.WITHDRAWN, Hindrance.NOT_ROUTED,
    Hindrance.NOT_NOTIFIED, Hindrance.BOARD_NOT_SEIZED,
])  # fmt: skip
# What may nearly always be done, and does not move a case on.
ANYTIME = frozenset([
    "piece_added", "victim_noted", "victim_told", "victim_notice_waived", "fact_noted", "fact_seen",
    "doubt_settled", "application_discontinued", "observations_filed", "found_not_in_form",
])  # fmt: skip
# The fields that name what an event speaks of, the nearest first.
NAMED = ("permit", "fact", "piece", "victim", "doubt", "message", "sitting", "order", "judgment")
_DONE_BY: Mapping[str, str] = {
    "application_filed": "file_application",
    "routed": "route_application",
    "decided": "decide",
    "appeal_decided": "rule_on_appeal",
    "permit_issued": "issue_permit",
    "departed": "let_out",
    "person_moved": "move_person",
    "judgment_added": "add_judgment",
    "message_received": "acknowledge",
}


def verb_of(act: str) -> str:
    """Return the verb of the office that does an act."""
    return _DONE_BY.get(act) or next(
        (
            verb.name
            for verb in VERBS.values()
            if isinstance(verb.reads, type)
            and issubclass(verb.reads, casework.Event)
            and casework.name_of(verb.reads) == act
        ),
        act,
    )


def is_far(objections: tuple[Objection, ...]) -> bool:
    """Whether an act is past, or nothing has led to it yet."""
    return any(each.code in _FAR for each in objections)


@dataclass(frozen=True, slots=True)
class Running:
    """A time limit of a case, by the name of its sentence, and whose it is."""

    name: str
    limit: law.TimeLimit | law.NotModelled
    role: Role | None = None


def running(case: Case) -> Iterator[Running]:
    """Yield the time limits that bear on a case, open or over, in the order of a case."""
    order = case.order
    waiting = order is None or order.adjourned
    if waiting:
        yield from _one("answer", casework.answer_limit(case, PROCEDURE))
        if case.board is not None and not case.board.answered:
            yield from _one("opinion", casework.opinion_limit(case, PROCEDURE))
    elif order is not None:
        yield from _appeals(order)
    yield from _one("observations", casework.observations_limit(case, order, PROCEDURE))


def _appeals(order: casework.Order) -> Iterator[Running]:
    for party, role in (
        (law.Party.DETAINED_PERSON, Role.DETAINED_PERSON), (law.Party.PROSECUTOR, Role.PROSECUTOR)
    ):  # fmt: skip
        if role is Role.PROSECUTOR and order.visa_at is not None:
            continue
        yield from _one("appeal", casework.window(order, party, PROCEDURE), role)
        yield from _one("cross", casework.cross_window(order, party, PROCEDURE), role)
    for appeal in order.pending_appeals:
        yield from _one("lapse", casework.lapse_limit(appeal, PROCEDURE))


def _one(
    name: str, limit: law.TimeLimit | law.NotModelled | None, role: Role | None = None
) -> Iterator[Running]:
    if limit is not None:
        yield Running(name, limit, role)


@dataclass(frozen=True, slots=True)
class SeatOf:
    """One who is to be heard: a seat of the board, or the service that advises the head."""

    name: str
    roles: tuple[str, ...]
    chair: bool = False


def seats(case: Case, at: datetime) -> tuple[SeatOf, ...]:
    """Return those who give an opinion on a case or decide on it, at an instant."""
    filing = case.filing
    if filing is None or filing.route is None:
        return ()
    if filing.route is Role.HEAD_OF_PRISON:
        probation = tuple(role.value for role in casework.PROBATION)
        head = Role.HEAD_OF_PRISON.value
        return (SeatOf("probation_service", probation), SeatOf(head, (head,), chair=True))
    zone = ZoneInfo(PROCEDURE.place_of(case.where).zone)
    found = PROCEDURE.board(on=at.astimezone(zone).date())
    if isinstance(found, law.NotModelled):
        return ()
    return tuple(SeatOf(s.name, s.roles, chair=s.name == found.chair) for s in found.seats)


def unseen_by(fact: casework.FactToSee, case: Case, at: datetime) -> tuple[str, ...]:
    """Return the seats entitled to a fact of which nobody has acknowledged it."""
    seen = {each.role.value for each in fact.seen_by}
    return tuple(
        seat.name
        for seat in seats(case, at)
        if seen.isdisjoint(seat.roles)
        and (not fact.shown_to or not {role.value for role in fact.shown_to}.isdisjoint(seat.roles))
    )


def missing_opinions(case: Case, at: datetime) -> tuple[str, ...]:
    """Return the seats whose opinion is awaited and was not given; the chair's own is not."""
    if case.order is not None and not case.order.adjourned:
        return ()
    given = {each.member.value for each in case.present_opinions}
    return tuple(s.name for s in seats(case, at) if not s.chair and given.isdisjoint(s.roles))
