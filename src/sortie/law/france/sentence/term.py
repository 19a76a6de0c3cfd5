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
from itertools import product

from sortie.days import NEVER, NOTHING, Length, MonthEnd, Spans
from sortie.law.france.kinds import CreditInFractions, EndDay, FractionsBy
from sortie.law.france.sentence.choices import RemandOff
from sortie.rules import Bounds, Missing

LAST_DAY = MonthEnd.LAST_DAY
_DAY = timedelta(days=1)

# The middle of a term by the calendar lies within this many days of its middle by days; the
# property test ``test_calendar_and_days_never_differ_by_more`` holds it.
CALENDAR_SLACK = timedelta(days=4)

CREDIT_AND_BY = tuple(product(CreditInFractions, FractionsBy))
_BOTH, _ONE = tuple(FractionsBy), (FractionsBy.CALENDAR,)

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
        return net if isinstance(net, Missing) else self._counted(net, self.lost)

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
        pronounced = credit is CreditInFractions.PRONOUNCED
        length = self.total if pronounced else self._agreed_net
        if isinstance(length, Length):
            if by is FractionsBy.CALENDAR:
                return self.runs_to(length.fraction(numerator, denominator))
            days = self._days_pronounced if pronounced else self._days_left
            return self._put_off(self.begun + _served(days, (numerator, denominator)))
        if pronounced:
            return length
        return self._to_stated_end(length, (numerator, denominator), by)

    def fractions(self, *parts: tuple[int, int]) -> list[tuple[Point, ...]]:
        """Return what ``fraction`` does for each part, under each of ``CREDIT_AND_BY`` in order.

        What cannot differ is counted once.
        """
        current, pronounced = self._told_apart()
        found: list[tuple[Point, ...]] = []
        for part in parts:
            first = [self.fraction(*part, CreditInFractions.CURRENT_DATE, by) for by in current]
            then = [self.fraction(*part, CreditInFractions.PRONOUNCED, by) for by in pronounced]
            then = then or first
            found.append((first[0], first[-1], then[0], then[-1]))
        return found

    def _told_apart(self) -> tuple[tuple[FractionsBy, ...], tuple[FractionsBy, ...]]:
        """Return what each credit is counted by: one alone stands for both, none for the other's.

        In the order of the options: to today's release date, then on the term pronounced.
        """
        if self.life or isinstance(self.start, Missing):
            return _ONE, ()
        net = self._agreed_net
        in_days = isinstance(net, Missing) and not net.paths
        alike = isinstance(net, Length) and net == self.total
        return _ONE if in_days else _BOTH, () if alike else _BOTH

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

    @cached_property
    def _days_pronounced(self) -> int:
        """How many days the whole term comes to."""
        assert isinstance(self.total, Length)  # noqa: S101
        return (self._counted(self.total, self.lost) - self.begun).days - self.lost

    @cached_property
    def _days_left(self) -> int:
        """How many days the net term comes to: those to the end, to which it leads."""
        end = self.computed_end() if isinstance(self.stated_end, Missing) else self.stated_end
        assert isinstance(end, date)  # noqa: S101
        return (end - self.begun).days - self.lost

    def runs_to(self, length: Length) -> date:
        """Return the first day on which a length is served, time at large before it not counted.

        Reading:  fr.reading.remand_off, off the start of the term or off its end: unconfirmed
        """
        lost = 0
        if not self.lost:
            return self._counted(length, lost)
        for span in self.at_large:
            if span.start >= self._counted(length, lost):
                break
            lost += len(span)
        return self._counted(length, lost)

    def _counted(self, length: Length, lost: int) -> date:
        """Return where a length leads once so many days are lost at large."""
        if self.remand_off is RemandOff.OFF_THE_START:
            since = self.begun + timedelta(days=lost) if lost else self.begun
            return length.after(since, LAST_DAY)
        committed = self.begun + timedelta(days=self.remand)
        return length.after(committed, LAST_DAY) + timedelta(days=lost - self.remand)

    @cached_property
    def lost(self) -> int:
        """How many days nothing was served."""
        return self.at_large.total

    @cached_property
    def begun(self) -> date:
        """The day the term would have started without any time at large."""
        assert isinstance(self.start, date)  # noqa: S101
        return self.start - timedelta(days=self.lost)

    def _put_off(self, day: date) -> date:
        """Return a day counted from ``begun``, put off by the time at large that came before it."""
        if not self.lost:
            return day
        for span in self.at_large:
            if span.start >= day:
                break
            day += timedelta(days=len(span))
        return day


def _served(days: int, part: tuple[int, int]) -> timedelta:
    numerator, denominator = part
    return timedelta(days=-(-days * numerator // denominator))
