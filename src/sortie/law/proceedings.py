"""What the law says of a case on its way: the shapes of its answers, without any jurisdiction.

``Procedure`` is one method a question. Each answer names the rule that gives it and the texts it
rests on. Three answers mean more than they seem:

* ``NotModelled``: no rule written here speaks on that day; never a guess;
* ``None``, where a method may return it: the law was asked, and sets no such limit;
* ``Outcome.UNDETERMINED``: a fact is missing, or the readings nobody settled differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from sortie.rules import Outcome


class Party(StrEnum):
    """Who may appeal."""

    DETAINED_PERSON = "detained_person"
    PROSECUTOR = "prosecutor"
    PROSECUTOR_GENERAL = "prosecutor_general"


class Means(StrEnum):
    """How an order reached someone; the instant that counts is said by each."""

    SIGNATURE = "signature"
    """Against signature: the instant of the signature."""
    LETTER = "letter"
    """Registered letter, receipt signed: the instant the receipt was signed."""
    ELECTRONIC = "electronic"
    """The instant of the notice."""
    POSTAL_UNSIGNED = "postal_unsigned"
    """Registered letter, receipt never signed: the instant the letter was sent."""


class Occasion(StrEnum):
    """Something that happens to a case, or is about to, and that others must be told of."""

    BEFORE_DECISION = "before_decision"
    HEAD_BEFORE_DECISION = "head_before_decision"
    DECIDED = "decided"
    HEAD_DECIDED = "head_decided"
    HEAD_REFUSED = "head_refused"
    PROSECUTOR_APPEALED = "prosecutor_appealed"
    BEFORE_DEPARTURE = "before_departure"
    INCIDENT = "incident"
    NOT_RETURNED = "not_returned"
    BROUGHT_BACK = "brought_back"


class When(StrEnum):
    """How soon a duty falls due."""

    BEFORE = "before"
    AT_ONCE = "at_once"
    THEN = "then"
    """After those that are due at once, in the order given."""


@dataclass(frozen=True, slots=True)
class Place:
    """The clock of a place, and the table of public holidays that holds there."""

    zone: str
    holidays: str


@dataclass(frozen=True, slots=True)
class NotModelled:
    """No rule written here answers this question on this day."""

    question: str
    on: date


@dataclass(frozen=True, slots=True)
class ClosingUnder:
    """When a limit closes under one choice: a reading and its option, for each that matters."""

    choice: tuple[tuple[str, str], ...]
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """The time in which something must be done; ``closes_at`` is the first instant out of time.

    The trap: where a reading nobody settled moves the end, ``closes_at`` is the last of the ends
    and ``surely_open_until`` the first. Between the two nothing may be presumed.
    ``follows`` names what silence opens, in a word of the house; empty when nothing follows.
    """

    rule: str
    cites: tuple[str, ...]
    opens_at: datetime
    closes_at: datetime
    follows: str = ""
    under: tuple[ClosingUnder, ...] = ()

    @property
    def surely_open_until(self) -> datetime:
        """The first instant that is out of time under one reading at least."""
        return min((each.closes_at for each in self.under), default=self.closes_at)

    def outcome(self, at: datetime) -> Outcome:
        """Whether an instant is in time: open, closed, or undetermined between two readings.

        An instant before ``opens_at`` is in time: what is done early is done.
        """
        if at < self.surely_open_until:
            return Outcome.OPEN
        return Outcome.CLOSED if at >= self.closes_at else Outcome.UNDETERMINED


@dataclass(frozen=True, slots=True)
class Stay:
    """An order that may not be carried out yet, and what lifts it.

    ``lifted_at`` is the first instant at which it may be; None while nothing known will lift it
    (no notice yet, or an appeal that is neither decided nor lapsed).
    """

    rule: str
    cites: tuple[str, ...]
    lifted_at: datetime | None
    under: tuple[ClosingUnder, ...] = ()

    def executable(self, at: datetime) -> Outcome:
        """Whether the order may be carried out at an instant: open means it may."""
        if self.lifted_at is None:
            return Outcome.CLOSED
        if at >= self.lifted_at:
            return Outcome.OPEN
        first = min((each.closes_at for each in self.under), default=self.lifted_at)
        return Outcome.UNDETERMINED if at >= first else Outcome.CLOSED


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whether something may be done: open, closed, or undetermined with the facts to ask for."""

    rule: str
    cites: tuple[str, ...]
    outcome: Outcome
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duty:
    """Who must tell or hear whom of what, and how soon.

    ``missing`` are the facts, and ``readings`` the unsettled readings, without which the duty may
    or may not hold; until they are known it is treated as holding. ``optional``: the text allows
    it and does not command it.
    """

    rule: str
    cites: tuple[str, ...]
    who: str
    to: str
    what: str
    when: When
    missing: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """One seat of a board, and the roles that may fill it."""

    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """Who sits on a board; without one of them it is not validly convened."""

    rule: str
    cites: tuple[str, ...]
    chair: str
    seats: tuple[Seat, ...]

    def empty_seats(self, present: Iterable[str]) -> tuple[str, ...]:
        """Return the seats that no role present fills, in the order of the text."""
        here = frozenset(present)
        return tuple(seat.name for seat in self.seats if here.isdisjoint(seat.roles))


