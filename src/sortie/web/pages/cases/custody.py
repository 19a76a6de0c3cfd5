"""The custody read into lanes: every route and every condition, run by run, with what changes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sortie import law
from sortie.days import EVER, NEVER
from sortie.law import Boundary, RouteCalendar
from sortie.rules import Finding, Outcome, Rule, Stretch
from sortie.web.pages.cases.reading import LawRead
from sortie.words import is_bound

EARLIER = frozenset(route.code for route in law.france.EARLIER_LEAVES)
# A custody without a known end is drawn this far beyond the last thing known.
DRAWN_BEYOND = timedelta(days=3653)


@dataclass(frozen=True, slots=True)
class Lane:
    """One route or one condition: its runs of days, and what changes at the start of each."""

    rule: Rule[Any]
    runs: tuple[Stretch, ...]
    boundaries: dict[date, Boundary]

    @property
    def changes(self) -> bool:
        """Whether its answer is not the same all along."""
        return len(self.runs) > 1

    @property
    def shut(self) -> bool:
        """Whether it is closed on every day."""
        return all(run.outcome is Outcome.CLOSED for run in self.runs)


@dataclass(frozen=True, slots=True)
class Custody:
    """Everything the law answers over a custody. ``since`` and ``before`` can be drawn."""

    since: date
    before: date
    routes: tuple[Lane, ...]
    conditions: tuple[Lane, ...]


def custody_of(read: LawRead) -> Custody:
    """Return the lanes of a case, as the calendar of the law says them."""
    calendar = read.calendar
    since, before = _span(calendar)
    routes = tuple(
        Lane(each.rule, tuple(_in_force(each.rule, each.stretches)),
             {boundary.on: boundary for boundary in each.boundaries})
        for each in calendar.routes
    )  # fmt: skip
    conditions = tuple(_condition(rule, read, calendar) for rule in _rules(read, calendar))
    first = sorted(conditions, key=lambda lane: lane.runs[1].since if lane.changes else NEVER)
    return Custody(since, before, routes, tuple(lane for lane in first if lane.runs))


def _span(calendar: law.Calendar) -> tuple[date, date]:
    """Return the days to draw; the ends of time are cut to what is known."""
    known = [day for route in calendar.routes for run in route.stretches
             for day in (run.since, run.before)]  # fmt: skip
    real = [day for day in (*known, *calendar.law_changes) if is_bound(day)]
    since, before = calendar.since, calendar.before
    if since == EVER:
        since = min(real, default=date(2000, 1, 1))
    if before == NEVER:
        before = max((day for day in real if day > since), default=since) + DRAWN_BEYOND
    return since, before


def _in_force(rule: Rule[Any], runs: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the runs of a rule cut to the days on which its text is in force."""
    windows = [version.window for version in rule.versions]
    since, before = min(w.since for w in windows), max(w.before for w in windows)
    for run in runs:
        if run.since < before and since < run.before:
            yield Stretch(max(run.since, since), min(run.before, before), run.outcome)


def _rules(read: LawRead, calendar: law.Calendar) -> Iterator[Rule[Any]]:
    """Yield every rule that decides a route on a day when anything changes, each once."""
    routes = {route.leave for route in calendar.routes}
    met: dict[str, Rule[Any]] = {}
    for route in calendar.routes:
        for found in read.shown(_findings(read, route, calendar)):
            if found.rule.id not in routes:
                met.setdefault(found.rule.id, found.rule)
    return iter(met.values())


def _findings(read: LawRead, route: RouteCalendar, calendar: law.Calendar) -> Iterator[Finding]:
    """Yield the findings on each day when a route or its text changes, and on those looked at."""
    texts = (version.window.since for version in route.rule.versions)
    runs = (run.since for run in route.stretches)
    days = {day for day in (*texts, *runs, read.on, read.today)
            if calendar.since <= day < calendar.before}  # fmt: skip
    for boundary in route.boundaries:
        yield from boundary.changed
    for day in sorted(days):
        yield from law.france.ask_rule(read.asked, route.leave, day).findings


def _condition(rule: Rule[Any], read: LawRead, calendar: law.Calendar) -> Lane:
    cut = (
        Stretch(max(run.since, calendar.since), min(run.before, calendar.before), run.outcome)
        for run in read.asked.assessment.stretches(rule.id)
        if run.since < calendar.before and calendar.since < run.before
    )
    return Lane(rule, tuple(_in_force(rule, cut)), {})
