"""The acts of the office: refused with every objection, or the event to record.

A fact of the world is never refused. An act is judged on the case, the law, the instant and the
one who acts; the clock's events only when they are due.
"""

from collections.abc import Iterable
from datetime import datetime

from sortie.casework.acts import appeals, applications, boards, decisions, leaving
from sortie.casework.acts.scene import NOTHING_ELSE, Act, KnownBeside, Scene
from sortie.casework.case import Case
from sortie.casework.due import due
from sortie.casework.errors import ActRefused, Hindrance, Objection
from sortie.casework.events import (
    AnswerTimePassed,
    AppealLapsed,
    DepartureReported,
    DoubtRaised,
    Event,
    IncidentReported,
    JudgmentAdded,
    MessageReceived,
    MessageSent,
    NotReturned,
    OpinionDeemed,
    PersonMoved,
    Recaptured,
    ReceiptOverdue,
    ReturnRecorded,
    VictimObserved,
    VictimReceived,
    name_of,
)
from sortie.casework.roles import Actor, Role
from sortie.law import Procedure

__all__ = [
    "ACTS",
    "CLOCK",
    "NOTHING_ELSE",
    "WORLD",
    "Act",
    "KnownBeside",
    "Scene",
    "act",
    "objections",
]

ACTS = {
    each.event: each
    for each in (
        *applications.ACTS,
        *boards.ACTS,
        *decisions.ACTS,
        *appeals.ACTS,
        *leaving.ACTS,
    )
}
CLOCK = (AnswerTimePassed, AppealLapsed, NotReturned, OpinionDeemed, ReceiptOverdue)
WORLD = (
    DepartureReported, DoubtRaised, IncidentReported, JudgmentAdded, MessageReceived, MessageSent,
    PersonMoved, Recaptured, ReturnRecorded, VictimObserved, VictimReceived,
)  # fmt: skip
_OF_THE_PRISON = (
    Role.HEAD_OF_PRISON, Role.PRISON_CLERK, Role.GATE, Role.SURVEILLANCE_STAFF,
)  # fmt: skip
_OF_THE_COURT = (Role.ENFORCEMENT_JUDGE, Role.COURT_CLERK)


def act(
    case: Case,
    law: Procedure,
    event: Event,
    *,
    at: datetime,
    by: Actor,
    known: KnownBeside = NOTHING_ELSE,
) -> Event:
    """Return the event, to be recorded as it is.

    Raises:   ActRefused: it cannot follow, with every objection
    """
    found = objections(Scene(case, law, at, by, known), event)
    if found:
        raise ActRefused(name_of(type(event)), found)
    return event


def objections(scene: Scene, event: Event) -> tuple[Objection, ...]:
    """Return all that stands in the way of an event; nothing ever does for a fact of the world."""
    if isinstance(event, WORLD):
        return ()
    if isinstance(event, CLOCK):
        by_the_clock = scene.by.role is Role.OFFICE
        late = event in due(scene.case, scene.law, scene.at)
        return () if by_the_clock and late else (Objection(Hindrance.NOT_DUE),)
    rules = ACTS[type(event)]
    parts = (who(scene, rules), rules.stands(scene), rules.suits(scene), rules.fits(scene, event))
    return tuple(dict.fromkeys(each for part in parts for each in part))


def who(scene: Scene, rules: Act) -> Iterable[Objection]:
    """Object to someone who may not do it in that capacity, or not in that prison or court."""
    roles = rules.roles(scene)
    by, case = scene.by, scene.case
    if roles and by.role not in roles:
        yield Objection(Hindrance.ROLE, {"role": by.role, "roles": ", ".join(roles)})
    if case.filing is None:
        return
    if by.role in _OF_THE_PRISON and by.of != case.prison:
        yield Objection(Hindrance.ELSEWHERE, {"of": by.of, "held": case.prison})
    if by.role in _OF_THE_COURT and by.of not in (case.court, *scene.known.courts):
        yield Objection(Hindrance.ELSEWHERE, {"of": by.of, "held": case.court})
