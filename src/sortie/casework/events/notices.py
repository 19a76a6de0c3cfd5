"""The notices of an order, each with its own proof, and the prosecutor's visa."""

from dataclasses import dataclass
from datetime import datetime

from sortie.casework.events.event import Event
from sortie.casework.roles import Role
from sortie.law import Means


@dataclass(frozen=True, kw_only=True, slots=True)
class Notified(Event):
    """The order was brought to this party's knowledge; its window runs from it.

    ``signed_at`` is when the party signed for it, ``sent_at`` when a letter left.
    """

    to: Role
    order: str
    means: Means
    proof: str
    signed_at: datetime | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NoAppealVisaGiven(Event):
    """The prosecutor wrote that no appeal will be lodged."""

    order: str
