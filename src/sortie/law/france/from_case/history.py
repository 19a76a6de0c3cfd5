"""What came before: leaves taken, applications made, routes closed by the judge."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sortie import facts
from sortie.days import EVER, NEVER, MonthEnd, Over, Span, add_months
from sortie.facts import UNKNOWN
from sortie.law.france.from_case.custody import since_day
from sortie.law.france.from_case.sentences import over_days
from sortie.law.france.kinds import OnceAYear
from sortie.rules import Missing

LONG_LEAVES = frozenset({"fr.leave.detention_centre", "fr.leave.before_2016.detention_centre"})
ORDINARY_LENGTH = 5
_PATH = "history.leaves"


def judge_leave_on(history: facts.HistoryFacts) -> date | Missing:
    """Return the day of the first leave that the judge granted; ``NEVER`` if there was none."""
    if history.leaves is UNKNOWN:
        return Missing((_PATH,))
    unknown: list[str] = []
    first = NEVER
    for rank, leave in enumerate(history.leaves):
        if leave.leave == "fr.escorted_leave":
            continue
        if leave.granted_by is UNKNOWN or leave.since is UNKNOWN:
            unknown.append(f"{_PATH}[{rank}].granted_by")
        elif leave.granted_by == "enforcement_judge":
            first = min(first, leave.since)
    return Missing(tuple(unknown)) if unknown and first == NEVER else first


def head_of_prison_excluded(orders: facts.OrderFacts) -> Over[Any]:
    """Return the days on which the judge keeps later leaves for themselves."""
    excluded = orders.head_of_prison_excluded
    if excluded is UNKNOWN:
        return Over.constant(Missing(("orders.head_of_prison_excluded",)))
    if excluded is None:
        return Over.constant(False)  # noqa: FBT003
    return since_day(excluded.on, "orders.head_of_prison_excluded.on")


def long_leave_this_year(case: facts.CaseFile, year: OnceAYear) -> Over[Any]:
    """Return the days of a year in which a leave longer than five days was already taken.

    Reading:  fr.reading.once_a_year, the year of the calendar, twelve months, or of the sentence
    """
    leaves = case.history.leaves
    if leaves is UNKNOWN:
        return Over.constant(Missing((_PATH,)))
    spans: list[Span] = []
    for rank, leave in enumerate(leaves):
        if leave.leave is not UNKNOWN and leave.leave not in LONG_LEAVES:
            continue
        if UNKNOWN in (leave.leave, leave.since, leave.until) or leave.until is None:
            return Over.constant(Missing((f"{_PATH}[{rank}]",)))
        assert isinstance(leave.since, date)  # noqa: S101
        assert isinstance(leave.until, date)  # noqa: S101
        if (leave.until - leave.since).days + 1 <= ORDINARY_LENGTH:
            continue
        end = _year_ends(leave.since, year, case.custody.committed_on)
        after = leave.since + timedelta(days=1)
        if end is None:
            return Over.constant(Missing(("custody.committed_on",)))
        if after < end:
            spans.append(Span(after, end))
    return over_days(spans)


def _year_ends(day: date, year: OnceAYear, committed: date | facts.Unknown) -> date | None:
    """Return the first day of the next year after a leave; None when the year is unknown."""
    if year is OnceAYear.CALENDAR_YEAR:
        return date(day.year + 1, 1, 1)
    if year is OnceAYear.ROLLING_YEAR:
        return add_months(day, 12, MonthEnd.LAST_DAY)
    if committed is UNKNOWN:
        return None
    years = max(day.year - committed.year, 0)
    if add_months(committed, 12 * years, MonthEnd.LAST_DAY) <= day:
        years += 1
    return add_months(committed, 12 * years, MonthEnd.LAST_DAY)


def application_pending(case: facts.CaseFile) -> bool | Missing:
    """Return whether another application waits for its answer."""
    applications = case.history.applications
    if applications is UNKNOWN:
        return Missing(("history.applications",))
    others = list(_others(case))
    if any(a.outcome == "pending" or a.decided_on is None for _, a in others):
        return True
    unknown = tuple(
        f"history.applications[{i}].outcome"
        for i, a in others
        if a.outcome is UNKNOWN and a.decided_on is UNKNOWN
    )
    return Missing(unknown) if unknown else False


def bar_on_asking(case: facts.CaseFile) -> Over[Any]:
    """Return the days on which a bar on asking again runs, its last day included."""
    if case.history.applications is UNKNOWN:
        return Over.constant(Missing(("history.applications",)))
    spans: list[Span] = []
    for rank, application in _others(case):
        if application.bar_until is UNKNOWN:
            return Over.constant(Missing((f"history.applications[{rank}].bar_until",)))
        if application.bar_until is not None:
            begun = [d for d in (application.decided_on, application.filed_on)
                     if isinstance(d, date)]  # fmt: skip
            spans.append(Span.through(begun[0] if begun else EVER, application.bar_until))
    return over_days(spans)


def _others(case: facts.CaseFile) -> Iterator[tuple[int, facts.PastApplication]]:
    """Yield the past applications, the one now asked about left out."""
    assert case.history.applications is not UNKNOWN  # noqa: S101
    for rank, application in enumerate(case.history.applications):
        now = case.application.filed_on
        if now is UNKNOWN or application.filed_on != now:
            yield rank, application
