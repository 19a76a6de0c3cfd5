"""Whether the last order may be carried out at an instant, and what stands in the way."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from sortie.casework import clocks
from sortie.casework.case import Case, Victim
from sortie.casework.errors import Hindrance, Objection
from sortie.casework.folding import JUDGMENT
from sortie.casework.orders import Order
from sortie.casework.roles import Role
from sortie.casework.states import State, state_of
from sortie.law import NotModelled, Occasion, Party, Procedure, Stay, TimeLimit
from sortie.rules import Outcome


def executable(case: Case, law: Procedure, at: datetime) -> bool:
    """Whether the last order may be carried out at this instant. In doubt, it may not."""
    return not hindrances(case, law, at)


def hindrances(case: Case, law: Procedure, at: datetime) -> tuple[Objection, ...]:
    """Return all that keeps the last order from being carried out at this instant."""
    order = case.order
    if order is None:
        return (Objection(Hindrance.NO_ORDER),)
    return tuple(_hindrances(case, order, law, at))


def _hindrances(case: Case, order: Order, law: Procedure, at: datetime) -> Iterator[Objection]:
    if not order.granted:
        yield Objection(Hindrance.NOT_GRANTED)
        return
    if order.withdrawal is not None:
        yield Objection(Hindrance.WITHDRAWN)
    if case.filing is not None and case.filing.discontinued_at is not None:
        yield Objection(Hindrance.DISCONTINUED)
    for doubt in case.open_doubts:
        yield Objection(Hindrance.DOUBT_OPEN, {"doubt": doubt.doubt})
    yield from _judgments_unseen(case, order)
    if order.dates_left_to is not None or order.terms is None:
        role = order.dates_left_to or Role.ENFORCEMENT_JUDGE
        yield Objection(Hindrance.DATES_TO_FIX, {"role": role})
    yield from _appeals(order, law)
    if not _settled_on_appeal(order) and clocks.appealable(order):
        yield from _prosecutor(order, law, at)
    elif not _settled_on_appeal(order) and _untold(order):
        yield Objection(Hindrance.CORRECTED)


def _judgments_unseen(case: Case, order: Order) -> Iterator[Objection]:
    """A judgment added after the grant stops it until a judge has seen it."""
    since = order.number
    deciders = {order.decided_by.id}
    if order.on_appeal is not None:
        deciders.add(order.on_appeal.by.id)
    for fact in case.facts.values():
        seen = any(
            each.id in deciders or each.role is Role.ENFORCEMENT_JUDGE for each in fact.seen_by
        )
        if fact.kind == JUDGMENT and fact.number > since and not seen:
            yield Objection(Hindrance.JUDGMENT_UNSEEN, {"fact": fact.fact})


def _settled_on_appeal(order: Order) -> bool:
    """Whether the president ruled on what now stands: enforceable at once."""
    return order.on_appeal is not None and order.on_appeal.version >= order.notice_version


def _untold(order: Order) -> bool:
    """Whether a correction of the president's order was not notified to the prosecutor."""
    return order.on_appeal is not None and order.notice_to(Role.PROSECUTOR) is None


def _appeals(order: Order, law: Procedure) -> Iterator[Objection]:
    for appeal in order.pending_appeals:
        stays = law.appeal_stays(
            by=appeal.party,
            in_time=clocks.in_time(order, appeal, law),
            on=clocks.day_at(law, appeal.where, appeal.lodged_at),
        )
        if isinstance(stays, NotModelled):
            yield Objection(Hindrance.NOT_MODELLED, {"question": stays.question})
        elif stays.outcome is not Outcome.CLOSED:
            yield Objection(Hindrance.STAYED, {}, (stays.rule,))


def _prosecutor(order: Order, law: Procedure, at: datetime) -> Iterator[Objection]:
    notice = clocks.notice_of(order, Party.PROSECUTOR)
    if notice is None and order.visa_at is None:
        corrected = order.notice_version > 1
        code = Hindrance.CORRECTED if corrected else Hindrance.NOT_NOTIFIED
        yield Objection(code, {} if corrected else {"role": Role.PROSECUTOR})
        return
    stayed = tuple(_stay(clocks.stay_of(order, law), at))
    yield from stayed
    if order.visa_at is not None:
        return
    if not stayed:
        yield from _open(clocks.window(order, Party.PROSECUTOR, law), at)
    yield from _open(clocks.cross_window(order, Party.PROSECUTOR, law), at)


