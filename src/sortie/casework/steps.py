"""What may happen next to a case, who may do it, by when, what is missing, or why not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sortie.casework import clocks
from sortie.casework.acts import ACTS, NOTHING_ELSE, Act, KnownBeside, Scene
from sortie.casework.acts import boards as board_acts
from sortie.casework.acts.leaving import facts_for_the_gate
from sortie.casework.case import Case
from sortie.casework.errors import Objection
from sortie.casework.events import (
    AppealDecided,
    AppealLodged,
    BoardSat,
    Decided,
    Departed,
    Event,
    FactSeen,
    Notified,
    ObservationsFiled,
    OpinionGiven,
    PermitIssued,
    PresidentSeized,
    VictimTold,
    name_of,
)
from sortie.casework.roles import OFFICE, Actor, Role
from sortie.casework.standing import victims_to_tell
from sortie.law import Allowed, NotModelled, Party, Procedure, TimeLimit


@dataclass(frozen=True, slots=True)
class Step:
    """One act: who may do it, by when, what is missing, and why it may not be done now.

    ``time_limits`` are the limits that bear on it; ``missing`` what it waits for or still lacks,
    by name; an act with nothing in ``refused_because`` may be done.
    """

    act: str
    roles: tuple[Role, ...]
    time_limits: tuple[TimeLimit, ...]
    missing: tuple[str, ...]
    refused_because: tuple[Objection, ...]

    @property
    def possible(self) -> bool:
        """Whether nothing stands in the way of it now, as far as the case says."""
        return not self.refused_because


def next_steps(
    case: Case,
    law: Procedure,
    at: datetime,
    *,
    by: Actor | None = None,
    known: KnownBeside = NOTHING_ELSE,
) -> tuple[Step, ...]:
    """Return every act of the office, possible or not, in the order of a case.

    Without ``by``, what depends on who acts is left out; with it, only the acts of that role come
    back, with what stands in that person's way.
    """
    scene = Scene(case, law, at, by or OFFICE, known)
    steps = [_step(scene, each, someone=by is not None) for each in ACTS.values()]
    return tuple(each for each in steps if by is None or not each.roles or by.role in each.roles)


def _step(scene: Scene, act: Act, *, someone: bool) -> Step:
    objections = [*act.stands(scene), *(act.suits(scene) if someone else ())]
    return Step(
        act=name_of(act.event),
        roles=act.roles(scene),
        time_limits=tuple(_limits(scene, act.event)),
        missing=tuple(_missing(scene, act.event)),
        refused_because=tuple(dict.fromkeys(objections)),
    )


def _limits(scene: Scene, event: type[Event]) -> Iterator[TimeLimit]:
    for limit in _limits_of(scene.case, scene.law, event):
        if isinstance(limit, TimeLimit):
            yield limit


def _limits_of(case: Case, law: Procedure, event: type[Event]) -> Iterator[clocks.Limit]:
    order = case.order
    if event in (OpinionGiven, BoardSat):
        yield clocks.opinion_limit(case, law)
    elif event in (Decided, PresidentSeized):
        yield clocks.answer_limit(case, law)
    elif event is ObservationsFiled:
        yield clocks.observations_limit(case, order, law)
    elif event is AppealLodged and order is not None:
        for party in (Party.DETAINED_PERSON, Party.PROSECUTOR):
            yield clocks.window(order, party, law)
            yield clocks.cross_window(order, party, law)
    elif event is AppealDecided and order is not None:
        yield from (clocks.lapse_limit(each, law) for each in order.pending_appeals)


def _missing(scene: Scene, event: type[Event]) -> Iterator[str]:
    case = scene.case
    if event in (OpinionGiven, BoardSat, Decided):
        yield from missing_opinions(scene)
    elif event is Notified:
        yield from (role.value for role in missing_notices(case))
    elif event is VictimTold:
        owed = victims_to_tell(case, scene.law, scene.at)
        yield from (each.holes["victim"] for each in owed)
    elif event is PermitIssued and not case.victims:
        yield "victims"
    elif event is FactSeen:
        yield from (fact.fact for fact in case.unseen_by(scene.by))
    elif event is Departed:
        yield from (fact.fact for fact in facts_for_the_gate(case))


def missing_opinions(scene: Scene) -> Iterator[str]:
    """Yield the seats from which no opinion came; the chair's own is not awaited."""
    case = scene.case
    if case.filing is None or case.filing.route is None:
        return
    given = {each.member for each in case.present_opinions}
    if case.filing.route is Role.HEAD_OF_PRISON:
        if given.isdisjoint(board_acts.members(scene)):
            yield Role.PROBATION_OFFICER.value
        return
    sits = board_acts.composition(scene)
    for seat in sits.seats if sits is not None else ():
        if sits is not None and seat.name != sits.chair and given.isdisjoint(seat.roles):
            yield seat.name


def admissible_as_filed(
    case: Case, law: Procedure, *, similar_pending: bool | None, bar_until: date | None
) -> Allowed | NotModelled | None:
    """Return whether the application could be examined the day it was filed; None before that.

    The office shows it and does no more: inadmissible is for the judge to say.
    """
    filing = case.filing
    if filing is None:
        return None
    on = clocks.day_at(law, filing.where, filing.filed_at)
    return law.admissible(similar_pending=similar_pending, bar_until=bar_until, on=on)


def missing_notices(case: Case) -> tuple[Role, ...]:
    """Return the parties not yet notified of the present version of the last order."""
    order = case.order
    if order is None:
        return ()
    parties = (Role.PROSECUTOR, Role.DETAINED_PERSON, Role.LAWYER)
    by_head = order.decided_by.role is Role.HEAD_OF_PRISON
    owed = (Role.DETAINED_PERSON,) if by_head else parties
    return tuple(role for role in owed if order.notice_to(role) is None)
