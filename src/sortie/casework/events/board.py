"""The board and its opinions, and the facts that must have been seen."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sortie.casework.events.event import Event
from sortie.casework.roles import Role


class BoardMode(StrEnum):
    """How the board gives its opinion."""

    IN_PERSON = "in_person"
    ELECTRONIC = "electronic"


class OpinionSense(StrEnum):
    """Which way an opinion goes."""

    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"
    RESERVED = "reserved"


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardSeized(Event):
    """The case is on the list of a sitting. ``appearance``: the judge ordered the person heard."""

    sitting: str
    sits_at: datetime
    mode: BoardMode = BoardMode.IN_PERSON
    appearance: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardSkipped(Event):
    """Decided without the board, in an emergency whose reason is recorded."""

    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OpinionGiven(Event):
    """One member's opinion, or the probation service's to the head of prison, with its reasons."""

    member: Role
    sense: OpinionSense
    reasons: str
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BoardSat(Event):
    """The board sat, with these members."""

    present: tuple[Role, ...]
    minutes: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OpinionDeemed(Event):
    """The board gave no opinion in its time; the law treats it as given."""

    closed_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class FactNoted(Event):
    """A fact the law does not weigh, to be seen by whoever gives an opinion or decides.

    ``shown_to`` names the roles entitled to it; empty, all of them.
    """

    fact: str
    kind: str
    since: date | None = None
    until: date | None = None
    source: str = ""
    shown_to: tuple[Role, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class FactSeen(Event):
    """Acknowledged by the one who records it."""

    fact: str
