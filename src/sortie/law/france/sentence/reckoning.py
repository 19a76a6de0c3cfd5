"""The reckoning of a custody: line by line, from the judgments to the day of release."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sortie import facts
from sortie.days import NEVER, NOTHING, Length, Span, Spans
from sortie.facts import UNKNOWN
from sortie.law.answers import Warned
from sortie.law.france.citing import cpp
from sortie.law.france.kinds import FractionsBy
from sortie.law.france.sentence.choices import Choices
from sortie.law.france.sentence.custody_time import CustodyTime, custody_time, write_time
from sortie.law.france.sentence.ending import write_end
from sortie.law.france.sentence.lines import Basis, Line, Sheet
from sortie.law.france.sentence.milestones import (
    Reached,
    write_constraint,
    write_fractions,
    write_parole,
)
from sortie.law.france.sentence.parents import PARENT
from sortie.law.france.sentence.reduced.caps import cap_warnings
from sortie.law.france.sentence.reduced.credited import write_credits
from sortie.law.france.sentence.reduced.following import write_regime
from sortie.law.france.sentence.reduced.reductions import (
    Off,
    TakenOff,
    counted_back,
    write_reductions,
)
from sortie.law.france.sentence.reduced.regime import Regime
from sortie.law.france.sentence.security import write_security
from sortie.law.france.sentence.term import Term
from sortie.law.france.sentence.titles import Owed
from sortie.law.france.sentence.totals import write_titles
from sortie.rules import Missing

COMMITTED = "custody.committed_on"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The lines of a custody under one choice of readings, and what they come to.

    ``end`` is None where a line has no number, ``NEVER`` for life. ``held`` are the days in
    prison up to the end: those served and those left are all of the term.
    """

    lines: tuple[Line, ...]
    choices: Choices
    start: date | None = None
    total: Length | None = None
    end: date | None = None
    release: date | None = None
    held: Spans = NOTHING
    term: Term | None = None
    warnings: tuple[Warned, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """What the file would have to say for the end to be known, and the dates after it."""
        return tuple(dict.fromkeys(path for line in self.lines for path in line.missing))

    @property
    def not_modelled(self) -> tuple[str, ...]:
        """The names of what is not computed here."""
        return tuple(line.value for line in self.lines if line.what == "not_modelled")

    @property
    def term_days(self) -> int:
        """The days in prison that make the term, remand included."""
        return self.held.total

    def served(self, day: date) -> int:
        """Return the days served before a day."""
        return (self.held & Spans.of(Span(date.min, day))).total

    def left(self, day: date) -> int:
        """Return the days left from a day on."""
        return (self.held & Spans.of(Span(day, NEVER))).total


Begun = tuple[Sheet, Owed, CustodyTime]


@dataclass(frozen=True, slots=True)
class _Ended:
    """A sheet written down to the day of release."""

    begun: Begun
    pronounced: date | None
    net: date | None
    release: date | None
    regime: Regime | None
    taken: tuple[TakenOff, ...]


def reckoning_of(case: facts.CaseFile, choices: Choices) -> Reckoning:
    """Return the reckoning of a case under one choice of readings.

    Lines come in the order a clerk follows: the sentences, the remand, the days not served, the
    regime, what comes off the end, the end and the release, then the dates that hang on it.
    """
    sheet = Sheet()
    ended = _to_the_release(sheet, case, choices)
    return (
        Reckoning(tuple(sheet.lines), choices) if ended is None else _followed(case, choices, ended)
    )


def end_and_release(case: facts.CaseFile, choices: Choices) -> tuple[date | None, date | None]:
    """Return the end and the day of release alone; ``NEVER`` and None for life."""
    sheet = Sheet()
    ended = _to_the_release(sheet, case, choices)
    if ended is None:
        return None, None
    return (NEVER if ended.begun[1].life else sheet.end), ended.release


def counted_of(case: facts.CaseFile, every: Iterable[Choices]) -> Iterator[Reckoning]:
    """Yield the reckoning under each choice without its lines: the end and the term alone."""
    committed = case.custody.committed_on
    time = None if committed is UNKNOWN else custody_time(case, committed)
    for choices in every:
        sheet = Sheet()
        ended = _to_the_release(sheet, case, choices, time)
        if ended is None:
            yield Reckoning((), choices)
        else:
            end = NEVER if ended.begun[1].life else sheet.end
            yield Reckoning((), choices, end=end, term=_term_of(ended, choices))


def _to_the_release(
    sheet: Sheet, case: facts.CaseFile, choices: Choices, time: CustodyTime | None = None
) -> _Ended | None:
    custody = case.custody
    if custody.committed_on is UNKNOWN:
        sheet.lacks("custody_start", Basis(cpp("716-2")), COMMITTED)
        return None
    committed = custody.committed_on
    sheet.end = committed
    sheet.told("custody_start", Basis(cpp("716-2"), facts=(COMMITTED,)), day=committed)
    owed = write_titles(sheet, custody, committed)
    time = write_time(sheet, time or custody_time(case, committed), owed.total, choices)
    return _ended(case, choices, (sheet, owed, time))


def _ended(case: facts.CaseFile, choices: Choices, begun: Begun) -> _Ended:
    sheet, owed, time = begun
    pronounced = sheet.end
    regime = write_regime(sheet, time, choices)
    taken: list[TakenOff] = []
    if regime is not None and not owed.life:
        off = Off(sheet, time.start, choices.reductions_counted_back)
        if regime is Regime.OLD:
            taken += write_credits(off, owed)
        taken += write_reductions(off, case.custody, regime)
    net = sheet.end
    release = write_end(sheet, case, choices)
    return _Ended(begun, pronounced, net, release, regime, tuple(taken))


def _followed(case: facts.CaseFile, choices: Choices, ended: _Ended) -> Reckoning:
    """Write the dates that hang on the term, and close the sheet."""
    sheet, owed, time = ended.begun
    warnings = () if ended.regime is None else cap_warnings(case.custody, owed, time, ended.regime)
    held = _held(time, sheet.end)
    term = _term_of(ended, choices)
    security_end = write_security(sheet, case.custody, owed, term)
    for_parole = _parole_term(term, ended, choices)
    reached = Reached(term, for_parole, owed, choices.fractions_by, security_end)
    write_fractions(sheet, reached)
    write_parole(sheet, reached, case)
    write_constraint(sheet, reached)
    return Reckoning(
        lines=tuple(sheet.lines),
        choices=choices,
        start=None if time.lacking else time.start,
        total=owed.total,
        end=NEVER if owed.life else sheet.end,
        release=ended.release,
        held=held,
        term=term,
        warnings=(*warnings, *_recorded(sheet), *_of_parent(sheet)),
    )


def _held(time: CustodyTime, end: date | None) -> Spans:
    return NOTHING if end is None else time.held & Spans.of(Span(date.min, end))


def _term_of(ended: _Ended, choices: Choices) -> Term:
    """Return the term whose fractions are asked, counted to its end.

    The trap: the calendar divides the length that is left where it leads to the end; where it
    does not, and by days, the days to the end are divided, to the eve where it ends there.
    """
    sheet, owed, time = ended.begun
    net, end = ended.net, sheet.end
    lacking = tuple(dict.fromkeys(path for line in sheet.lines for path in line.missing))
    term = Term(
        start=Missing(time.lacking) if time.lacking else time.start,
        total=Missing(lacking) if owed.total is None else owed.total,
        reductions=sum_of(each.length for each in ended.taken),
        stated_end=Missing(lacking) if net is None else net,
        life=owed.life,
        credited=net is None,
        at_large=time.lost,
        remand=time.remand.total,
        remand_off=choices.remand_off,
    )
    by_length = choices.fractions_by is FractionsBy.CALENDAR and term.computed_end() == net
    if by_length or end is None:
        return term
    return replace(term, reductions=Missing(), stated_end=end)


def _parole_term(term: Term, ended: _Ended, choices: Choices) -> Term:
    """Return the term parole looks at: recidivists are credited there as the others."""
    if ended.pronounced is None or all(t.length == t.for_parole for t in ended.taken):
        return term
    end = ended.pronounced
    for each in ended.taken:
        end = counted_back(end, each.for_parole, choices.reductions_counted_back)
    return replace(term, reductions=sum_of(t.for_parole for t in ended.taken), stated_end=end)


def _recorded(sheet: Sheet) -> tuple[Warned, ...]:
    """Return a warning when the credit the clerk recorded is not the one computed."""
    computed = sum_of(line.length for line in sheet.lines if line.what == "credit")
    recorded = [
        line.length for line in sheet.lines if line.what in ("credit.recorded", "credit.withdrawn")
    ]
    if not recorded or sum_of(recorded).key == computed.key:
        return ()
    return (Warned("credit_differs"),)


def _of_parent(sheet: Sheet) -> Iterator[Warned]:
    """Yield a warning where parole is dated as that of a parent: some facts are in no key."""
    for line in sheet.lines:
        if line.what == "parole" and PARENT in line.basis.facts:
            yield Warned("parole_of_parent", line.day)


def sum_of(lengths: Iterable[Length | None]) -> Length:
    """Return lengths added up, months with months and days with days."""
    whole = Length()
    for length in lengths:
        whole += length or Length()
    return whole
