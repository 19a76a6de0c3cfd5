"""The term of a custody and its fractions, from what the case file states.

The fractions follow two unsettled readings: whether reductions count (Q2), and whether half a
term is counted by the calendar or by days (Q16). What is not known stays missing, or between
bounds.

Not modelled here: the automatic credit of committals before 2023. Without a stated end of
sentence such a custody has no known end.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sortie.days import NEVER, NOTHING, Length, MonthEnd, Spans
from sortie.law.france.kinds import CreditInFractions, EndDay, FractionsBy
from sortie.law.france.sentence.choices import RemandOff
from sortie.rules import Bounds, Missing

LAST_DAY = MonthEnd.LAST_DAY
_DAY = timedelta(days=1)

# The middle of a term by the calendar lies within this many days of its middle by days; the
# property test ``test_calendar_and_days_never_differ_by_more`` holds it.
CALENDAR_SLACK = timedelta(days=4)

Known = date | Missing
Point = date | Bounds | Missing


@dataclass(frozen=True)
class Term:
    """What is known of a term: where it starts, how long it is, what was taken off, its end.

    ``start`` is the committal less the days of remand, plus all the days not served, at large or
    while the sentence was interrupted: ``at_large`` holds both. ``unsure`` names the facts that
    would still move it: unknown remand, days not served.
    """

    start: Known
    total: Length | Missing
    reductions: Length | Missing
    stated_end: Known
    life: bool
    credited: bool
    unsure: tuple[str, ...] = ()
    at_large: Spans = NOTHING
    remand: int = 0
    remand_off: RemandOff = RemandOff.OFF_THE_START

    @cached_property
    def net(self) -> Length | Missing:
        """The total less the reductions granted; missing when either is."""
        for part in (self.total, self.reductions):
            if isinstance(part, Missing):
                return part
        assert isinstance(self.total, Length)  # noqa: S101
        assert isinstance(self.reductions, Length)  # noqa: S101
        if self.reductions > self.total:
            return Length()
        return self.total - self.reductions

    def end(self, reading: EndDay) -> Known:
        """Return the first day after the sentence: as stated, or computed where it can be.

        Reading:  fr.reading.end_day, the same day of the month or the eve: unconfirmed
        """
        if not isinstance(self.stated_end, Missing):
            return self.stated_end
        if self.life:
            return NEVER
        if self.credited:
            return self.stated_end
        computed = Missing(self.unsure) if self.unsure else self.computed_end()
        if isinstance(computed, Missing):
            return Missing(("custody.end_of_sentence", *computed.paths))
        return computed if reading is EndDay.SAME_DAY else computed - _DAY

    def computed_end(self) -> Known:
        """Return the start with the net term counted from it."""
        net = self.net
        if isinstance(self.start, Missing):
            return self.start
        return net if isinstance(net, Missing) else self._counted(net, self.at_large.total)

    def fraction(
        self, numerator: int, denominator: int, credit: CreditInFractions, by: FractionsBy
    ) -> Point:
        """Return the first day on which this part of the term is served.

        The trap: time at large puts off what was not served before it, and nothing else.

        Reading:  fr.reading.credit_in_fractions and fr.reading.fractions_by: unconfirmed
        """
        if self.life:
            return NEVER
        if isinstance(self.start, Missing):
            return self.start
        length = self.total if credit is CreditInFractions.PRONOUNCED else self._agreed_net
        if isinstance(length, Length):
            return self._part(length, (numerator, denominator), by)
        if credit is CreditInFractions.PRONOUNCED:
            return length
        return self._to_stated_end(length, (numerator, denominator), by)

    @cached_property
    def _agreed_net(self) -> Length | Missing:
        """The net term, where it leads to the stated end or none is stated."""
        if isinstance(self.stated_end, Missing) and self.credited:
            return Missing()
        net, computed = self.net, self.computed_end()
        if isinstance(net, Missing) or isinstance(self.stated_end, Missing):
            return net
        return net if computed == self.stated_end else Missing()

    def _to_stated_end(self, why: Missing, part: tuple[int, int], by: FractionsBy) -> Point:
        assert isinstance(self.start, date)  # noqa: S101
        if isinstance(self.stated_end, Missing):
            return Missing((*why.paths, *self.stated_end.paths))
        middle = self.begun + _served((self.stated_end - self.start).days, part)
        if by is FractionsBy.DAYS or not why.paths:
            return self._put_off(middle)
        low, high = middle - CALENDAR_SLACK, middle + CALENDAR_SLACK
        return Bounds(self._put_off(low), self._put_off(high), why.paths)

    def _part(self, length: Length, part: tuple[int, int], by: FractionsBy) -> date:
        if by is FractionsBy.CALENDAR:
            return self.runs_to(length.fraction(*part))
        lost = self.at_large.total
        days = (self._counted(length, lost) - self.begun).days - lost
        return self._put_off(self.begun + _served(days, part))

    def runs_to(self, length: Length) -> date:
        """Return the first day on which a length is served, time at large before it not counted.

        Reading:  fr.reading.remand_off, off the start of the term or off its end: unconfirmed
        """
        lost = 0
        for span in self.at_large:
            if span.start >= self._counted(length, lost):
                break
            lost += len(span)
        return self._counted(length, lost)

    def _counted(self, length: Length, lost: int) -> date:
        """Return where a length leads once so many days are lost at large."""
        if self.remand_off is RemandOff.OFF_THE_START:
            return length.after(self.begun + timedelta(days=lost), LAST_DAY)
        committed = self.begun + timedelta(days=self.remand)
        return length.after(committed, LAST_DAY) + timedelta(days=lost - self.remand)

    @cached_property
    def begun(self) -> date:
        """The day the term would have started without any time at large."""
        assert isinstance(self.start, date)  # noqa: S101
        return self.start - timedelta(days=self.at_large.total)

    def _put_off(self, day: date) -> date:
        """Return a day counted from ``begun``, put off by the time at large that came before it."""
        for span in self.at_large:
            if span.start >= day:
                break
            day += timedelta(days=len(span))
        return day


def _served(days: int, part: tuple[int, int]) -> timedelta:
    numerator, denominator = part
    return timedelta(days=-(-days * numerator // denominator))
