"""The days on which a security period runs, surely or perhaps.

A decision changes nothing before its day: each stretch between two decisions has the end that
those made by then leave.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sortie import facts
from sortie.days import EVER, NEVER, Length, Span, Spans
from sortie.facts import UNKNOWN
from sortie.law.france.sentence.choices import ReductionsCountedBack
from sortie.law.france.sentence.reduced.reductions import counted_back
from sortie.law.france.sentence.secured.parts import (
    PATH,
    commuted,
    half_of_new,
    is_counted,
    lifted,
    owner_of,
    parts_on,
    shortened,
)
from sortie.law.france.sentence.secured.together import SecurityTotal, together
from sortie.law.france.sentence.term import LAST_DAY, Term
from sortie.law.france.sentence.titles import titles_of
from sortie.rules import Missing


@dataclass(frozen=True, slots=True)
class SecurityStretch:
    """Days up to an end that is known to lie between two days."""

    since: date
    least: date
    most: date
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityDays:
    """The days on which a security period runs, those on which it may, and what would tell."""

    running: Spans
    doubtful: Spans
    paths: tuple[str, ...]

    @property
    def latest_end(self) -> date:
        """The first day on which none runs for sure; ``EVER`` where none ever did."""
        return max((span.end for span in self.running | self.doubtful), default=EVER)


def security_days(custody: facts.CustodyFacts, term: Term) -> SecurityDays:
    """Return the days on which a security period runs, whichever.

    The trap: no reduction of sentence moves them, and time at large does as it moves the term.

    Source:   CPP 720-2, 720-3, 720-4, 716-4 (rule ``fr.security_period.none_running``)
    """
    periods = () if custody.security_periods is UNKNOWN else custody.security_periods
    each = [
        dated_days(custody, rank) for rank, period in enumerate(periods) if not is_counted(period)
    ]
    each.append(counted_days(custody, term))
    sure = Spans.of(*(span for days in each for span in days.running))
    left = Spans.of(*(span for days in each for span in days.doubtful)) - sure
    paths = tuple(dict.fromkeys(path for days in each for path in days.paths))
    return SecurityDays(sure, left, paths if left else ())


def counted_days(custody: facts.CustodyFacts, term: Term) -> SecurityDays:
    """Return the days of the periods counted as lengths, all together."""

    def stretch(on: date) -> SecurityStretch | None:
        parts = parts_on(custody, on)
        return _counted(together(custody, parts), term) if parts else None

    return _over_time(_decisions(custody), stretch)


def dated_days(custody: facts.CustodyFacts, rank: int) -> SecurityDays:
    """Return the days of a period that the file dates."""
    assert custody.security_periods is not UNKNOWN  # noqa: S101
    period = custody.security_periods[rank]

    def stretch(on: date) -> SecurityStretch | None:
        return None if lifted(period, on) else _dated(custody, rank, on)

    return _over_time(_decisions(custody), stretch)


def _over_time(
    decisions: list[date], stretch_on: Callable[[date], SecurityStretch | None]
) -> SecurityDays:
    running: list[Span] = []
    doubtful: list[Span] = []
    paths: list[str] = []
    for since, before in pairwise([EVER, *decisions, NEVER]):
        stretch = stretch_on(since)
        if stretch is None:
            continue
        first = max(stretch.since, since)
        running += _span(first, min(stretch.least, before))
        unsure = _span(max(first, stretch.least), min(stretch.most, before))
        doubtful += unsure
        paths += stretch.paths if unsure else ()
    return SecurityDays(Spans.of(*running), Spans.of(*doubtful), tuple(dict.fromkeys(paths)))


def _span(first: date, end: date) -> list[Span]:
    return [Span(first, end)] if first < end else []


def _decisions(custody: facts.CustodyFacts) -> list[date]:
    periods = () if custody.security_periods is UNKNOWN else custody.security_periods
    found: set[date | facts.Unknown | None] = set()
    for period in periods:
        found.add(period.lifted_on)
        if period.shortened is not UNKNOWN:
            found |= {cut.decided_on for cut in period.shortened}
    pardons = [title.sentence.commuted for title in titles_of(custody)]
    found |= {p.decided_on for p in pardons if isinstance(p, facts.Commutation)}
    return sorted(day for day in found if isinstance(day, date) and EVER < day < NEVER)


def _counted(total: SecurityTotal, term: Term) -> SecurityStretch:
    """Return where a length leads from the start of the custody, remand and time at large in it.

    Reading:  fr.reading.remand_off, as for the term: unconfirmed
    """
    start = Missing(term.unsure) if term.unsure else term.start
    if isinstance(start, Missing):
        return SecurityStretch(EVER, EVER, NEVER, start.paths)
    least = term.runs_to(total.least)
    most = NEVER if total.most is None else max(least, term.runs_to(total.most))
    return SecurityStretch(EVER, least, most, total.paths or (PATH,))


def _dated(custody: facts.CustodyFacts, rank: int, on: date) -> SecurityStretch:
    """Return a period with dates; what is taken off it is counted back from its last day.

    Reading:  fr.reading.reductions_counted_back: between its two days, unsure
    """
    assert custody.security_periods is not UNKNOWN  # noqa: S101
    period = custody.security_periods[rank]
    if period.since is UNKNOWN or period.until is UNKNOWN:
        since = EVER if period.since is UNKNOWN else period.since
        return SecurityStretch(since, since, NEVER, (PATH,))
    since = period.since
    end = Span.through(since, period.until).end
    surely, perhaps, paths = shortened(custody, rank, on)
    least = since if perhaps is None else min(_counted_back(end, perhaps, since))
    most = max(_counted_back(end, surely, since))
    for title in commuted(custody, owner_of(custody, period), on):
        half, lacking = half_of_new(title)
        paths += lacking
        least = min(least, since if half is None else half.after(since, LAST_DAY))
    return SecurityStretch(since, least, most, paths or (PATH,))


def _counted_back(end: date, off: Length, since: date) -> set[date]:
    """Return the days to which an end goes back, no further than where the period began.

    A period without end may have one once something is taken off it.
    """
    if not off:
        return {end}
    if end == NEVER:
        return {since, NEVER}
    return {max(since, counted_back(end, off, order)) for order in ReductionsCountedBack}