@dataclass(frozen=True, slots=True)
class Choice:
    """What a text lets someone choose among: grounds, authorities, forms."""

    rule: str
    cites: tuple[str, ...]
    who: tuple[str, ...]
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """How long a refusal may bar similar applications; ``until`` is the last day barred.

    ``fixed``: the bar lasts exactly so long, or there is none. Otherwise it may be shorter.
    """

    rule: str
    cites: tuple[str, ...]
    until: date
    fixed: bool


@dataclass(frozen=True, slots=True)
class Lateness:
    """A return instant that was missed. A fact: no name follows from it.

    ``counted_from`` is the instant from which the statistics of the ministry count it; being late
    in law begins at ``due_back_at``.
    """

    rule: str
    cites: tuple[str, ...]
    due_back_at: datetime
    counted_from: datetime


class Procedure(Protocol):
    """The procedure of one jurisdiction: one method a question.

    Every instant is aware; every method but ``place_of`` may answer ``NotModelled`` outside the
    dates its texts cover. Roles are words of ``casework.Role``.
    """

    def place_of(self, prison: str) -> Place:
        """Return the clock and the holidays of a prison, by its name or by a territory's code.

        The trap: a name that no table holds is metropolitan.
        """

    def form_accepted(self, *, form: str, signed: bool | None, on: date) -> Allowed | NotModelled:
        """Whether an application in this form must be answered.

        Forms: ``handed_in``, ``registered_letter``, ``declaration`` (to the head of the prison).
        """

    def admissible(
        self, *, similar_pending: bool | None, bar_until: date | None, on: date
    ) -> Allowed | NotModelled:
        """Whether an application may be examined beside another one, or under a bar.

        ``bar_until`` is the last day of the bar; None means that none was set.
        """

    def answer_due(
        self, *, decider: str, filed_at: datetime, place: Place
    ) -> TimeLimit | NotModelled:
        """Return the time to answer an application.

        ``decider`` is ``enforcement_judge`` (silence: ``appeal_president`` may be seized) or
        ``head_of_prison`` (silence: ``enforcement_judge`` may be seized).
        """

    def opinion_due(self, *, seized_at: datetime, place: Place) -> TimeLimit | NotModelled:
        """Return the time of the board's opinion; after it, ``deemed_opinion``."""

    def board(self, *, on: date) -> Composition | NotModelled:
        """Return who sits on the board."""

    def board_may_be_skipped(self, *, urgent: bool | None, on: date) -> Allowed | NotModelled:
        """Whether the judge may decide without the board's opinion."""

    def board_may_sit_electronically(
        self, *, appearance_ordered: bool | None, on: date
    ) -> Allowed | NotModelled:
        """Whether the board may deliberate at a distance."""

    def appeal_window(
        self, *, party: Party, notified_at: datetime, means: Means, place: Place
    ) -> TimeLimit | NotModelled:
        """Return a person's time to appeal, which opens with their own notice.

        ``notified_at`` is the instant that ``means`` says.
        """

    def cross_appeal_window(
        self, *, party: Party, lodged_at: datetime, own: TimeLimit | None, place: Place
    ) -> TimeLimit | NotModelled | None:
        """Return the more time a party has once another one appealed; None when it has none.

        ``own`` is the party's own window; None while it has no notice of the order.
        """

    def may_be_appealed(self, *, decider: str, on: date) -> Allowed | NotModelled:
        """Whether the decision of the judge, or of the head of the prison, can be appealed."""

    def stay(
        self, *, notified_at: datetime | None, visa_at: datetime | None, on: date, place: Place
    ) -> Stay | NotModelled:
        """Return until when a grant waits for the prosecutor, who has not appealed.

        ``notified_at`` is the notice to the prosecutor and ``on`` the day of the order. A visa
        lifts the stay at its own instant.
        """

    def appeal_stays(self, *, by: Party, in_time: bool | None, on: date) -> Allowed | NotModelled:
        """Whether an appeal prevents a grant from being carried out until it is decided.

        ``in_time`` is None when the readings differ on it.
        """

    def appeal_lapses(
        self, *, by: Party, lodged_at: datetime, place: Place
    ) -> TimeLimit | NotModelled | None:
        """Return the time in which an appeal must be examined, after which it is void.

        None for an appeal that never lapses.
        """

    def observations_due(self, *, lodged_at: datetime, place: Place) -> TimeLimit | NotModelled:
        """Return the time the person and the lawyer have to write to the appeal's judge."""

    def president_may_rule(
        self, *, lodged_at: datetime, urgent: bool | None, at: datetime, place: Place
    ) -> Allowed | NotModelled:
        """Whether the appeal may be decided at an instant: not before the time to write is over."""

    def longest_bar(
        self, *, decider: str, decided_at: datetime, place: Place
    ) -> Bar | NotModelled | None:
        """Return the longest bar that a refusal may carry.

        ``decider`` is ``enforcement_judge`` or ``appeal_president``; None where none may be set.
        """

    def redating(self, *, on: date) -> Choice | NotModelled:
        """Return who may fix another date when the one of the order has passed on appeal."""

    def must_be_told(
        self,
        *,
        occasion: Occasion,
        couple_violence: bool | None,
        wish: str,
        escorted: bool | None,
        on: date,
    ) -> tuple[Duty, ...] | NotModelled:
        """Return who must be told, or heard, on an occasion, in the order of the texts.

        ``couple_violence``: whether the sentence is for violence in the couple; ``wish``: what the
        victim asked, ``told``, ``not_told`` or ``unknown``.
        """

    def victim_observations_due(
        self, *, told_at: datetime, place: Place
    ) -> TimeLimit | NotModelled:
        """Return the time a victim who was told has to write."""

    def withdrawal(self, *, granted_by: str, on: date) -> tuple[Choice, ...] | NotModelled:
        """Return who may take a leave back, and on which grounds."""

    def brought_back_due(
        self, *, brought_back_at: datetime, place: Place
    ) -> TimeLimit | NotModelled:
        """Return the time the judge has to rule once the head of the prison ended a leave."""

    def lateness(
        self, *, due_back_at: datetime, at: datetime, place: Place
    ) -> Lateness | NotModelled | None:
        """Return the lateness of someone not back at an instant; None while in time.

        The trap: at the very instant due, the person is in time.
        """
