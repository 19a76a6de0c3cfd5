"""What the orders, their notices and their appeals make of a case."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sortie.casework.case import AnomalyKind, Case
from sortie.casework.events import (
    AppealDecided,
    AppealDiscontinued,
    AppealLapsed,
    AppealLodged,
    AppealOutcome,
    DateFixed,
    Decided,
    NoAppealVisaGiven,
    Notified,
    ObservationsFiled,
    OrderCorrected,
    PresidentSeized,
    Redating,
)
from sortie.casework.folding.odd import Odd
from sortie.casework.orders import GRANTS, Appeal, Notice, Order, PresidentOrder
from sortie.casework.recorded import Recorded
from sortie.casework.roles import Role
from sortie.law import Means, Party

_UNKNOWN = Odd(AnomalyKind.CANNOT_FOLLOW, "unknown_order")
_LEFT_TO = {
    Redating.LEFT_TO_JUDGE: Role.ENFORCEMENT_JUDGE,
    Redating.LEFT_TO_PROBATION: Role.PROBATION_DIRECTOR,
}


def decided(case: Case, entry: Recorded, event: Decided) -> Odd | None:
    if event.order in case.orders:
        return Odd(AnomalyKind.TWICE, "order_known")
    if case.filing is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_filed")
    if (last := case.order) is not None and last.granted:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "already_decided")
    granted = event.outcome in GRANTS
    case.orders[event.order] = Order(
        order=event.order,
        granted=granted,
        terms=event.terms if granted else None,
        attached_bans=event.attached_bans,
        decided_at=entry.at,
        decided_by=entry.by,
        number=entry.number,
        where=case.where,
        decided=event,
        dates_left_to=event.dates_left_to if granted else None,
    )
    return None


def corrected(case: Case, _: Recorded, event: OrderCorrected) -> Odd | None:
    def correct(order: Order) -> Order:
        bans = order.attached_bans if event.attached_bans is None else event.attached_bans
        terms = event.terms if event.terms is not None and order.granted else order.terms
        version = order.version + 1
        return replace(
            order,
            terms=terms,
            attached_bans=bans,
            version=version,
            notice_version=version,
            visa_at=None,
        )

    return _change(case, event.order, correct)


def notified(case: Case, entry: Recorded, event: Notified) -> Odd | None:
    counts_at = _counts_at(event, entry.at)

    def notify(order: Order) -> Order:
        notice = Notice(event.to, event.means, counts_at, order.version, event.proof, case.where)
        return replace(order, notices=(*order.notices, notice))

    return _change(case, event.order, notify)


def _counts_at(event: Notified, at: datetime) -> datetime:
    if event.means is Means.POSTAL_UNSIGNED:
        return event.sent_at or at
    return at if event.means is Means.ELECTRONIC else event.signed_at or at


def visa_given(case: Case, entry: Recorded, event: NoAppealVisaGiven) -> Odd | None:
    return _change(case, event.order, lambda order: replace(order, visa_at=entry.at))


def party_of(role: Role) -> Party:
    """Return whose appeal it is when someone in this capacity lodges it."""
    return Party.PROSECUTOR if role is Role.PROSECUTOR else Party.DETAINED_PERSON


def appeal_lodged(case: Case, entry: Recorded, event: AppealLodged) -> Odd | None:
    party = party_of(entry.by.role)
    order = case.orders.get(event.order)
    if order is not None and any(each.party is party for each in order.pending_appeals):
        return Odd(AnomalyKind.TWICE, "appeal_pending")

    def lodge(order: Order) -> Order:
        appeal = Appeal(
            party, entry.by, entry.at, order.version, case.where, event.cross, event.obstacle
        )
        return replace(order, appeals=(*order.appeals, appeal))

    return _change(case, event.order, lodge)


def appeal_discontinued(case: Case, entry: Recorded, event: AppealDiscontinued) -> Odd | None:
    return _end_appeals(
        case, event.order, party_of(entry.by.role), lambda a: replace(a, discontinued_at=entry.at)
    )


def appeal_lapsed(case: Case, entry: Recorded, event: AppealLapsed) -> Odd | None:
    return _end_appeals(
        case, event.order, Party.PROSECUTOR, lambda a: replace(a, lapsed_at=entry.at)
    )


def _end_appeals(
    case: Case, order_id: str, party: Party, end: Callable[[Appeal], Appeal]
) -> Odd | None:
    order = case.orders.get(order_id)
    if order is None:
        return _UNKNOWN
    if not any(each.party is party for each in order.pending_appeals):
        return Odd(AnomalyKind.CANNOT_FOLLOW, "no_appeal_pending")
    appeals = tuple(
        end(each) if each.pending and each.party is party else each for each in order.appeals
    )
    case.orders[order_id] = replace(order, appeals=appeals)
    return None


def observations_filed(case: Case, _: Recorded, event: ObservationsFiled) -> Odd | None:
    case.observations += (event.piece,)
    return None


def president_seized(case: Case, entry: Recorded, _: PresidentSeized) -> Odd | None:
    if case.filing is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_filed")
    if case.filing.president_seized_at is not None:
        return Odd(AnomalyKind.TWICE, "president_seized")
    case.filing.president_seized_at = entry.at
    return None


def appeal_decided(case: Case, entry: Recorded, event: AppealDecided) -> Odd | None:
    if event.order not in case.orders:
        return _decided_on_silence(case, entry, event)
    order = case.orders[event.order]
    if not order.pending_appeals:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "no_appeal_pending")
    granted = granted_on_appeal(order, event)
    version = order.version + 1
    left_to = _LEFT_TO.get(event.redating, None if event.terms else order.dates_left_to)
    terms = event.terms or order.terms
    appeals = tuple(
        replace(each, decided_at=entry.at) if each.pending else each for each in order.appeals
    )
    case.orders[event.order] = replace(
        order,
        granted=granted,
        terms=terms if granted else None,
        version=version,
        notice_version=version,
        appeals=appeals,
        on_appeal=_president_order(entry, event, version),
        dates_left_to=left_to if granted else None,
    )
    return None


def granted_on_appeal(order: Order, event: AppealDecided) -> bool:
    """Whether a leave is granted once the president has ruled on this order."""
    if event.outcome is AppealOutcome.UPHELD:
        return order.granted
    if event.outcome is AppealOutcome.AMENDED:
        return order.granted or event.terms is not None
    left = event.redating in _LEFT_TO
    return not order.granted and (event.terms is not None or left)


def _president_order(entry: Recorded, event: AppealDecided, version: int) -> PresidentOrder:
    return PresidentOrder(
        event.outcome, event.reasons, event.redating, event.bar_until, entry.at, entry.by, version
    )


def _decided_on_silence(case: Case, entry: Recorded, event: AppealDecided) -> Odd | None:
    if case.filing is None or case.filing.president_seized_at is None:
        return _UNKNOWN
    case.orders[event.order] = Order(
        order=event.order,
        granted=event.terms is not None,
        terms=event.terms,
        attached_bans=(),
        decided_at=entry.at,
        decided_by=entry.by,
        number=entry.number,
        where=case.where,
        on_appeal=_president_order(entry, event, 1),
        dates_left_to=_LEFT_TO.get(event.redating) if event.terms is not None else None,
    )
    return None


def date_fixed(case: Case, _: Recorded, event: DateFixed) -> Odd | None:
    def fix(order: Order) -> Order:
        return replace(order, terms=event.terms, version=order.version + 1, dates_left_to=None)

    known = case.orders.get(event.order)
    if known is not None and not known.granted:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_granted")
    return _change(case, event.order, fix)


def _change(case: Case, order_id: str, change: Callable[[Order], Order]) -> Odd | None:
    order = case.orders.get(order_id)
    if order is None:
        return _UNKNOWN
    case.orders[order_id] = change(order)
    return None
