"""What the events of the application, its file and its victims make of a case."""

from dataclasses import replace

from sortie.casework.case import AnomalyKind, Case, Filing, Piece, Victim
from sortie.casework.events import (
    AnswerTimePassed,
    ApplicationDiscontinued,
    ApplicationFiled,
    FoundNotInForm,
    PieceAdded,
    Routed,
    VictimNoted,
    VictimNoticeWaived,
    VictimObserved,
    VictimReceived,
    VictimTold,
)
from sortie.casework.folding.odd import Odd
from sortie.casework.recorded import Recorded
from sortie.casework.roles import Role
from sortie.casework.states import State, state_of


def filed(case: Case, entry: Recorded, event: ApplicationFiled) -> Odd | None:
    if case.filing is not None and case.filing.in_form:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "already_filed")
    case.person, case.committal_number = event.person, event.committal_number
    case.prison, case.unit, case.court = event.prison, event.unit, event.court
    case.territory, case.judgments = event.territory, event.judgments
    case.filing = Filing(
        filed_at=entry.at,
        filed_by=entry.by,
        author=event.author or entry.by.id,
        form=event.form,
        signed=event.signed,
        asked=event.asked,
        digest=event.file_digest,
        where=case.where,
        answer_from=entry.at,
    )
    return None


def found_not_in_form(case: Case, _: Recorded, event: FoundNotInForm) -> Odd | None:
    if case.filing is None or not case.filing.in_form:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_filed")
    case.filing.in_form = False
    case.filing.not_in_form_because = event.because
    return None


def piece_added(case: Case, entry: Recorded, event: PieceAdded) -> Odd | None:
    if event.piece in case.pieces:
        return Odd(AnomalyKind.TWICE, "piece_known")
    case.pieces[event.piece] = Piece(
        event.piece, event.kind, event.dated_on, event.digest, event.about, entry.at
    )
    return None


def discontinued(case: Case, entry: Recorded, _: ApplicationDiscontinued) -> Odd | None:
    if case.filing is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_filed")
    case.filing.discontinued_at = entry.at
    return None


def routed(case: Case, entry: Recorded, event: Routed) -> Odd | None:
    filing = case.filing
    if filing is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_filed")
    if state_of(case) in (State.HEAD_REFUSED, State.HEAD_SILENT) or _head_said_no(case):
        filing.answer_from, filing.passed_at = entry.at, None
    filing.route, filing.routed_because = event.to, event.because
    filing.routed_at, filing.routed_number = entry.at, entry.number
    return None


def _head_said_no(case: Case) -> bool:
    order, filing = case.order, case.filing
    with_head = filing is not None and filing.route is Role.HEAD_OF_PRISON
    return with_head and order is not None and not order.granted


def answer_time_passed(case: Case, entry: Recorded, _: AnswerTimePassed) -> Odd | None:
    if case.filing is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "not_filed")
    if case.filing.passed_at is not None:
        return Odd(AnomalyKind.TWICE, "already_passed")
    case.filing.passed_at = entry.at
    return None


def victim_noted(case: Case, _: Recorded, event: VictimNoted) -> Odd | None:
    known = case.victims.get(event.victim)
    if known is None:
        case.victims[event.victim] = Victim(event.victim, event.must_be_told, event.wish)
    else:
        case.victims[event.victim] = replace(
            known, must_be_told=event.must_be_told, wish=event.wish
        )
    return None


def victim_told(case: Case, entry: Recorded, event: VictimTold) -> Odd | None:
    return _of_victim(case, event.victim, told_at=entry.at)


def victim_received(case: Case, entry: Recorded, event: VictimReceived) -> Odd | None:
    return _of_victim(case, event.victim, received_at=entry.at)


def victim_notice_waived(case: Case, _: Recorded, event: VictimNoticeWaived) -> Odd | None:
    return _of_victim(case, event.victim, waived=event.ground)


def victim_observed(case: Case, _: Recorded, event: VictimObserved) -> Odd | None:
    known = case.victims.get(event.victim)
    pieces = (*known.observations, event.piece) if known is not None else ()
    return _of_victim(case, event.victim, observations=pieces)


def _of_victim(case: Case, victim: str, **changes: object) -> Odd | None:
    if victim not in case.victims:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "unknown_victim")
    case.victims[victim] = replace(case.victims[victim], **changes)  # type: ignore[arg-type]
    return None
