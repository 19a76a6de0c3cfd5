"""Who must be told of an event just recorded, of what, and before when a receipt is due."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sortie.casework import clocks, events
from sortie.casework.case import Case
from sortie.casework.recorded import Recorded
from sortie.casework.roles import Role
from sortie.casework.standing import escorted
from sortie.law import Duty, NotModelled, Occasion, Party, Procedure, TimeLimit, When

AT_ONCE = timedelta(minutes=30)
SAME_DAY = timedelta(hours=4)
_ORDINARY = timedelta(days=2)
_WITHIN = {When.AT_ONCE: AT_ONCE, When.BEFORE: SAME_DAY, When.THEN: SAME_DAY}


@dataclass(frozen=True, slots=True)
class Message:
    """Something one role must be told. The same event gives the same key, so it is told once.

    ``receipt_before`` is when silence is raised: before half of the legal time is gone.
    """

    key: str
    to: Role
    kind: str
    receipt_before: datetime
    holes: Mapping[str, str] = field(default_factory=dict, hash=False)
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """A case once the event is folded, the event, the law."""

    case: Case
    entry: Recorded
    law: Procedure

    def say(
        self, to: Role, kind: str, within: timedelta = AT_ONCE, limit: clocks.Limit = None
    ) -> Message:
        return Message(
            key=f"{self.entry.number}.{kind}.{to}",
            to=to,
            kind=kind,
            receipt_before=_before(self.entry.at, within, limit),
        )


Said = Iterator[Message]


def _before(at: datetime, within: timedelta, limit: clocks.Limit) -> datetime:
    if not isinstance(limit, TimeLimit):
        return at + within
    return at + min(within, max((limit.surely_open_until - at) / 2, timedelta()))


def messages(case: Case, entry: Recorded, law: Procedure) -> tuple[Message, ...]:
    """Return the messages an event gives rise to, in a case into which it is folded.

    An event that the fold found odd gives its messages too: what is odd is not less urgent.
    """
    say = _SAYS.get(type(entry.event))
    if say is None:
        return ()
    unique = {each.key: each for each in say(_Told(case, entry, law), entry.event)}
    return tuple(unique.values())


def _duties(told: _Told, occasion: Occasion) -> Said:
    """Give a message for each duty of an occasion; those to victims go to who tells them.

    The trap: a day on which no rule is written is not one without duties. Whoever acted is told
    that the house does not know who must be told.
    """
    case, law, at = told.case, told.law, told.entry.at
    victims = case.victims.values()
    duties = law.must_be_told(
        occasion=occasion,
        couple_violence=any(each.must_be_told for each in victims) if victims else None,
        wish="unknown",
        escorted=escorted(case),
        on=clocks.day_at(law, case.where, at),
    )
    if isinstance(duties, NotModelled):
        said = told.say(told.entry.by.role, "duties_not_modelled", SAME_DAY)
        yield replace(said, holes={"question": duties.question, "on": duties.on.isoformat()})
        return
    for duty in duties:
        if duty.to == Role.VICTIM:
            continue
        yield _of_duty(told, duty)


def _of_duty(told: _Told, duty: Duty) -> Message:
    to = Role(duty.to)
    return Message(
        key=f"{told.entry.number}.{duty.what}.{to}",
        to=to,
        kind=duty.what,
        receipt_before=told.entry.at + _WITHIN[duty.when],
        holes={"by": duty.who},
        rules=(duty.rule,),
    )


def _filed(told: _Told, _: events.Event) -> Said:
    limit = clocks.answer_limit(told.case, told.law)
    yield told.say(Role.DETAINED_PERSON, "receipt", _ORDINARY, limit)
    yield told.say(Role.COURT_CLERK, "application_filed", _ORDINARY, limit)


def _not_in_form(told: _Told, _: events.Event) -> Said:
    yield told.say(Role.DETAINED_PERSON, "not_in_form", _ORDINARY)


def _routed(told: _Told, event: events.Routed) -> Said:
    limit = clocks.answer_limit(told.case, told.law)
    yield told.say(event.to, "application_routed", _ORDINARY, limit)
    if event.to is Role.HEAD_OF_PRISON:
        yield from _duties(told, Occasion.HEAD_BEFORE_DECISION)
        yield told.say(Role.PROBATION_OFFICER, "opinion_wanted", _ORDINARY, limit)


def _seized(told: _Told, event: events.BoardSeized) -> Said:
    limit = clocks.opinion_limit(told.case, told.law)
    sits = told.law.board(on=clocks.day_at(told.law, told.case.where, event.sits_at))
    if not isinstance(sits, NotModelled):
        for seat in sits.seats:
            yield told.say(Role(seat.roles[0]), "opinion_wanted", _ORDINARY, limit)


def _fact(told: _Told, _: events.Event) -> Said:
    """A fact noted once a leave is granted goes to the judge and to the gate."""
    order = told.case.order
    if order is None or not order.granted or told.entry.number <= order.number:
        return
    decider = order.decided_by.role
    yield told.say(decider, "fact_after_decision")
    yield told.say(Role.GATE, "fact_after_decision")


def _changed(told: _Told, event: events.Event) -> Said:
    yield told.say(Role.COURT_CLERK, "case_changed", SAME_DAY)
    yield told.say(Role.ENFORCEMENT_JUDGE, "case_changed", SAME_DAY)
    yield from _fact(told, event)


def _decided(told: _Told, event: events.Decided) -> Said:
    order = told.case.orders.get(event.order)
    if order is None:
        return
    if told.entry.by.role is not Role.HEAD_OF_PRISON:
        yield from _to_notify(told)
        yield from _duties(told, Occasion.DECIDED)
    elif order.granted:
        yield from _duties(told, Occasion.HEAD_DECIDED)
    else:
        yield from _duties(told, Occasion.HEAD_REFUSED)
    if order.granted and told.case.victims:
        yield told.say(Role.COURT_CLERK, "victims_to_tell", SAME_DAY)


def _to_notify(told: _Told) -> Said:
    yield told.say(Role.COURT_CLERK, "order_to_notify", SAME_DAY)
    yield told.say(Role.HEAD_OF_PRISON, "order_to_notify", SAME_DAY)


def _corrected(told: _Told, _: events.Event) -> Said:
    yield from _to_notify(told)
    yield told.say(Role.GATE, "order_corrected")


def _notified(told: _Told, event: events.Notified) -> Said:
    """The lawyer is told at once that the window of the person runs."""
    order = told.case.orders.get(event.order)
    if order is not None and event.to is Role.DETAINED_PERSON:
        limit = clocks.window(order, Party.DETAINED_PERSON, told.law)
        yield told.say(Role.LAWYER, "window_opened", SAME_DAY, limit)


def _appealed(told: _Told, event: events.AppealLodged) -> Said:
    order = told.case.orders.get(event.order)
    limit = clocks.lapse_limit(order.appeals[-1], told.law) if order and order.appeals else None
    yield told.say(Role.APPEAL_PRESIDENT, "appeal_lodged", SAME_DAY, limit)
    if told.entry.by.role is Role.PROSECUTOR:
        yield from _duties(told, Occasion.PROSECUTOR_APPEALED)
        yield told.say(Role.GATE, "prosecutor_appealed")
        yield told.say(Role.DETAINED_PERSON, "prosecutor_appealed", SAME_DAY)
        yield told.say(Role.LAWYER, "prosecutor_appealed", SAME_DAY)
    else:
        yield told.say(Role.PROSECUTOR, "person_appealed", SAME_DAY)


def _ruled(told: _Told, _: events.Event) -> Said:
    yield from _to_notify(told)
    yield told.say(Role.ENFORCEMENT_JUDGE, "appeal_decided")
    yield told.say(Role.HEAD_OF_PRISON, "appeal_decided")


def _lapsed(told: _Told, _: events.Event) -> Said:
    for to in (Role.ENFORCEMENT_JUDGE, Role.HEAD_OF_PRISON, Role.PROSECUTOR, Role.DETAINED_PERSON):
        yield told.say(to, "appeal_lapsed", SAME_DAY)


def _seized_president(told: _Told, _: events.Event) -> Said:
    yield told.say(Role.APPEAL_PRESIDENT, "president_seized", SAME_DAY)
    yield told.say(Role.ENFORCEMENT_JUDGE, "president_seized", SAME_DAY)


def _unanswered(told: _Told, _: events.Event) -> Said:
    for to in (Role.DETAINED_PERSON, Role.LAWYER, Role.ENFORCEMENT_JUDGE):
        yield told.say(to, "answer_time_passed", SAME_DAY)


def _deemed(told: _Told, _: events.Event) -> Said:
    yield told.say(Role.ENFORCEMENT_JUDGE, "opinion_deemed", SAME_DAY)


def _permitted(told: _Told, _: events.Event) -> Said:
    yield told.say(Role.GATE, "permit_issued", SAME_DAY)
    yield from _duties(told, Occasion.BEFORE_DEPARTURE)


def _withdrawn(told: _Told, event: events.OrderWithdrawn) -> Said:
    for to in (Role.GATE, Role.HEAD_OF_PRISON, Role.DETAINED_PERSON):
        yield told.say(to, "order_withdrawn")
    if told.case.out:
        yield told.say(Role.POLICE, "order_withdrawn")
    if told.entry.by.role is Role.HEAD_OF_PRISON:
        yield told.say(Role.ENFORCEMENT_JUDGE, "order_withdrawn")
        if event.urgent and told.case.absences:
            yield from _duties(told, Occasion.BROUGHT_BACK)


def _left(told: _Told, _: events.Event) -> Said:
    yield told.say(Role.ENFORCEMENT_JUDGE, "departed", SAME_DAY)


def _found_gone(told: _Told, _: events.Event) -> Said:
    for to in (Role.HEAD_OF_PRISON, Role.ENFORCEMENT_JUDGE, Role.PROSECUTOR):
        yield told.say(to, "departure_reported")


def _not_back(told: _Told, _: events.Event) -> Said:
    """The head of prison is told that someone is not back; what it is called is theirs to say."""
    yield told.say(Role.HEAD_OF_PRISON, "not_back")
    yield told.say(Role.ENFORCEMENT_JUDGE, "not_back")


def _declared(told: _Told, _: events.Event) -> Said:
    yield from _duties(told, Occasion.NOT_RETURNED)


def _back(told: _Told, _: events.Event) -> Said:
    """Whoever was told that the person was not back is told of the return."""
    absence = told.case.absence
    if absence is None or absence.out:
        return
    if absence.returned_late or absence.recaptured_at is not None:
        yield told.say(Role.ENFORCEMENT_JUDGE, "back", SAME_DAY)
        yield told.say(Role.HEAD_OF_PRISON, "back", SAME_DAY)
    if absence.escape_declared_at is not None:
        yield told.say(Role.POLICE, "back")
        yield told.say(Role.PROSECUTOR, "back")


def _incident(told: _Told, _: events.Event) -> Said:
    yield from _duties(told, Occasion.INCIDENT)


def _doubted(told: _Told, _: events.Event) -> Said:
    for to in (Role.ENFORCEMENT_JUDGE, Role.COURT_CLERK, Role.HEAD_OF_PRISON, Role.GATE):
        yield told.say(to, "doubt_raised")


def _overdue(told: _Told, event: events.ReceiptOverdue) -> Said:
    """A silence is raised once; the silence on that is seen on the lists, not raised again."""
    silent = told.case.messages.get(event.message)
    if silent is None or silent.kind == "receipt_overdue":
        return
    for to in (Role.COURT_CLERK, Role.HEAD_OF_PRISON):
        said = told.say(to, "receipt_overdue")
        yield replace(said, holes={"message": event.message, "to": silent.to})


_SAYS: dict[type[events.Event], Callable[[_Told, Any], Said]] = {
    events.ApplicationFiled: _filed,
    events.FoundNotInForm: _not_in_form,
    events.Routed: _routed,
    events.BoardSeized: _seized,
    events.FactNoted: _fact,
    events.PersonMoved: _changed,
    events.JudgmentAdded: _changed,
    events.Decided: _decided,
    events.OrderCorrected: _corrected,
    events.Notified: _notified,
    events.AppealLodged: _appealed,
    events.AppealDecided: _ruled,
    events.AppealLapsed: _lapsed,
    events.PresidentSeized: _seized_president,
    events.AnswerTimePassed: _unanswered,
    events.OpinionDeemed: _deemed,
    events.PermitIssued: _permitted,
    events.OrderWithdrawn: _withdrawn,
    events.Departed: _left,
    events.DepartureReported: _found_gone,
    events.NotReturned: _not_back,
    events.EscapeDeclared: _declared,
    events.ReturnRecorded: _back,
    events.Recaptured: _back,
    events.IncidentReported: _incident,
    events.DoubtRaised: _doubted,
    events.ReceiptOverdue: _overdue,
}
