"""What a move, a judgment, a doubt and the messages make of a case."""

from dataclasses import replace

from sortie.casework.case import AnomalyKind, Case, Doubt, FactToSee, MessageLeft
from sortie.casework.events import (
    DoubtRaised,
    DoubtSettled,
    JudgmentAdded,
    MessageReceived,
    MessageSent,
    PersonMoved,
    ReceiptOverdue,
)
from sortie.casework.folding.odd import Odd
from sortie.casework.recorded import Recorded

MOVED = "moved"
JUDGMENT = "judgment"


def person_moved(case: Case, entry: Recorded, event: PersonMoved) -> Odd | None:
    """Follow the person; every clock that runs keeps the place it began in."""
    case.prison, case.unit = event.prison, event.unit
    case.court, case.territory = event.court, event.territory
    case.committal_number = event.committal_number or case.committal_number
    _to_be_seen(case, entry, MOVED, event.prison)
    return None


def judgment_added(case: Case, entry: Recorded, event: JudgmentAdded) -> Odd | None:
    if event.judgment not in case.judgments:
        case.judgments += (event.judgment,)
    _to_be_seen(case, entry, JUDGMENT, event.judgment)
    return None


def _to_be_seen(case: Case, entry: Recorded, kind: str, source: str) -> None:
    fact = f"{kind}.{entry.number}"
    case.facts[fact] = FactToSee(fact, kind, None, None, source, (), entry.at, entry.number)
    case.changed_number = entry.number


def doubt_raised(case: Case, entry: Recorded, event: DoubtRaised) -> Odd | None:
    if event.doubt in case.doubts:
        return Odd(AnomalyKind.TWICE, "doubt_known")
    case.doubts[event.doubt] = Doubt(event.doubt, event.about, entry.at, entry.by)
    return None


def doubt_settled(case: Case, entry: Recorded, event: DoubtSettled) -> Odd | None:
    known = case.doubts.get(event.doubt)
    if known is None or known.settled_at is not None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "no_open_doubt")
    case.doubts[event.doubt] = replace(known, settled_at=entry.at, how=event.how)
    return None


def message_sent(case: Case, entry: Recorded, event: MessageSent) -> Odd | None:
    if event.message in case.messages:
        return Odd(AnomalyKind.TWICE, "message_known")
    case.messages[event.message] = MessageLeft(
        event.message, event.to, event.kind, entry.at, event.receipt_before
    )
    return None


def message_received(case: Case, entry: Recorded, event: MessageReceived) -> Odd | None:
    known = case.messages.get(event.message)
    if known is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "unknown_message")
    if known.received_at is not None:
        return Odd(AnomalyKind.TWICE, "already_received")
    case.messages[event.message] = replace(known, received_at=entry.at)
    return None


def receipt_overdue(case: Case, entry: Recorded, event: ReceiptOverdue) -> Odd | None:
    known = case.messages.get(event.message)
    if known is None:
        return Odd(AnomalyKind.CANNOT_FOLLOW, "unknown_message")
    if known.overdue_at is not None:
        return Odd(AnomalyKind.TWICE, "already_overdue")
    case.messages[event.message] = replace(known, overdue_at=entry.at)
    return None
