"""The victims: what they asked for, what they were told, what they answered."""

from dataclasses import dataclass
from enum import StrEnum

from sortie.casework.events.event import Event


class VictimWish(StrEnum):
    """What the victim asked for."""

    TOLD = "told"
    NOT_TOLD = "not_told"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class VictimNoted(Event):
    """A victim of the case. ``must_be_told``: the law wants it before any way out."""

    victim: str
    must_be_told: bool
    wish: VictimWish = VictimWish.UNKNOWN


@dataclass(frozen=True, kw_only=True, slots=True)
class VictimTold(Event):
    """The notice was sent, by these means."""

    victim: str
    means: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VictimReceived(Event):
    """The notice reached the victim."""

    victim: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VictimNoticeWaived(Event):
    """The judge decided not to tell, on a recorded ground."""

    victim: str
    ground: str


@dataclass(frozen=True, kw_only=True, slots=True)
class VictimObserved(Event):
    """The victim's observations, as a piece of the file."""

    victim: str
    piece: str
