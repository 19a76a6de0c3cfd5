"""What comes off the end: the reductions the file records, and how any comes off.

Each is counted back from the end as it stands, one after the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sortie import facts
from sortie.days import Length, add_months
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cpp
from sortie.law.france.sentence.choices import ReductionsCountedBack, reading_id
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.reduced.regime import Regime
from sortie.law.france.sentence.term import LAST_DAY

REDUCTIONS = "custody.reductions"
COUNTED_BACK = reading_id("reductions_counted_back")
CITES = {
    "supplementary": cpp("721-1", "D116"),
    "single": cpp("721", "D115"),
    "exceptional": cpp("721-3", "721-4", "D116"),
    "credit": cpp("721", "D115-2"),
}


def counted_back(day: date, length: Length, order: ReductionsCountedBack) -> date:
    """Return the day to which a length leads when it is counted back from this one.

    One month alone is thirty days; more goes from date to date. The trap: counted forward again
    it may lead elsewhere, for months are not equal: two months back from 30 April 2023 are
    28 February, and two months on from there 28 April.

    Source:   CPP 716-1, D115 (rule ``fr.served.half``)
    Reading:  fr.reading.reductions_counted_back, months or days first: unconfirmed
    """
    if length == Length(months=1):
        return day - timedelta(days=30)
    days = timedelta(days=length.days)
    if order is ReductionsCountedBack.DAYS_FIRST:
        return add_months(day - days, -length.months, LAST_DAY)
    return add_months(day, -length.months, LAST_DAY) - days


@dataclass(frozen=True, slots=True)
class Off:
    """Where reductions come off: a sheet, the day below which no end goes, and in which order."""

    sheet: Sheet
    floor: date
    order: ReductionsCountedBack

    def take(self, what: str, basis: Basis, length: Length, day: date | None) -> None:
        """Write a reduction; its order is a reading where it changes the day."""
        end = self.sheet.end
        if end is None:
            self.sheet.counted(what, basis, self.floor, day=day, length=length)
            return
        if len({counted_back(end, length, order) for order in ReductionsCountedBack}) > 1:
            basis = replace(basis, readings=(*basis.readings, COUNTED_BACK))
        to = max(self.floor, counted_back(end, length, self.order))
        self.sheet.counted(what, basis, to, day=day, length=length)


@dataclass(frozen=True, slots=True)
class TakenOff:
    """A reduction that counts, and the one that stands in for it when parole is dated."""

    length: Length
    for_parole: Length


def write_reductions(off: Off, custody: facts.CustodyFacts, regime: Regime) -> list[TakenOff]:
    """Write the reductions granted, in the order of their days.

    The trap: one granted by mistake under the wrong regime, once final, still comes off, and
    takes nothing from the credit, which is owed in full. Under the old regime a recorded credit
    is not a reduction of its own: only what was withdrawn of it comes back.

    Source:   CPP 721, 721-1, 721-3, 721-4, D115, D116; Cass. opinion of 26 February 2025, 24-96.007
    """
    sheet = off.sheet
    if custody.reductions is UNKNOWN:
        sheet.lacks("reductions", Basis(CITES["supplementary"]), REDUCTIONS)
        return []
    taken = []
    for rank, reduction in in_order(custody.reductions):
        path = f"{REDUCTIONS}[{rank}]"
        length, kind = reduction.length, reduction.kind
        if length is UNKNOWN or kind is UNKNOWN:
            lacking = "length" if length is UNKNOWN else "kind"
            sheet.lacks("reduction", Basis(facts=(path,)), f"{path}.{lacking}")
            continue
        basis = Basis(CITES[kind], facts=(path,))
        day = reduction.granted_on if isinstance(reduction.granted_on, date) else None
        if kind == "credit" and regime is Regime.OLD:
            _write_recorded(sheet, basis, reduction, length)
        elif isinstance(reduction.withdrawn_on, date):
            sheet.told("reduction.withdrawn", basis, day=reduction.withdrawn_on, length=length,
                       value=kind)  # fmt: skip
        else:
            off.take(f"reduction.{kind}", basis, length, day)
            taken.append(TakenOff(length, length))
    return taken


def _write_recorded(sheet: Sheet, basis: Basis, recorded: facts.Reduction, length: Length) -> None:
    """Write a credit the clerk recorded: checked against the computed one, or put back."""
    if not isinstance(recorded.withdrawn_on, date):
        day = recorded.granted_on if isinstance(recorded.granted_on, date) else None
        sheet.told("credit.recorded", basis, day=day, length=length)
        return
    to = length.after(sheet.end, LAST_DAY) if sheet.end else recorded.withdrawn_on
    sheet.counted("credit.withdrawn", basis, to, day=recorded.withdrawn_on, length=length)


def in_order(reductions: tuple[facts.Reduction, ...]) -> Iterator[tuple[int, facts.Reduction]]:
    """Yield the reductions with their ranks, the earliest granted first, the undated last."""

    def granted(ranked: tuple[int, facts.Reduction]) -> tuple[date, int]:
        rank, reduction = ranked
        day = reduction.granted_on
        return (day if isinstance(day, date) else date.max, rank)

    yield from sorted(enumerate(reductions), key=granted)
