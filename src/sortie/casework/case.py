"""A case as its events make it: what is known of one application, from filing to return.

Only ``fold`` writes to a ``Case``; everyone else reads it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sortie.casework.events import (
    BoardMode,
    Event,
    ExitKind,
    FilingForm,
    Terms,
    VictimWish,
)
from sortie.casework.orders import Order
from sortie.casework.roles import Actor, Role


class AnomalyKind(StrEnum):
    """What is odd about an event, which stays in the stream whatever it is."""

    CANNOT_FOLLOW = "cannot_follow"
    LATE = "late"
    OUT_OF_ORDER = "out_of_order"
    TWICE = "twice"
    NOT_OUT = "not_out"
    ALREADY_OUT = "already_out"
    REPORTED_AFTER = "reported_after"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """An event that came late, out of order, twice, or that nothing before it allowed."""

    kind: AnomalyKind
    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper of the file. One without a date supports no ground."""

    piece: str
    kind: str
    dated_on: date | None
    digest: str
    about: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Victim:
    """What a victim asked for and was told."""

    victim: str
    must_be_told: bool
    wish: VictimWish
    told_at: datetime | None = None
    received_at: datetime | None = None
    waived: str = ""
    observations: tuple[str, ...] = ()

    @property
    def asked_and_not_waived(self) -> bool:
        """Whether the victim asked to be told and the judge did not decide otherwise."""
        return self.wish is VictimWish.TOLD and not self.waived


@dataclass(frozen=True, slots=True)
class FactToSee:
    """A fact to be seen, and those who acknowledged it."""

    fact: str
    kind: str
    since: date | None
    until: date | None
    source: str
    shown_to: tuple[Role, ...]
    noted_at: datetime
    number: int
    seen_by: frozenset[Actor] = frozenset()

    def unseen_by(self, actor: Actor) -> bool:
        """Whether this actor is entitled to the fact and has not acknowledged it."""
        entitled = not self.shown_to or actor.role in self.shown_to
        return entitled and all(actor.id != each.id for each in self.seen_by)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One member's opinion."""

    member: Role
    sense: str
    reasons: str
    pieces: tuple[str, ...]
    at: datetime
    by: Actor
    number: int


@dataclass(frozen=True, slots=True)
class Board:
    """A seizure of the board and what came of it."""

    sitting: str
    sits_at: datetime
    mode: BoardMode
    appearance: bool
    seized_at: datetime
    where: str
    sat_at: datetime | None = None
    present: tuple[Role, ...] = ()
    minutes: str = ""
    deemed_at: datetime | None = None

    @property
    def answered(self) -> bool:
        """Whether the board's opinion is given, or deemed given."""
        return self.sat_at is not None or self.deemed_at is not None


@dataclass(frozen=True, slots=True)
class Absence:
    """One time outside: since when, under which order, when due back, and what happened.

    ``returns_at`` is the instant the person left with; ``due_back_at`` is earlier once the leave
    is withdrawn, and is then the instant of the withdrawal.
    """

    order: str
    exit: ExitKind
    departed_at: datetime
    returns_at: datetime
    due_back_at: datetime
    number: int
    authorised: bool
    returned_at: datetime | None = None
    not_returned_at: datetime | None = None
    escape_declared_at: datetime | None = None
    escape_declared_by: Actor | None = None
    recaptured_at: datetime | None = None

    @property
    def out(self) -> bool:
        """Whether the person is still outside, as far as anyone has said."""
        return self.returned_at is None and self.recaptured_at is None

    @property
    def returned_late(self) -> bool:
        """Whether the return came after the hour on the permit; at that hour it is in time."""
        return self.returned_at is not None and self.returned_at > self.returns_at


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt on a rule or a date, open until someone else than its author settles it."""

    doubt: str
    about: str
    raised_at: datetime
    raised_by: Actor
    settled_at: datetime | None = None
    how: str = ""


@dataclass(frozen=True, slots=True)
class MessageLeft:
    """A message sent, with its receipt or the lack of one."""

    message: str
    to: Role
    kind: str
    sent_at: datetime
    receipt_before: datetime | None
    received_at: datetime | None = None
    overdue_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Something reported about the person outside."""

    kind: str
    what: str
    at: datetime
    by: Actor


@dataclass(slots=True)
class Filing:
    """The application as last filed, and where it was sent.

    ``answer_from`` opens the time to answer of the one it was sent to; ``passed_at`` is when that
    time was seen to have run out.
    """

    filed_at: datetime
    filed_by: Actor
    author: str
    form: FilingForm
    signed: bool
    asked: Terms
    digest: str
    where: str
    answer_from: datetime
    in_form: bool = True
    not_in_form_because: str = ""
    route: Role | None = None
    routed_because: tuple[str, ...] = ()
    routed_at: datetime | None = None
    routed_number: int = 0
    discontinued_at: datetime | None = None
    passed_at: datetime | None = None
    president_seized_at: datetime | None = None


@dataclass(slots=True)
class Case:
    """What the events of one application come to. An empty stream is an empty case.

    ``changed_number`` is the event that last changed where the person is held or what is served;
    ``stray_returns`` are returns seen while nobody was known to be out.
    """

    person: str = ""
    committal_number: str = ""
    prison: str = ""
    unit: str = ""
    court: str = ""
    territory: str = ""
    judgments: tuple[str, ...] = ()
    filing: Filing | None = None
    pieces: dict[str, Piece] = field(default_factory=dict)
    victims: dict[str, Victim] = field(default_factory=dict)
    facts: dict[str, FactToSee] = field(default_factory=dict)
    board: Board | None = None
    board_skipped: str = ""
    opinions: tuple[Opinion, ...] = ()
    orders: dict[str, Order] = field(default_factory=dict)
    observations: tuple[str, ...] = ()
    absences: tuple[Absence, ...] = ()
    doubts: dict[str, Doubt] = field(default_factory=dict)
    incidents: tuple[Incident, ...] = ()
    messages: dict[str, MessageLeft] = field(default_factory=dict)
    anomalies: tuple[Anomaly, ...] = ()
    stray_returns: tuple[datetime, ...] = ()
    changed_number: int = 0
    witnessed: set[tuple[Event, datetime]] = field(default_factory=set, repr=False)
    number: int = 0
    last_at: datetime | None = None

    @property
    def where(self) -> str:
        """What the law knows the place of the prison by."""
        return self.territory or self.prison

    @property
    def order(self) -> Order | None:
        """The last order made, whatever became of it."""
        return next(reversed(self.orders.values()), None)

    @property
    def absence(self) -> Absence | None:
        """The last time outside; the one under way if the person is out."""
        return self.absences[-1] if self.absences else None

    @property
    def out(self) -> bool:
        """Whether the person is outside, as far as anyone has said."""
        return self.absence is not None and self.absence.out

    @property
    def present_opinions(self) -> tuple[Opinion, ...]:
        """The opinions given to whoever the application is before now."""
        since = self.filing.answer_from if self.filing is not None else None
        return tuple(each for each in self.opinions if since is None or each.at >= since)

    @property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """The doubts nobody has settled."""
        return tuple(each for each in self.doubts.values() if each.settled_at is None)

    def unseen_by(self, actor: Actor) -> tuple[FactToSee, ...]:
        """Return the facts noted so far that this actor is entitled to and has not acknowledged."""
        return tuple(each for each in self.facts.values() if each.unseen_by(actor))
