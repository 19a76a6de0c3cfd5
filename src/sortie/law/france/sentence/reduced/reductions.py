"""What comes off the end: the automatic credit, and the reductions the file records.

Each is counted back from the end as it stands, one after the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sortie import facts
from sortie.days import Length, add_months
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cpp
from sortie.law.france.kinds import Offence
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.reduced.credit import automatic_credit
from sortie.law.france.sentence.reduced.regime import Regime
from sortie.law.france.sentence.term import LAST_DAY
from sortie.law.france.sentence.titles import Owed, Title

# The credit came into the law on this day; what the judge granted before is not computed here.
CREDIT_FROM = date(2005, 1, 1)
# Recidivists were credited less between these days (CPP 721).
RECIDIVIST_SCALE = (date(2005, 12, 13), date(2015, 1, 1))
# Act 2016-987 took the credit from terrorists for sentences from about this day (from memory).
TERRORISM_WITHOUT_CREDIT_FROM = date(2016, 7, 23)

REDUCTIONS = "custody.reductions"
CITES = {
    "supplementary": cpp("721-1", "D116"),
    "single": cpp("721", "D115"),
    "exceptional": cpp("721-3", "721-4", "D116"),
    "credit": cpp("721", "D115-2"),
}


def counted_back(day: date, length: Length) -> date:
    """Return the day from which a length, begun on it, runs to this one.

    One month alone is thirty days; more goes from date to date, then by days.

    Source:   CPP 716-1, D115 (rule ``fr.served.half``)
    """
    if length == Length(months=1):
        return day - timedelta(days=30)
    return add_months(day, -length.months, LAST_DAY) - timedelta(days=length.days)


@dataclass(frozen=True, slots=True)
class TakenOff:
    """A reduction that counts, and the one that stands in for it when parole is dated."""

    length: Length
    for_parole: Length


def write_credits(sheet: Sheet, owed: Owed, floor: date) -> list[TakenOff]:
    """Write the automatic credit of each sentence that stands.

    The trap: it is owed on the firm part, sentence by sentence, on the absorbing one when two
    are merged; never on time that comes back when a reduction is withdrawn.

    Source:   CPP 721 in its wordings before 2023, D115 to D115-2
    """
    taken = []
    for title in owed.standing:
        firm = title.firm
        if firm is None:
            continue
        found = _credit(sheet, title, firm)
        if found is None:
            continue
        basis = Basis(CITES["credit"], facts=_credit_paths(title))
        _take(sheet, "credit", basis, found.length, floor, title.day)
        taken.append(found)
    return taken


def _credit(sheet: Sheet, title: Title, firm: Length) -> TakenOff | None:
    final = title.sentence.final_on
    basis = Basis(CITES["credit"], facts=_credit_paths(title))
    if not isinstance(final, date):
        sheet.lacks("credit", basis, f"{title.path}.final_on", day=title.day)
        return None
    if final < CREDIT_FROM:
        sheet.not_modelled("reductions_before_2005", basis, final)
        return None
    offences = title.sentence.offences
    if final >= TERRORISM_WITHOUT_CREDIT_FROM:
        if offences is UNKNOWN:
            sheet.lacks("credit", basis, f"{title.path}.offences", day=final)
            return None
        if Offence.TERRORISM in offences:
            sheet.not_modelled("credit_for_terrorism", basis, final)
            return None
    if title.sentence.recidivist is UNKNOWN and RECIDIVIST_SCALE[0] <= final < RECIDIVIST_SCALE[1]:
        sheet.lacks("credit", basis, f"{title.path}.recidivist", day=final)
        return None
    again = title.sentence.recidivist is True
    return TakenOff(
        automatic_credit(firm, recidivist=again, final_on=final),
        automatic_credit(firm, recidivist=False, final_on=final),
    )


def _credit_paths(title: Title) -> tuple[str, ...]:
    return tuple(f"{title.path}.{key}" for key in ("length", "final_on", "recidivist"))


def write_reductions(
    sheet: Sheet, custody: facts.CustodyFacts, regime: Regime, floor: date
) -> list[TakenOff]:
    """Write the reductions granted, in the order of their days.

    The trap: one granted under the wrong regime, once final, still counts. Under the old regime
    a recorded credit is not a reduction of its own: only what was withdrawn of it comes back.

    Source:   CPP 721, 721-1, 721-3, 721-4, D115, D116; Cass. opinion of 26 February 2025, 24-96.007
    """
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
            _take(sheet, f"reduction.{kind}", basis, length, floor, day)
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


def _take(
    sheet: Sheet, what: str, basis: Basis, length: Length, floor: date, day: date | None
) -> None:
    to = max(floor, counted_back(sheet.end, length)) if sheet.end else floor
    sheet.counted(what, basis, to, day=day, length=length)


def in_order(reductions: tuple[facts.Reduction, ...]) -> Iterator[tuple[int, facts.Reduction]]:
    """Yield the reductions with their ranks, the earliest granted first, the undated last."""

    def granted(ranked: tuple[int, facts.Reduction]) -> tuple[date, int]:
        rank, reduction = ranked
        day = reduction.granted_on
        return (day if isinstance(day, date) else date.max, rank)

    yield from sorted(enumerate(reductions), key=granted)
