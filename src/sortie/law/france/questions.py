"""Asking the French law of leave about one person: on a day, or over a custody."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property

from sortie import facts
from sortie.days import EVER, NEVER
from sortie.facts import UNKNOWN
from sortie.law.answers import (
    Answer,
    Authority,
    Boundary,
    Calendar,
    OtherEnd,
    RouteAnswer,
    RouteCalendar,
    UnderReading,
    Unsettled,
    WouldOpen,
)
from sortie.law.france import warnings
from sortie.law.france.authority import decided_by, limits
from sortie.law.france.book import BOOK
from sortie.law.france.from_case import Question, person_from
from sortie.law.france.leave.routes import EARLIER_LEAVES, ESCORTED, LEAVES, Route
from sortie.law.france.person import Person
from sortie.law.france.seen import to_be_seen
from sortie.law.france.sentence.ends import Difference, difference_of
from sortie.rules import Assessment, Because, Outcome, Stretch, explain, fields_of

ANY = "fr.leave.any"
RECEIVABLE = "fr.application.receivable"
END = "custody.end_of_sentence"


class Asked:
    """One case under one question: assessed once, and answered for any day."""

    def __init__(self, case: facts.CaseFile, question: Question | None = None) -> None:
        self.case = case
        self.question = question or Question()
        self.reform = self.question.reform
        self.book = self.reform.book if self.reform else BOOK
        self.person = person_from(case, self.question)
        self.assessment = Assessment(self.book, self.person)
        self._authorities: dict[tuple[bool, date], Authority | None] = {}

    # -- on a day ---------------------------------------------------------------------------------

    def on(self, day: date) -> Answer:
        """Return what the law answers on a day, for every route in force that day."""
        routes = self.routes(day)
        leaves = [route for route in routes if route.leave != ESCORTED.code]
        law, outcome = self.assessment.outcome(ANY, day), whole(self.assessment, day)
        escort = self.assessment.outcome(ESCORTED.code, day)
        why = explain(self.assessment, ANY, day) if outcome is Outcome.UNDETERMINED else None
        missing = why.missing if why else ()
        other = self._other_end(day)
        if other is not None and other.under_computed is not outcome:
            outcome, missing = Outcome.UNDETERMINED, tuple(dict.fromkeys((END, *missing)))
        return Answer(
            on=day,
            outcome=outcome,
            routes=routes,
            would_open=tuple(self._would_open(r, day) for r in leaves
                             if r.outcome is not Outcome.OPEN),
            escort_only=law is Outcome.CLOSED and escort is Outcome.OPEN,
            application=explain(self.assessment, RECEIVABLE, day),
            missing=missing,
            unsettled=self._unsettled(ANY, why.unsettled, day) if why else (),
            to_be_seen=to_be_seen(self.case, day),
            warnings=warnings.about(self.assessment, routes, day, self.difference),
            reform=self.reform,
            other_end=other,
        )  # fmt: skip

    @cached_property
    def difference(self) -> Difference | None:
        """The stated end of sentence and the computed one, where they differ."""
        return difference_of(self.case)

    @cached_property
    def _under_computed(self) -> Assessment:
        """The assessment of the same case, ending when the computation says."""
        assert self.difference is not None  # noqa: S101
        custody = replace(self.case.custody, end_of_sentence=self.difference.computed)
        case = replace(self.case, custody=custody)
        return Assessment(self.book, person_from(case, self.question))

    def _other_end(self, day: date) -> OtherEnd | None:
        """Return both ends with the answer under each, where they differ."""
        found = self.difference
        if found is None:
            return None
        under = whole(self.assessment, day), whole(self._under_computed, day)
        return OtherEnd(found.stated, found.computed, *under)

    def routes(self, day: date) -> tuple[RouteAnswer, ...]:
        """Return each route in force on a day, assessed and explained."""
        return tuple(self._route(route, day) for route in self._in_force(day))

    def _in_force(self, day: date) -> Iterator[Route]:
        for route in (*LEAVES, *EARLIER_LEAVES, ESCORTED):
            if self.book[route.code].in_force_on(day):
                yield route

    def _route(self, route: Route, day: date) -> RouteAnswer:
        why = explain(self.assessment, route.code, day)
        return RouteAnswer(
            leave=route.code,
            why=why,
            open=self.open_days(route.code),
            limits=limits(self.assessment, route, day),
            decided_by=self._decided_by(route, day),
            unsettled=self._unsettled(route.code, why.unsettled, day),
        )

    def _decided_by(self, route: Route, day: date) -> Authority | None:
        """Return who decides, worked out once: it is the same for all leaves without escort."""
        key = (route.escorted, day)
        if key not in self._authorities:
            self._authorities[key] = decided_by(self.assessment, route, day)
        return self._authorities[key]

    def open_days(self, rule_id: str) -> tuple[Stretch, ...]:
        """Return the runs of days on which a rule is open."""
        stretches = self.assessment.stretches(rule_id)
        return tuple(s for s in stretches if s.outcome is Outcome.OPEN)

    def _would_open(self, route: RouteAnswer, day: date) -> WouldOpen:
        opens = next((s for s in route.open if s.since > day), None)
        failing = [f.rule.id for f in route.why.findings if f.outcome is not Outcome.OPEN]
        if opens is not None:
            decisive = [r for r in failing
                        if self.assessment.outcome(r, opens.since) is Outcome.OPEN]  # fmt: skip
            failing = decisive or failing
        return WouldOpen(route.leave, opens.since if opens else None, tuple(failing))

    def _unsettled(self, rule_id: str, ids: Iterable[str], day: date) -> tuple[Unsettled, ...]:
        return tuple(
            Unsettled(reading, tuple(self._under(rule_id, reading, day))) for reading in ids
        )

    def _under(self, rule_id: str, reading: str, day: date) -> Iterator[UnderReading]:
        field = next(f for f in fields_of(Person).values() if f.reading == reading)
        for member in field.members:
            settled = {field.name: member}
            yield UnderReading(
                str(member.value),
                self.assessment.outcome_under(rule_id, day, **settled),
                self.assessment.opens_under(rule_id, day, **settled),
            )

    # -- over a custody ---------------------------------------------------------------------------

    @cached_property
    def custody(self) -> tuple[date, date]:
        """The first day of the custody and the day after its last, as far as they are known."""
        known = [s for s in self.assessment.stretches("fr.sentence.running")
                 if s.outcome is not Outcome.CLOSED]  # fmt: skip
        committed = self.case.custody.committed_on
        since = known[0].since if known else EVER
        if since == EVER and committed is not UNKNOWN:
            since = committed
        return since, known[-1].before if known else NEVER

    def calendar(self, since: date | None = None, before: date | None = None) -> Calendar:
        """Return every route's answers over the custody, or between two days."""
        first, end = self.custody
        since, before = since or first, before or end
        law_days = tuple(d for d in self._law_days() if since < d < before)
        routes = tuple(
            self._over(route, since, before)
            for route in (*LEAVES, *EARLIER_LEAVES, ESCORTED)
            if any(
                v.window.since < before and since < v.window.before
                for v in self.book[route.code].versions
            )
        )
        return Calendar(
            since, before, routes, law_days,
            warnings.over(self.assessment, since, before, self.difference),
            self.reform,
        )  # fmt: skip

    def _law_days(self) -> list[date]:
        """Return the days on which the law changes, that of the reform supposed among them."""
        supposed = [self.reform.since] if self.reform else []
        return sorted({*self.book.law_days, *supposed})

    def _over(self, route: Route, since: date, before: date) -> RouteCalendar:
        cut = tuple(
            Stretch(max(s.since, since), min(s.before, before), s.outcome)
            for s in self.assessment.stretches(route.code)
            if s.since < before and since < s.before
        )
        boundaries = tuple(self._boundary(route, after) for after in cut[1:])
        return RouteCalendar(route.code, self.book[route.code], cut, boundaries)

    def _boundary(self, route: Route, after: Stretch) -> Boundary:
        now = self.assessment.stretch_of(after.since)
        steps = self.assessment.book.step_of
        eve = explain(self.assessment, route.code, self.assessment.cuts[now - 1])
        day = explain(self.assessment, route.code, after.since)
        changed = [
            finding
            for finding in (*day.findings, *eve.findings)
            if self.assessment.outcome_of(steps[finding.rule.id], now)
            is not self.assessment.outcome_of(steps[finding.rule.id], now - 1)
        ]
        by_rule = {finding.rule.id: finding for finding in reversed(changed)}
        return Boundary(after.since, after.outcome, tuple(by_rule.values()))


def whole(assessment: Assessment, day: date) -> Outcome:
    """Return the answer for any leave: closed where the application cannot be received."""
    ruled = assessment.book[RECEIVABLE].in_force_on(day)
    if ruled and assessment.outcome(RECEIVABLE, day) is Outcome.CLOSED:
        return Outcome.CLOSED
    return assessment.outcome(ANY, day)


def asked_day(case: facts.CaseFile) -> date | None:
    """Return the day on which the leave asked for begins, None when the file does not say."""
    departs = case.application.departs_at
    return None if departs is UNKNOWN else departs.date()


def ask_rule(asked: Asked, rule_id: str, day: date) -> Because:
    """Return the answer of any one rule on a day.

    Raises:   UnknownRule: no such rule
    """
    return explain(asked.assessment, asked.book[rule_id].id, day)
