"""The order: what was decided, on what grounds, and its corrections."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sortie.casework.events.event import Event
from sortie.casework.events.filing import Terms
from sortie.casework.roles import Role
from sortie.rules import Outcome


class DecisionOutcome(StrEnum):
    """What a decision says of the application."""

    GRANTED = "granted"
    GRANTED_IN_PART = "granted_in_part"
    REFUSED = "refused"
    ADJOURNED = "adjourned"
    INADMISSIBLE = "inadmissible"


@dataclass(frozen=True, kw_only=True, slots=True)
class LawSays:
    """The law's answer on the route granted, with the rules it rests on."""

    outcome: Outcome
    because: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """One ground of an order, with the dated piece it points at."""

    text: str
    piece: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AttachedBan:
    """A ban from any decision that goes with the leave, even if the order is silent."""

    kind: str
    what: str
    source: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided(Event):
    """An order on the application, with its grounds.

    ``despite`` is the judge's reason for granting where the law's answer is undetermined;
    ``dates_left_to`` who fixes the dates when the order does not.
    """

    order: str
    outcome: DecisionOutcome
    reasons: str
    terms: Terms | None = None
    conditions: tuple[str, ...] = ()
    attached_bans: tuple[AttachedBan, ...] = ()
    grounds: tuple[Ground, ...] = ()
    bar_until: date | None = None
    head_excluded: bool = False
    dates_left_to: Role | None = None
    law_says: LawSays | None = None
    despite: str = ""
    adjourned_until: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OrderCorrected(Event):
    """A new version of an order: what was notified before it counts no more."""

    order: str
    because: str
    terms: Terms | None = None
    attached_bans: tuple[AttachedBan, ...] | None = None
