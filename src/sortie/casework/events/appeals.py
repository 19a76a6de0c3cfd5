"""The appeal, from the declaration to the president's order."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sortie.casework.events.deciding import LawSays
from sortie.casework.events.event import Event
from sortie.casework.events.filing import Terms


class AppealOutcome(StrEnum):
    """What the president did with the order."""

    UPHELD = "upheld"
    SET_ASIDE = "set_aside"
    AMENDED = "amended"


class Redating(StrEnum):
    """What becomes of the dates of a leave granted on appeal."""

    KEPT = "kept"
    NEW_DATE = "new_date"
    LEFT_TO_JUDGE = "left_to_judge"
    LEFT_TO_PROBATION = "left_to_probation"


@dataclass(frozen=True, kw_only=True, slots=True)
class AppealLodged(Event):
    """An appeal by the one who records it. ``obstacle`` explains one that is out of time."""

    order: str
    cross: bool = False
    obstacle: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AppealDiscontinued(Event):
    """The one who lodged the appeal gives it up."""

    order: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ObservationsFiled(Event):
    """Written observations before the president, as a piece of the file."""

    piece: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PresidentSeized(Event):
    """The person takes to the president an application that nobody answered."""

    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AppealDecided(Event):
    """The president's order, alone and on papers; it can be carried out at once.

    ``order`` is the order appealed, or a new one when the president was seized of a silence.
    ``urgent`` is the reason for ruling before the person's time for observations ends;
    ``law_says`` and ``despite`` are as in ``Decided``, for a leave that was not granted before.
    """

    order: str
    outcome: AppealOutcome
    reasons: str
    terms: Terms | None = None
    redating: Redating = Redating.KEPT
    bar_until: date | None = None
    urgent: str = ""
    law_says: LawSays | None = None
    despite: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AppealLapsed(Event):
    """The prosecutor's appeal was not examined in its time; it is as if it had not been lodged."""

    order: str
    closed_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class DateFixed(Event):
    """The dates of a leave whose order left them to someone, or whose dates had passed."""

    order: str
    terms: Terms
