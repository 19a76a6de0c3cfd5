"""A case, folded from its events. Total: an odd event is kept as an anomaly, never dropped."""

from collections.abc import Iterable
from datetime import timedelta

from sortie.casework.case import Anomaly, AnomalyKind, Case
from sortie.casework.events import (
    DepartureReported,
    IncidentReported,
    JudgmentAdded,
    MessageReceived,
    NotReturned,
    PersonMoved,
    Recaptured,
    ReturnRecorded,
    VictimReceived,
)
from sortie.casework.folding import MAKES
from sortie.casework.recorded import Recorded

LATE = timedelta(days=1)
WORLD = {
    DepartureReported, IncidentReported, JudgmentAdded, MessageReceived, NotReturned,
    PersonMoved, Recaptured, ReturnRecorded, VictimReceived,
}  # fmt: skip


def fold(entries: Iterable[Recorded]) -> Case:
    """Return the case that these events make, in the order they were written down.

    The trap: it raises nothing and repairs nothing. What could not follow stands in
    ``case.anomalies`` under its number, and changed only what is true of the world.
    """
    case = Case()
    for entry in entries:
        absorb(case, entry)
    return case


def absorb(case: Case, entry: Recorded) -> None:
    """Add one event, the next of the stream, to a case in the making."""
    _note_its_time(case, entry)
    case.number = entry.number
    if case.last_at is None or entry.at > case.last_at:
        case.last_at = entry.at
    event = entry.event
    if type(event) in WORLD:
        if (event, entry.at) in case.witnessed:
            case.anomalies += (Anomaly(AnomalyKind.TWICE, entry.number, "same_fact"),)
            return
        case.witnessed.add((event, entry.at))
    odd = MAKES[type(event)](case, entry, event)
    if odd is not None:
        case.anomalies += (Anomaly(odd.kind, entry.number, odd.why),)


def _note_its_time(case: Case, entry: Recorded) -> None:
    if case.last_at is not None and entry.at < case.last_at:
        case.anomalies += (Anomaly(AnomalyKind.OUT_OF_ORDER, entry.number, "before_the_last"),)
    if entry.recorded_at < entry.at:
        case.anomalies += (Anomaly(AnomalyKind.OUT_OF_ORDER, entry.number, "not_yet_happened"),)
    if entry.recorded_at - entry.at > LATE:
        case.anomalies += (Anomaly(AnomalyKind.LATE, entry.number, "recorded_late"),)
