"""The time in prison: remand before the committal, the custody, and what of it is not served."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from sortie import facts
from sortie.days import EVER, NEVER, NOTHING, Length, Span, Spans
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cpp
from sortie.law.france.sentence.choices import Choices, OverlappingRemand, RemandOff, reading_id
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.not_served import INCIDENTS, INTERRUPTIONS, not_served
from sortie.law.france.sentence.term import LAST_DAY

_DAY = timedelta(days=1)
REMAND = "custody.remand"


@dataclass(frozen=True)
class CustodyTime:
    """Days of remand before and during the custody, and days not served; each day once.

    ``later`` are days not served after the end of the term, which move nothing; ``twice`` is the
    number of days of remand during the custody that are deducted once more.
    """

    committed: date
    remand: Spans
    overlapping: Spans
    at_large: Spans
    interrupted: Spans = NOTHING
    later: Spans = NOTHING
    twice: int = 0
    lacking: tuple[str, ...] = ()

    @property
    def lost(self) -> Spans:
        """The days that put off what was not served before them."""
        return self.at_large | self.interrupted

    @property
    def start(self) -> date:
        """The day from which the term is counted when remand moves its start."""
        return self.committed + (self.lost.total - self.remand.total) * _DAY

    @cached_property
    def held(self) -> Spans:
        """Every day in prison, without end."""
        return (self.remand | Spans.of(Span(self.committed, NEVER))) - self.lost - self.later


def custody_time(case: facts.CaseFile, committed: date) -> CustodyTime:
    """Return the time in prison as the file tells it.

    The trap: all the remand typed is deducted, whether spent in France or abroad for the same
    facts, in this case or in one annulled, and whatever else was being served meanwhile. So is
    custody under a warrant, European or of extradition, and under CPP 712-17 or 712-19: each is
    typed as remand, even within an escape or an interruption.

    Source:   CPP 716-4, 720-1; Cass. crim. 13 March 2013; Cass. crim. 25 June and 10 December 2014
    """
    periods = () if case.custody.remand is UNKNOWN else case.custody.remand
    remand = Spans.of(*(p.span for p in periods))
    ended = Spans.of(*(p.span for p in periods if isinstance(p.until, date)))
    inside = Spans.of(Span(committed, NEVER))
    lost = not_served(case)
    return CustodyTime(
        committed=committed,
        remand=remand & Spans.of(Span(EVER, committed)),
        overlapping=(ended - lost.without_sentence) & inside,
        at_large=lost.at_large & inside,
        interrupted=lost.interrupted & inside,
        lacking=((REMAND,) if case.custody.remand is UNKNOWN else ()) + lost.lacking,
    )


def write_time(
    sheet: Sheet, time: CustodyTime, total: Length | None, choices: Choices
) -> CustodyTime:
    """Write the remand deducted and the days not served; return what of it counts for the term.

    Reading:  fr.reading.remand_off and fr.reading.overlapping_remand: unconfirmed
    """
    ends = _Ends(time.committed, total, choices)
    time = _within(time, ends) if total is not None and not time.lacking else time
    before = time.remand.total
    basis = Basis(cpp("716-4"), (reading_id("remand_off"),), (REMAND,))
    if REMAND in time.lacking:
        sheet.lacks("remand", Basis(cpp("716-4")), REMAND)
    elif before:
        sheet.counted("remand", basis, ends.moved(-before), day=time.remand.first, days=before)
    _write_lost(sheet, time, ends)
    if time.overlapping:
        overlapping = Basis(cpp("716-4"), (reading_id("overlapping_remand"),), (REMAND,))
        to = ends.moved(time.lost.total - before) - time.twice * _DAY
        sheet.counted("remand.overlapping", overlapping, to, day=time.overlapping.first,
                      days=time.twice)  # fmt: skip
    return time


def _write_lost(sheet: Sheet, time: CustodyTime, ends: "_Ends") -> None:
    """Write the days at large, then those of interruption."""
    moved = -time.remand.total
    for what, days, cites, path in (
        ("at_large", time.at_large, cpp("716-1"), INCIDENTS),
        ("interruption", time.interrupted, cpp("720-1", "720-1-1"), INTERRUPTIONS),
    ):
        for lacking in time.lacking:
            if lacking.startswith(path):
                sheet.lacks(what, Basis(cites), lacking)
        if days:
            moved += days.total
            basis = Basis(cites, (reading_id("remand_off"),), (path,))
            sheet.counted(what, basis, ends.moved(moved), day=days.first, days=days.total)


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where a term counted from the committal ends once days are moved."""

    committed: date
    total: Length | None
    choices: Choices

    def moved(self, days: int) -> date:
        """Return the end with days added at the start of the term or at its end."""
        total = self.total or Length()
        if self.choices.remand_off is RemandOff.OFF_THE_START:
            return total.after(self.committed + days * _DAY, LAST_DAY)
        return total.after(self.committed, LAST_DAY) + days * _DAY


def _within(time: CustodyTime, ends: _Ends) -> CustodyTime:
    """Return the time with only what happens before the end of the term, in its order.

    The trap: a day not served before the end moves it, and so may let another one in.
    """
    each = ends.choices.overlapping_remand is OverlappingRemand.COUNTED_FOR_EACH
    days = -time.remand.total
    twice = 0
    inside: list[Span] = []
    events = [(span, False) for span in time.lost]
    events += [(span, True) for span in time.overlapping if each]
    for span, remand in sorted(events):
        left = (ends.moved(days) - span.start).days - twice
        if remand:
            # Each day deducted brings the end a day nearer. Of an odd number of days left the last
            # is served, and there is nothing more to deduct it from: half, rounded down.
            twice += min(len(span), max(0, left // 2))
        elif left > 0:
            inside.append(span)
            days += len(span)
    counted = Spans.of(*inside)
    return replace(
        time,
        at_large=time.at_large & counted,
        interrupted=time.interrupted & counted,
        later=time.lost - counted,
        twice=twice,
    )