def _stay(stay: Stay | NotModelled, at: datetime) -> Iterator[Objection]:
    if isinstance(stay, NotModelled):
        yield Objection(Hindrance.NOT_MODELLED, {"question": stay.question})
        return
    outcome = stay.executable(at)
    lifted = "" if stay.lifted_at is None else stay.lifted_at.isoformat()
    if outcome is Outcome.CLOSED:
        yield Objection(Hindrance.WINDOW_OPEN, {"closes_at": lifted}, (stay.rule,))
    elif outcome is Outcome.UNDETERMINED:
        reading = clocks.readings_in(stay.under)
        holes = {"reading": reading, "closes_at": lifted}
        yield Objection(Hindrance.READINGS_DIFFER, holes, (stay.rule,))


def _open(limit: clocks.Limit, at: datetime) -> Iterator[Objection]:
    if isinstance(limit, NotModelled):
        yield Objection(Hindrance.NOT_MODELLED, {"question": limit.question})
    if not isinstance(limit, TimeLimit):
        return
    outcome = limit.outcome(at)
    closes_at = limit.closes_at.isoformat()
    if outcome is Outcome.OPEN:
        yield Objection(Hindrance.WINDOW_OPEN, {"closes_at": closes_at}, (limit.rule,))
    elif outcome is Outcome.UNDETERMINED:
        reading = clocks.readings_in(limit.under)
        holes = {"reading": reading, "closes_at": closes_at}
        yield Objection(Hindrance.READINGS_DIFFER, holes, (limit.rule,))


def victims_to_tell(case: Case, law: Procedure, at: datetime) -> tuple[Objection, ...]:
    """Return the victims who must be told before any way out, or asked to be, and were not.

    A duty that hangs on a reading nobody settled holds until the judge decides otherwise.
    """
    untold = [each for each in case.victims.values() if each.told_at is None]
    owed = [(victim, owed_to(case, victim, law, at)) for victim in untold]
    return tuple(
        Objection(Hindrance.VICTIM_NOT_TOLD, {"victim": victim.victim}, duties.rules)
        for victim, duties in owed
        if victim.asked_and_not_waived or duties.certain or (duties.rules and not victim.waived)
    )


class _Owed(NamedTuple):
    rules: tuple[str, ...]
    certain: bool


def owed_to(case: Case, victim: Victim, law: Procedure, at: datetime) -> _Owed:
    """Return the rules that impose telling this victim before a departure, and if it is certain.

    Where no rule is written for that day, a victim noted as one to be told is.
    """
    duties = law.must_be_told(
        occasion=Occasion.BEFORE_DEPARTURE,
        couple_violence=victim.must_be_told,
        wish=victim.wish,
        escorted=escorted(case),
        on=clocks.day_at(law, case.where, at),
    )
    if isinstance(duties, NotModelled):
        return _Owed((duties.question,) if victim.must_be_told else (), victim.must_be_told)
    due = [duty for duty in duties if duty.to == Role.VICTIM and not duty.optional]
    return _Owed(tuple(duty.rule for duty in due), any(not duty.readings for duty in due))


def escorted(case: Case) -> bool | None:
    """Return whether the leave is under escort; None before anyone asked for one."""
    if case.order is not None and case.order.terms is not None:
        return case.order.terms.escorted
    return case.filing.asked.escorted if case.filing is not None else None


def state_at(case: Case, law: Procedure, at: datetime) -> State:
    """Return where the case stands at an instant: in a window, executable, lapsed, unanswered."""
    state = state_of(case)
    order = case.order
    if state not in (State.DECIDED, State.NOTIFIED, State.APPEAL_DECIDED) or order is None:
        return state
    if order.terms is not None and order.dates_left_to is None and at >= order.terms.returns_at:
        return State.LAPSED
    if executable(case, law, at):
        return State.EXECUTABLE
    waits = (Hindrance.WINDOW_OPEN, Hindrance.READINGS_DIFFER)
    in_window = any(each.code in waits for each in hindrances(case, law, at))
    return State.IN_WINDOW if in_window and state is State.NOTIFIED else state
