"""The time in prison: remand before the committal, the custody, and the time at large."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from sortie import facts
from sortie.days import EVER, NEVER, NOTHING, Length, Span, Spans
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cpp
from sortie.law.france.sentence.choices import Choices, OverlappingRemand, RemandOff, reading_id
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.term import LAST_DAY

_DAY = timedelta(days=1)
REMAND = "custody.remand"
INCIDENTS = "history.incidents"


@dataclass(frozen=True)
class CustodyTime:
    """Days of remand before and during the custody, and days at large; each day once.

    ``later`` are escapes after the end of the term, which move nothing; ``twice`` is the number
    of days of remand during the custody that are deducted once more.
    """

    committed: date
    remand: Spans
    overlapping: Spans
    at_large: Spans
    later: Spans = NOTHING
    twice: int = 0
    lacking: tuple[str, ...] = ()

    @property
    def start(self) -> date:
        """The day from which the term is counted when remand moves its start."""
        return self.committed + (self.at_large.total - self.remand.total) * _DAY

    @cached_property
    def held(self) -> Spans:
        """Every day in prison, without end."""
        return (self.remand | Spans.of(Span(self.committed, NEVER))) - self.at_large - self.later


def custody_time(case: facts.CaseFile, committed: date) -> CustodyTime:
    """Return the time in prison as the file tells it.

    The trap: all the remand typed is deducted, whether spent in France or abroad for the same
    facts, in this case or in one annulled, and whatever else was being served meanwhile.

    Source:   CPP 716-4; Cass. crim. 13 March 2013; Cass. crim. 25 June and 10 December 2014
    """
    periods = case.custody.remand
    remand = Spans.of(*(p.span for p in (() if periods is UNKNOWN else periods)))
    ended = Spans.of(
        *(p.span for p in (() if periods is UNKNOWN else periods) if isinstance(p.until, date))
    )
    inside = Spans.of(Span(committed, NEVER))
    at_large, unsure = _at_large(case.history)
    return CustodyTime(
        committed=committed,
        remand=remand & Spans.of(Span(EVER, committed)),
        overlapping=ended & inside,
        at_large=at_large & inside,
        lacking=((REMAND,) if periods is UNKNOWN else ()) + unsure,
    )


def _at_large(history: facts.HistoryFacts) -> tuple[Spans, tuple[str, ...]]:
    """Return the days of the escapes that are over, and what the file does not tell of them."""
    if history.incidents is UNKNOWN:
        return NOTHING, (INCIDENTS,)
    spans, unsure = [], []
    for rank, incident in enumerate(history.incidents):
        path = f"{INCIDENTS}[{rank}]"
        if incident.kind is UNKNOWN:
            unsure.append(f"{path}.kind")
        elif incident.kind != "escape":
            continue
        elif incident.on is UNKNOWN:
            unsure.append(f"{path}.on")
        elif not isinstance(incident.until, date):
            unsure.append(f"{path}.until")
        else:
            spans.append(Span.through(incident.on, incident.until))
    return Spans.of(*spans), tuple(unsure)


def write_time(
    sheet: Sheet, time: CustodyTime, total: Length | None, choices: Choices
) -> CustodyTime:
    """Write the remand deducted and the time at large; return what of it counts for the term.

    Reading:  fr.reading.remand_off and fr.reading.overlapping_remand: unconfirmed
    """
    ends = _Ends(time.committed, total, choices)
    time = _within(time, ends) if total is not None and not time.lacking else time
    before, lost = time.remand.total, time.at_large.total
    basis = Basis(cpp("716-4"), (reading_id("remand_off"),), (REMAND,))
    if REMAND in time.lacking:
        sheet.lacks("remand", Basis(cpp("716-4")), REMAND)
    elif before:
        sheet.counted("remand", basis, ends.moved(-before), day=time.remand.first, days=before)
    for path in time.lacking:
        if path.startswith(INCIDENTS):
            sheet.lacks("at_large", Basis(cpp("716-4")), path)
    if lost:
        at_large = Basis(cpp("716-1"), basis.readings, (INCIDENTS,))
        to = ends.moved(lost - before)
        sheet.counted("at_large", at_large, to, day=time.at_large.first, days=lost)
    if time.overlapping:
        overlapping = Basis(cpp("716-4"), (reading_id("overlapping_remand"),), (REMAND,))
        to = ends.moved(lost - before) - time.twice * _DAY
        sheet.counted("remand.overlapping", overlapping, to, day=time.overlapping.first,
                      days=time.twice)  # fmt: skip
    return time


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

    The trap: an escape before the end moves it, and so may let another one in.
    """
    each = ends.choices.overlapping_remand is OverlappingRemand.COUNTED_FOR_EACH
    days = -time.remand.total
    twice = 0
    inside: list[Span] = []
    events = [(span, False) for span in time.at_large]
    events += [(span, True) for span in time.overlapping - time.at_large if each]
    for span, remand in sorted(events):
        left = (ends.moved(days) - span.start).days - twice
        if remand:
            # Each day deducted brings the end a day nearer: half of what is left, rounded up.
            twice += min(len(span), max(0, -(-left // 2)))
        elif left > 0:
            inside.append(span)
            days += len(span)
    counted = Spans.of(*inside)
    return replace(time, at_large=counted, later=time.at_large - counted, twice=twice)
