"""What the law answers: the shapes of an answer and of a calendar, without any jurisdiction.

An outcome is open, closed or undetermined. Never «granted»: the law says that the judge *may*.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sortie.law.reformed import ReformedLaw
from sortie.rules import Because, Finding, Outcome, Rule, Stretch


@dataclass(frozen=True, slots=True)
class UnderReading:
    """What the answer would be if a reading were settled one way."""

    option: str
    outcome: Outcome
    opens_on: date | None


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A reading nobody has signed and on which the answer hangs."""

    reading: str
    answers: tuple[UnderReading, ...]


@dataclass(frozen=True, slots=True)
class Authority:
    """Who may decide: the one the law names first, the others, and the rules that say so."""

    authority: str | None
    others: tuple[str, ...]
    because: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RouteAnswer:
    """One type of leave on one day, with all the days on which it is open."""

    leave: str
    why: Because
    open: tuple[Stretch, ...]
    limits: Mapping[str, Any]
    decided_by: Authority | None
    unsettled: tuple[Unsettled, ...]

    @property
    def outcome(self) -> Outcome:
        """The answer on the day asked."""
        return self.why.outcome


@dataclass(frozen=True, slots=True)
class WouldOpen:
    """The first day a closed route opens if nothing else changes; None when no day is known."""

    leave: str
    on: date | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToBeSeen:
    """A fact the law does not weigh but that whoever decides must have seen."""

    fact: str
    kind: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Warned:
    """Something the reader must know before relying on the answer."""

    code: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """The end of sentence the file states, the one computed, and the answer under each."""

    stated: date
    computed: date
    under_stated: Outcome
    under_computed: Outcome


@dataclass(frozen=True, slots=True)
class Answer:
    """The law asked about one person on one day."""

    on: date
    outcome: Outcome
    routes: tuple[RouteAnswer, ...]
    would_open: tuple[WouldOpen, ...]
    escort_only: bool
    application: Because
    missing: tuple[str, ...]
    unsettled: tuple[Unsettled, ...]
    to_be_seen: tuple[ToBeSeen, ...]
    warnings: tuple[Warned, ...]
    reform: ReformedLaw | None
    other_end: OtherEnd | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """A day on which a route's answer changes, with the findings that change with it."""

    on: date
    became: Outcome
    changed: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class RouteCalendar:
    """One type of leave over a custody."""

    leave: str
    rule: Rule[Any]
    stretches: tuple[Stretch, ...]
    boundaries: tuple[Boundary, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The law asked about one person over a span of days."""

    since: date
    before: date
    routes: tuple[RouteCalendar, ...]
    law_changes: tuple[date, ...]
    warnings: tuple[Warned, ...]
    reform: ReformedLaw | None
