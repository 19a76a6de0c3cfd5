"""The permit, the gate, the way back, and what happens outside."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sortie.casework.events.deciding import AttachedBan
from sortie.casework.events.event import Event


class ExitKind(StrEnum):
    """Which way out: each needs its own title."""

    LEAVE = "leave"
    ESCORTED = "escorted"
    TRANSFER = "transfer"
    RELEASE = "release"


class SecondMeans(StrEnum):
    """How the person was identified beside the committal number."""

    PHOTO = "photo"
    FINGERS = "fingerprint"
    SECOND_PERSON = "second_person"


class WithdrawalGround(StrEnum):
    """Why a leave is taken back."""

    CONDITIONS_GONE = "conditions_gone"
    OBLIGATIONS_BREACHED = "obligations_breached"
    MISCONDUCT = "misconduct"


@dataclass(frozen=True, kw_only=True, slots=True)
class PermitIssued(Event):
    """The paper the person carries, with the bans on its face."""

    permit: str
    order: str
    attached_bans: tuple[AttachedBan, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderWithdrawn(Event):
    """The leave is taken back, before it starts or while the person is out."""

    order: str
    ground: WithdrawalGround
    because: str
    urgent: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Departed(Event):
    """Let out at the gate, identified, on this permit.

    ``answered_name``: the person gave the name to an open question. ``similar`` are the people of
    the day with a near name or number that the gate was shown.
    """

    order: str
    permit: str
    exit: ExitKind
    committal_number: str
    second_means: SecondMeans
    permit_handed: bool
    answered_name: bool
    similar: tuple[str, ...] = ()
    second_person: str = ""
    facts_shown: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DepartureReported(Event):
    """Someone was found to have left; a fact of the world, whatever the order says."""

    exit: ExitKind
    because: str
    order: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnRecorded(Event):
    """Seen back at the gate."""

    prison: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotReturned(Event):
    """The hour due passed without a return. No legal qualification follows from this."""

    due_back_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class EscapeDeclared(Event):
    """A named person calls it an escape. Never set by a clock."""

    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Recaptured(Event):
    """Found and held again."""

    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IncidentReported(Event):
    """What happened outside, as told by whoever records it."""

    kind: str
    what: str
