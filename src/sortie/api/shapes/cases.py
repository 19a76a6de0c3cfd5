"""Cases as they are answered: what may not be shown is not there at all."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from sortie.api.shapes.plain import Day, Given, Labels, Name, Said
from sortie.casework import State

MOST = 200


class CasesAsked(Said):
    """Which cases, in which order; days begin at midnight by the clock of the post."""

    by: Literal["filed", "due", "departs", "returns"] = "filed"
    order: Literal["first", "last"] | None = None
    state: State | None = None
    prison: Name | None = None
    court: Name | None = None
    person: Name | None = None
    since: Day | None = None
    until: Day | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    cursor: Annotated[str, Field(min_length=1, max_length=1000)] | None = None


class PersonName(Given):
    """What someone is called."""

    family_name: str
    given_name: str


class CaseLineTold(Given):
    """One case of a list."""

    case: str
    version: int
    state: State
    state_labels: Labels
    leave: str
    prison: str
    court: str
    filed_at: datetime | None
    departs_at: datetime | None
    returns_at: datetime | None
    next_due_at: datetime | None
    person: str | None = None
    name: PersonName | None = None
    committal_number: str | None = None


class CasesTold(Given):
    """One page of cases; ``next`` asks for the page after, and is null at the end."""

    cases: list[CaseLineTold]
    next: str | None


class TermsTold(Given):
    """A leave as it is asked for, or granted."""

    leave: str
    purpose: str
    departs_at: datetime
    returns_at: datetime
    escorted: bool
    places: list[str] | None = None
    escort: list[str] | None = None


class ApplicationTold(Given):
    """The application as last filed, and where it was sent."""

    form: str
    signed: bool
    filed_at: datetime
    asked: TermsTold
    in_form: bool
    not_in_form_because: str
    routed_to: str | None
    routed_at: datetime | None
    discontinued_at: datetime | None


class NoticeTold(Given):
    """A notice of the order to one party."""

    to: str
    means: str
    counts_at: datetime
    version: int


class WithdrawalTold(Given):
    """The leave taken back."""

    ground: str
    at: datetime
    because: str | None = None


class OrderTold(Given):
    """The last order. ``granted`` is what it decided; grounds are there for who may see them."""

    order: str
    version: int
    granted: bool
    adjourned: bool
    decided_at: datetime
    decided_by: str
    terms: TermsTold | None
    conditions: list[str]
    outcome: str | None = None
    reasons: str | None = None
    grounds: list[dict[str, str]] | None = None
    bar_until: date | None = None
    notices: list[NoticeTold] | None = None
    appeals_pending: int | None = None
    permit: str | None = None
    withdrawal: WithdrawalTold | None = None


class AbsenceTold(Given):
    """One time outside."""

    exit: str
    departed_at: datetime
    due_back_at: datetime
    returned_at: datetime | None
    not_returned_at: datetime | None
    escape_declared_at: datetime | None
    recaptured_at: datetime | None


class OpinionTold(Given):
    """One member's opinion; its reasons for who may see them."""

    member: str
    sense: str
    at: datetime
    reasons: str | None = None
    pieces: list[str] | None = None


class FactTold(Given):
    """A fact to have seen, and the seats that have not acknowledged it."""

    fact: str
    kind: str
    since: date | None
    until: date | None
    unseen_by: list[str]
    source: str | None = None


class CaseTold(Given):
    """A case, as far as whoever asks may see it."""

    case: str
    version: int
    state: State
    state_labels: Labels
    name: PersonName | None = None
    committal_number: str | None = None
    unit: str | None = None
    prison: str | None = None
    court: str | None = None
    application: ApplicationTold | None = None
    order: OrderTold | None = None
    board: dict[str, Any] | None = None
    opinions: list[OpinionTold] | None = None
    facts: list[FactTold] | None = None
    pieces: list[dict[str, Any]] | None = None
    absences: list[AbsenceTold] | None = None
    incidents: list[dict[str, Any]] | None = None
    doubts: list[dict[str, Any]] | None = None


class AuthorTold(Given):
    """Who did something: their capacity, and their id where authors may be seen."""

    role: str
    id: str | None = None


class EventTold(Given):
    """One event: when it happened, when it was written down, by whom, and what it is about."""

    number: int
    event: str
    labels: Labels
    at: datetime
    recorded_at: datetime
    about: dict[str, str]
    by: AuthorTold | None = None


class EventsTold(Given):
    """The events of a case, in order, as far as they may be seen."""

    case: str
    version: int
    events: list[EventTold]


class ActTold(Given):
    """An act that may be done now. ``yours`` says whether whoever asks may do it."""

    verb: str
    label: str
    yours: bool
    any_day: bool
    roles: list[str]
    closes_at: datetime | None
    missing: list[str]


class StoppedTold(Given):
    """An act that would come next, and every reason why it may not be done."""

    label: str
    because: list[str]


class ClockTold(Given):
    """A time limit: when it ends, by which rule, and whether a reading nobody settled moves it."""

    what: str
    closes_at: datetime | None
    rule: str
    by_reading: bool


class MissingTold(Given):
    """One thing that is missing, from whom, and by when."""

    what: str
    whom: str
    closes_at: datetime | None
    rule: str


class NextTold(Given):
    """What may happen next, by whom, by when; what is missing; what stands in the way."""

    case: str
    version: int
    state: State
    state_labels: Labels
    acts: list[ActTold]
    stopped: list[StoppedTold]
    clocks: list[ClockTold]
    missing: list[MissingTold]
    may_leave: bool
    kept_by: list[str]
