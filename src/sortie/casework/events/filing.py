"""The application: filed, completed, sent to who decides, given up."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sortie.casework.events.event import Event, settle
from sortie.casework.roles import Role


class FilingForm(StrEnum):
    """How the application reached the office."""

    HANDED_IN = "handed_in"
    REGISTERED_LETTER = "registered_letter"
    DECLARATION = "declaration"


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """What a leave is: the route, when it starts, when the person must be back, where, with whom.

    Instants keep the clock of the place. ``escort`` names who goes along, once they have accepted.
    """

    leave: str
    purpose: str
    departs_at: datetime
    returns_at: datetime
    places: tuple[str, ...] = ()
    escorted: bool = False
    escort: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicationFiled(Event):
    """Handed in against a receipt.

    ``territory`` is where the prison stands, whose clocks and holidays count; empty, the law knows
    it by the prison's name. ``judgments`` are the references of what the person serves. ``author``
    is the id of who wrote it, when someone else records it.
    """

    person: str
    committal_number: str
    prison: str
    court: str
    form: FilingForm
    signed: bool
    asked: Terms
    unit: str = ""
    territory: str = ""
    judgments: tuple[str, ...] = ()
    file_digest: str = ""
    author: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundNotInForm(Event):
    """The judge need not answer it; it goes back to its author."""

    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PieceAdded(Event):
    """A dated paper joined to the file."""

    piece: str
    kind: str
    dated_on: date | None
    digest: str
    about: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ApplicationDiscontinued(Event):
    """Given up by its author."""

    because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Routed(Event):
    """Sent to who decides; ``because`` are the rules of law that say so."""

    to: Role
    because: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerTimePassed(Event):
    """The time to answer ran out without a decision. Nothing is granted nor refused by it."""

    closed_at: datetime
