"""What the permit, the gate and the world outside make of a case."""

from dataclasses import replace

from sortie.casework.case import Absence, AnomalyKind, Case, Incident
from sortie.casework.events import (
    Departed,
    DepartureReported,
    EscapeDeclared,
    IncidentReported,
    NotReturned,
    OrderWithdrawn,
    PermitIssued,
    Recaptured,
    ReturnRecorded,
)
from sortie.casework.folding.odd import Odd
from sortie.casework.orders import LeavePermit, Withdrawal
from sortie.casework.recorded import Recorded

_NOT_OUT = Odd(AnomalyKind.NOT_OUT, "nobody_out")
_ALREADY_OUT = Odd(AnomalyKind.ALREADY_OUT, "already_out")


def permit_issued(case: Case, entry: Recorded, event: PermitIssued) -> Odd | None:
    order = case.orders.get(event.order)
    if order is None or not order.granted:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_granted")
    permit = LeavePermit(
        event.permit, case.committal_number, event.attached_bans, entry.at, order.version
    )
    case.orders[event.order] = replace(order, permit=permit)
    return None


def withdrawn(case: Case, entry: Recorded, event: OrderWithdrawn) -> Odd | None:
    """Withdraw the order; a person who is out is due back at once."""
    order = case.orders.get(event.order)
    if order is None or not order.granted:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_granted")
    if order.withdrawal is not None:
        return Odd(AnomalyKind.TWICE, "already_withdrawn")
    withdrawal = Withdrawal(event.ground, event.because, event.urgent, entry.at, entry.by)
    case.orders[event.order] = replace(order, withdrawal=withdrawal)
    absence = case.absence
    if absence is not None and absence.out and absence.order == event.order:
        _replace_last(case, replace(absence, due_back_at=min(absence.due_back_at, entry.at)))
    return None


def departed(case: Case, entry: Recorded, event: Departed) -> Odd | None:
    """Let the person out; out they are, whether or not anything allowed it."""
    if case.out:
        return _ALREADY_OUT
    order = case.orders.get(event.order)
    allowed = (
        order is not None
        and order.granted
        and order.withdrawal is None
        and order.permit is not None
        and order.permit.permit == event.permit
    )
    due = order.terms.returns_at if order is not None and order.terms is not None else entry.at
    _leaves(case, Absence(event.order, event.exit, entry.at, due, due, entry.number, allowed))
    return None if allowed else Odd(AnomalyKind.CANNOT_FOLLOW, "order_does_not_allow")


def departure_reported(case: Case, entry: Recorded, event: DepartureReported) -> Odd | None:
    if case.out:
        return _ALREADY_OUT
    order = case.orders.get(event.order)
    known = order is not None and order.granted and order.withdrawal is None
    terms = order.terms if order is not None and known else None
    due = terms.returns_at if terms is not None else entry.at
    authorised = False
    _leaves(case, Absence(event.order, event.exit, entry.at, due, due, entry.number, authorised))
    return Odd(AnomalyKind.REPORTED_AFTER, "departure_reported")


def _leaves(case: Case, absence: Absence) -> None:
    """Add an absence; a return seen since then, that nothing explained, is its return."""
    since = [each for each in case.stray_returns if each >= absence.departed_at]
    if since:
        absence = replace(absence, returned_at=min(since))
        case.stray_returns = tuple(each for each in case.stray_returns if each != min(since))
    case.absences += (absence,)


def returned(case: Case, entry: Recorded, _: ReturnRecorded) -> Odd | None:
    absence = case.absence
    if absence is None or not absence.out:
        case.stray_returns += (entry.at,)
        return _NOT_OUT
    if entry.at < absence.departed_at:
        return Odd(AnomalyKind.OUT_OF_ORDER, "before_departure")
    _replace_last(case, replace(absence, returned_at=entry.at))
    return None


def not_returned(case: Case, entry: Recorded, _: NotReturned) -> Odd | None:
    absence = case.absence
    if absence is None or not absence.out:
        return _NOT_OUT
    if absence.not_returned_at is not None:
        return Odd(AnomalyKind.TWICE, "already_not_returned")
    _replace_last(case, replace(absence, not_returned_at=entry.at))
    return None


def escape_declared(case: Case, entry: Recorded, _: EscapeDeclared) -> Odd | None:
    absence = case.absence
    if absence is None or not absence.out:
        return _NOT_OUT
    if absence.escape_declared_at is not None:
        return Odd(AnomalyKind.TWICE, "already_declared")
    _replace_last(case, replace(absence, escape_declared_at=entry.at, escape_declared_by=entry.by))
    return None


def recaptured(case: Case, entry: Recorded, _: Recaptured) -> Odd | None:
    absence = case.absence
    if absence is None or not absence.out:
        return _NOT_OUT
    _replace_last(case, replace(absence, recaptured_at=entry.at))
    return None


def incident_reported(case: Case, entry: Recorded, event: IncidentReported) -> Odd | None:
    case.incidents += (Incident(event.kind, event.what, entry.at, entry.by),)
    return None


def _replace_last(case: Case, absence: Absence) -> None:
    case.absences = (*case.absences[:-1], absence)
