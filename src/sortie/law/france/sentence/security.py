"""Security periods: when they end, alone or several together.

No reduction moves them: they are counted from the start of the custody, remand included.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sortie import facts
from sortie.days import NEVER, Length
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cp, cpp
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.term import Term
from sortie.law.france.sentence.titles import Owed
from sortie.rules import Missing

PATH = "custody.security_period"
LIFE_CAP = Length(months=12 * 22)
_DAY = timedelta(days=1)


def write_security(
    sheet: Sheet, custody: facts.CustodyFacts, owed: Owed, term: Term
) -> date | None:
    """Write the security periods; return the first day without any, None when it is not known.

    The trap: nothing is automatic here. The file says which periods were pronounced or follow
    from the law; several lengths are added one after the other, and the cap of sentences in
    concurrence is shown beside, for the file does not say which sentences are.

    Source:   CP 132-23; CPP 720-2, 720-3, 720-4, 716-4 (rule ``fr.security_period.none_running``)
    """
    periods = custody.security_periods
    if periods is UNKNOWN:
        sheet.told("security_period", Basis(cp("132-23"), facts=(PATH,)), missing=(PATH,))
        return None
    dated = [_dated(sheet, period, f"{PATH}[{rank}]") for rank, period in enumerate(periods)]
    lengths = [p.length for p in periods if isinstance(p.length, Length)]
    counted = [_counted(sheet, lengths, owed, term)] if lengths else []
    ends = [end for end in (*dated, *counted) if end is not None]
    if not periods:
        sheet.told("security_period.none", Basis(cp("132-23"), facts=(PATH,)))
        return term.start if isinstance(term.start, date) else None
    return max(ends) if len(ends) == len(periods) - len(lengths) + bool(lengths) else None


def _dated(sheet: Sheet, period: facts.SecurityPeriod, path: str) -> date | None:
    if isinstance(period.length, Length):
        return None
    basis = Basis(cpp("720-2", "720-4"), facts=(path,))
    since = period.since if isinstance(period.since, date) else None
    if isinstance(period.until, date):
        end = NEVER if period.until == NEVER else period.until + _DAY
        sheet.told("security_period.stated", basis, day=end)
        return end
    sheet.told("security_period.stated", basis, day=since, missing=(f"{path}.until",))
    return None


def _counted(sheet: Sheet, lengths: list[Length], owed: Owed, term: Term) -> date | None:
    """Write the end of the lengths added, and the cap if their sentences are in concurrence."""
    basis = Basis(cp("132-23") + cpp("716-4"), facts=(PATH, "custody.remand"))
    whole = added(lengths)
    if isinstance(term.start, Missing):
        sheet.told("security_period.end", basis, length=whole, missing=term.start.paths)
        return None
    end = term.runs_to(whole)
    sheet.told("security_period.end", basis, length=whole, day=end)
    cap = LIFE_CAP if owed.life else owed.total.fraction(2, 3) if owed.total else None
    if len(lengths) > 1 and cap is not None and cap < whole:
        sheet.told("security_period.cap_in_concurrence", Basis(cpp("720-3"), facts=(PATH,)),
                   length=cap, day=term.runs_to(cap))  # fmt: skip
    return end


def added(lengths: Iterable[Length]) -> Length:
    """Return the security periods of sentences not in concurrence, one after the other."""
    whole = Length()
    for length in lengths:
        whole += length
    return whole
