"""The case file, read: what is known of a person, a custody, a history and an application.

``UNKNOWN`` where the file says nothing, ``None`` where it says ``none``, ``()`` for ``[]``.
A last day (``until``) is included, as on paper; ``span`` excludes its end, as in code.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from sortie import days
from sortie.facts.unknown import UNKNOWN, Life, Unknown

Shown = bool | Literal["not_needed"]


def _span(since: date, until: date | Unknown | None) -> days.Span:
    return days.Span.through(since, None if until is UNKNOWN else until)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """``parent_of_child_under_ten``: with parental authority, and the child living there."""

    born_on: date | Unknown = UNKNOWN
    parent_of_child_under_ten: bool | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """The person has this status from this day until the next change."""

    status: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision on a sentence, and the length that it concerns."""

    decided_on: date | Unknown = UNKNOWN
    length: days.Length | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionRevoked(Decided):
    """A court had this part of the suspended sentence served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commutation(Decided):
    """A pardon put this sentence in the place of the one pronounced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortening(Decided):
    """A court took this length off a security period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence. ``merged_into`` is the rank, from 0, of the sentence that absorbed it.

    ``merged_part`` is what of this sentence was absorbed, all of it where nothing is typed. The
    length ``commuted`` is that of the whole sentence, counted from the day this one is. What is
    not typed of a suspension, a merger, a revocation or a pardon is not there.
    """

    length: days.Length | Life | Unknown = UNKNOWN
    suspended: days.Length | Unknown | None = UNKNOWN
    pronounced_on: date | Unknown = UNKNOWN
    final_on: date | Unknown | None = UNKNOWN
    offences: tuple[str, ...] | Unknown = UNKNOWN
    recidivist: bool | Unknown = UNKNOWN
    socio_judicial_supervision: str | Unknown | None = UNKNOWN
    merged_into: int | Unknown | None = UNKNOWN
    merged_part: days.Length | Unknown = UNKNOWN
    suspension_revoked: tuple[SuspensionRevoked, ...] | Unknown = UNKNOWN
    commuted: Commutation | Unknown | None = UNKNOWN
    court: str | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Concurrence:
    """Sentences for offences in concurrence: together they go no higher than ``at_most``.

    That is the highest maximum incurred, recidivism included; ``LIFE`` where life was incurred,
    whether it was pronounced or not. What is not typed is not in concurrence.
    """

    sentences: tuple[int, ...] | Unknown = UNKNOWN
    at_most: days.Length | Life | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from the first to the last, both included; no last day typed: it still runs."""

    since: date
    until: date | Unknown | None = UNKNOWN

    @property
    def span(self) -> days.Span:
        return _span(self.since, self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemandPeriod(Period):
    """Custody deducted from the sentence: before the committal, under a warrant, abroad."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption(Period):
    """Days on which the sentence was not being served: a suspension, a mistaken release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment(Period):
    """A sentence served otherwise than behind walls all day."""

    kind: str | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Period):
    """Where the person is held. Only the last placement may have no last day."""

    establishment: str | Unknown = UNKNOWN
    kind: str | Unknown = UNKNOWN
    unit: str | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityPeriod:
    """Days (``since``, ``until``), or a ``length``, or a ``share`` of one sentence.

    ``sentence`` is the rank, from 0, of the sentence that it belongs to.
    """

    since: date | Unknown = UNKNOWN
    until: date | Unknown | None = UNKNOWN
    length: days.Length | Unknown = UNKNOWN
    share: str | Unknown = UNKNOWN
    sentence: int | Unknown = UNKNOWN
    shortened: tuple[Shortening, ...] | Unknown = UNKNOWN
    lifted_on: date | Unknown | None = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction:
    granted_on: date | Unknown = UNKNOWN
    length: days.Length | Unknown = UNKNOWN
    kind: str | Unknown = UNKNOWN
    withdrawn_on: date | Unknown | None = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryBan:
    since: date | Unknown = UNKNOWN
    until: date | Unknown | None = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ParoleRequiresLeave:
    """A court made parole conditional on a leave."""

    decided_on: date | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyFacts:
    status: tuple[StatusChange, ...] | Unknown = UNKNOWN
    committed_on: date | Unknown = UNKNOWN
    sentences: tuple[Sentence, ...] | Unknown = UNKNOWN
    concurrence: tuple[Concurrence, ...] | Unknown = UNKNOWN
    interruptions: tuple[Interruption, ...] | Unknown = UNKNOWN
    care_refused: tuple[Period, ...] | Unknown = UNKNOWN
    remand: tuple[RemandPeriod, ...] | Unknown = UNKNOWN
    security_periods: tuple[SecurityPeriod, ...] | Unknown = UNKNOWN
    reductions: tuple[Reduction, ...] | Unknown = UNKNOWN
    end_of_sentence: date | Unknown | None = UNKNOWN
    placements: tuple[Placement, ...] | Unknown = UNKNOWN
    adjustments: tuple[Adjustment, ...] | Unknown = UNKNOWN
    watch_list: tuple[Period, ...] | Unknown = UNKNOWN
    isolation: tuple[Period, ...] | Unknown = UNKNOWN
    territory_ban: TerritoryBan | Unknown | None = UNKNOWN
    parole_requires_leave: ParoleRequiresLeave | Unknown | None = UNKNOWN
    admissible_to: tuple[str, ...] | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveTaken:
    leave: str | Unknown = UNKNOWN
    since: date | Unknown = UNKNOWN
    until: date | Unknown | None = UNKNOWN
    granted_by: str | Unknown = UNKNOWN
    outcome: str | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """A recorded fact. No qualification follows from it."""

    kind: str | Unknown = UNKNOWN
    on: date | Unknown = UNKNOWN
    until: date | Unknown | None = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PastApplication:
    filed_on: date | Unknown = UNKNOWN
    decided_on: date | Unknown | None = UNKNOWN
    outcome: str | Unknown = UNKNOWN
    bar_until: date | Unknown | None = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFacts:
    leaves: tuple[LeaveTaken, ...] | Unknown = UNKNOWN
    incidents: tuple[Incident, ...] | Unknown = UNKNOWN
    applications: tuple[PastApplication, ...] | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """A ban on contact with someone or on being in a place."""

    kind: str | Unknown = UNKNOWN
    since: date | Unknown = UNKNOWN
    until: date | Unknown | None = UNKNOWN
    source: str | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadOfPrisonExcluded:
    """The judge kept later leaves for themselves, from this day."""

    on: date | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderFacts:
    bans: tuple[Ban, ...] | Unknown = UNKNOWN
    head_of_prison_excluded: HeadOfPrisonExcluded | Unknown | None = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    country: str | Unknown = UNKNOWN
    commune: str | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The leave asked for. Instants without offset are civil time where the person is held."""

    filed_on: date | Unknown = UNKNOWN
    purpose: str | Unknown = UNKNOWN
    departs_at: datetime | Unknown = UNKNOWN
    returns_at: datetime | Unknown = UNKNOWN
    travel_time: timedelta | Unknown | None = UNKNOWN
    days_not_worked: tuple[date, ...] | Unknown = UNKNOWN
    places: tuple[Place, ...] | Unknown = UNKNOWN
    escorted: bool | Unknown = UNKNOWN
    funds_shown: bool | Unknown = UNKNOWN
    lodging_shown: Shown | Unknown = UNKNOWN
    transport_shown: Shown | Unknown = UNKNOWN
    representation_possible: bool | Unknown = UNKNOWN
    video_link_possible: bool | Unknown = UNKNOWN
    expert_report_on: date | Unknown | None = UNKNOWN
    prosecutor_agrees: bool | Unknown = UNKNOWN
    prepares_relief: bool | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """A case file with no fault. Compare facts with ``is UNKNOWN`` before using them."""

    format: str
    jurisdiction: str
    title: str | Unknown = UNKNOWN
    person: PersonFacts = PersonFacts()
    custody: CustodyFacts = CustodyFacts()
    history: HistoryFacts = HistoryFacts()
    orders: OrderFacts = OrderFacts()
    application: Application = Application()
