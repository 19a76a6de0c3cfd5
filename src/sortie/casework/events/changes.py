"""What changes around a case while it is open: places, judgments, doubts, messages."""

from dataclasses import dataclass
from datetime import datetime

from sortie.casework.events.event import Event
from sortie.casework.roles import Role


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonMoved(Event):
    """Held elsewhere from now on; no clock restarts.

    ``committal_number`` is the one the new prison gave, empty where it did not change.
    """

    prison: str
    court: str
    unit: str = ""
    territory: str = ""
    committal_number: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgmentAdded(Event):
    """Another judgment is to be served; whoever decides must have seen it."""

    judgment: str
    what: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DoubtRaised(Event):
    """Anyone's doubt on a rule or a date; it stops the leave until it is settled."""

    doubt: str
    about: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DoubtSettled(Event):
    """A doubt answered by someone else than its author."""

    doubt: str
    how: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageSent(Event):
    """A message left for a role, with the instant before which its receipt is due."""

    message: str
    to: Role
    kind: str
    receipt_before: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MessageReceived(Event):
    """The receipt of a message."""

    message: str
    proof: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceiptOverdue(Event):
    """A message nobody acknowledged in its time."""

    message: str
    receipt_before: datetime
