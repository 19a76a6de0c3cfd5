"""Security periods: when they end, alone or several together.

No reduction moves them: they are counted from the start of the custody, remand included.
"""

from datetime import date

from sortie import facts
from sortie.days import EVER, NEVER, Length, Span
from sortie.facts import UNKNOWN
from sortie.law.france.citing import cp, cpp
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.secured.parts import (
    LIFE_TWO_THIRDS,
    PATH,
    TWO_THIRDS,
    commuted,
    half_of_new,
    is_counted,
    owner_of,
    parts_on,
    pronounced,
)
from sortie.law.france.sentence.secured.running import counted_days, dated_days
from sortie.law.france.sentence.secured.together import SecurityTotal, together
from sortie.law.france.sentence.term import Term
from sortie.law.france.sentence.titles import Owed
from sortie.rules import Missing


def write_security(
    sheet: Sheet, custody: facts.CustodyFacts, owed: Owed, term: Term
) -> date | None:
    """Write the security periods; return the first day without any, None when it is not known.

    The trap: nothing is automatic here. The file says which periods were pronounced or follow
    from the law. Where it does not say which sentence each belongs to, several are added one
    after the other, and the cap of sentences in concurrence is shown beside.

    Source:   CP 132-23; CPP 720-2, 720-3, 720-4, 716-4 (rule ``fr.security_period.none_running``)
    """
    periods = custody.security_periods
    if periods is UNKNOWN:
        sheet.told("security_period", Basis(cp("132-23"), facts=(PATH,)), missing=(PATH,))
        return None
    if not periods:
        sheet.told("security_period.none", Basis(cp("132-23"), facts=(PATH,)))
        return term.start if isinstance(term.start, date) else None
    ends = [_write_period(sheet, custody, rank) for rank in range(len(periods))]
    if any(map(is_counted, periods)):
        ends.append(_write_end(sheet, custody, owed, term))
    known = [end for end in ends if end is not None]
    if len(known) < len(ends):
        return None
    end = max(known)
    return end if end > EVER else term.start if isinstance(term.start, date) else None


def _write_period(sheet: Sheet, custody: facts.CustodyFacts, rank: int) -> date | None:
    """Write one period and what was decided of it; return its end if it has one of its own."""
    assert custody.security_periods is not UNKNOWN  # noqa: S101
    period, path = custody.security_periods[rank], f"{PATH}[{rank}]"
    if not is_counted(period):
        _write_decisions(sheet, custody, rank)
        return _write_dated(sheet, custody, rank)
    length = pronounced(custody, rank)
    kind = "pronounced" if period.share is UNKNOWN else str(period.share)
    basis = Basis(cp("132-23"), facts=(path,))
    if isinstance(length, Missing):
        sheet.told(f"security_period.{kind}", basis, missing=length.paths)
    else:
        sheet.told(f"security_period.{kind}", basis, length=length)
    _write_decisions(sheet, custody, rank)
    return EVER


def _write_decisions(sheet: Sheet, custody: facts.CustodyFacts, rank: int) -> None:
    """Write the pardon, what a court took off, and the day on which it ended the period."""
    assert custody.security_periods is not UNKNOWN  # noqa: S101
    period, path = custody.security_periods[rank], f"{PATH}[{rank}]"
    owner = owner_of(custody, period)
    for title in commuted(custody, owner, NEVER) if owner is not None else ():
        half, lacking = half_of_new(title)
        assert title.commuted is not None  # noqa: S101
        basis = Basis(cpp("720-2"), facts=(f"{title.path}.commuted",))
        sheet.told("security_period.commuted", basis, length=half, missing=lacking,
                   day=_known(title.commuted.decided_on))  # fmt: skip
    for at, cut in enumerate(() if period.shortened is UNKNOWN else period.shortened):
        at_path = f"{path}.shortened[{at}]"
        lacking = tuple(
            f"{at_path}.{name}"
            for name in ("decided_on", "length")
            if getattr(cut, name) is UNKNOWN
        )
        length = cut.length if isinstance(cut.length, Length) else None
        sheet.told("security_period.shortened", Basis(cpp("720-4"), facts=(at_path,)),
                   length=length, day=_known(cut.decided_on), missing=lacking)  # fmt: skip
    if isinstance(period.lifted_on, date):
        basis = Basis(cpp("720-4"), facts=(f"{path}.lifted_on",))
        sheet.told("security_period.lifted", basis, day=period.lifted_on)


def _known(day: date | facts.Unknown) -> date | None:
    return day if isinstance(day, date) else None


def _write_dated(sheet: Sheet, custody: facts.CustodyFacts, rank: int) -> date | None:
    assert custody.security_periods is not UNKNOWN  # noqa: S101
    period, path = custody.security_periods[rank], f"{PATH}[{rank}]"
    basis = Basis(cpp("720-2", "720-4"), facts=(path,))
    if isinstance(period.until, date) and period.since is UNKNOWN:
        end = Span.through(EVER, period.until).end
        sheet.told("security_period.stated", basis, day=end)
        return end
    days = dated_days(custody, rank)
    if days.doubtful:
        missing = (f"{path}.until",) if period.until is UNKNOWN else days.paths
        sheet.told("security_period.stated", basis, day=_known(period.since), missing=missing)
        return None
    end = days.latest_end
    sheet.told("security_period.stated", basis, day=end if end > EVER else period.lifted_on)
    return end


def _write_end(sheet: Sheet, custody: facts.CustodyFacts, owed: Owed, term: Term) -> date | None:
    """Write what the lengths come to, and the day on which they end together."""
    basis = Basis(cp("132-23") + cpp("716-4"), facts=(PATH, "custody.remand"))
    parts = parts_on(custody, NEVER)
    total = together(custody, parts) if parts else SecurityTotal(Length(), Length())
    for what, length in total.applied:
        sheet.told(f"security_period.{what}", Basis(cpp("720-3"), facts=(PATH,)), length=length)
    whole = total.most if parts else None
    if isinstance(term.start, Missing):
        sheet.told("security_period.end", basis, length=whole, missing=term.start.paths)
        return None
    days = counted_days(custody, term)
    end = days.latest_end
    if days.doubtful and total.told:
        sheet.told("security_period.end", basis, length=whole, missing=days.paths)
        return None
    sheet.told("security_period.end", basis, length=whole, day=end)
    if not total.told:
        _write_cap(sheet, owed, term, whole)
    return end


def _write_cap(sheet: Sheet, owed: Owed, term: Term, whole: Length | None) -> None:
    """Write the end under the cap that would hold, were the sentences in concurrence."""
    total = owed.total.fraction(*TWO_THIRDS) if owed.total else None
    cap = LIFE_TWO_THIRDS if owed.life else total
    if cap is not None and whole is not None and cap < whole:
        sheet.told("security_period.cap_in_concurrence", Basis(cpp("720-3"), facts=(PATH,)),
                   length=cap, day=term.runs_to(cap))  # fmt: skip
