"""What the judge may grant at most: a reduction above it is named, never corrected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sortie import facts
from sortie.days import Length, Span
from sortie.facts import UNKNOWN
from sortie.law.answers import Warned
from sortie.law.france.kinds import Offence
from sortie.law.france.sentence.custody_time import CustodyTime
from sortie.law.france.sentence.reduced.rates import (
    MONTH_DAYS,
    SINGLE,
    SINGLE_OFFICIALS,
    SINGLE_OFFICIALS_CRIME,
    SINGLE_TERRORISM,
    SUPPLEMENTARY,
    YEAR,
    Rate,
)
from sortie.law.france.sentence.reduced.refusals import Refusals, refusals_of
from sortie.law.france.sentence.reduced.regime import Regime
from sortie.law.france.sentence.titles import Owed, Title

# A sentence above ten years can only be for a crime; below, the file does not tell.
CRIME_ABOVE = Length(months=120)


def cap_warnings(
    custody: facts.CustodyFacts, owed: Owed, time: CustodyTime, regime: Regime
) -> tuple[Warned, ...]:
    """Return a warning for each reduction above its cap or of the other regime.

    The trap: the cap is that of all the time up to the day of the grant, a begun month for a
    whole one, and of the whole term once less than a year is left. Each whole month of refused
    care lowers it, unless the judge decided otherwise, which no key tells; where the file does
    not say whether the refusal bears on the cap, another warning says that it may.

    Source:   CPP 721, 721-1, 721-1-1, 721-1-2, 721-3, 721-4, D116-1, D116-3
    """
    if custody.reductions is UNKNOWN or owed.total is None:
        return ()
    looked = _Looked(owed, owed.total, time, refusals_of(custody, owed.titles))
    return tuple(_warnings(custody.reductions, looked, regime))


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a cap is counted from: what is owed, the time in prison, the care refused."""

    owed: Owed
    total: Length
    time: CustodyTime
    refusals: Refusals


def _warnings(
    reductions: tuple[facts.Reduction, ...], looked: _Looked, regime: Regime
) -> Iterator[Warned]:
    granted = {"supplementary": 0, "single": 0, "exceptional": 0}
    known = [r for r in reductions if isinstance(r.granted_on, date)]
    for reduction in sorted(known, key=lambda r: (r.granted_on, str(r.kind))):
        day, length, kind = reduction.granted_on, reduction.length, reduction.kind
        assert isinstance(day, date)  # noqa: S101
        if kind is UNKNOWN or length is UNKNOWN or isinstance(reduction.withdrawn_on, date):
            continue
        if kind == ("single" if regime is Regime.OLD else "supplementary") or (
            kind == "credit" and regime is Regime.NEW
        ):
            yield Warned("reduction_of_other_regime", day)
        if kind == "credit":
            continue
        granted[kind] += length.key
        code = _above(looked, kind, day, granted[kind])
        if code:
            yield Warned(code, day)


def _above(looked: _Looked, kind: str, day: date, granted: int) -> str:
    """Return the code of what is named; nothing where the total granted is within its cap."""
    cap = _cap(looked, kind, day)
    if granted > cap:
        return "reduction_above_cap"
    bears = looked.refusals.bear_on(kind)
    if bears is False or granted <= cap - _off(looked, kind, day):
        return ""
    return "reduction_above_cap" if bears else "reduction_perhaps_above_cap"


def _off(looked: _Looked, kind: str, day: date) -> int:
    """Return by how much care refused before a day lowers a cap, in days."""
    if kind == "supplementary":
        return looked.refusals.off_supplementary(day)
    return looked.refusals.off_single(_rates(looked, day))


def _months_looked_at(looked: _Looked, day: date) -> int:
    """Return the months of term up to a day, or the whole term in its last year."""
    whole = -(-looked.total.key // MONTH_DAYS)
    gone = max(0, -(-(day - looked.time.start).days // MONTH_DAYS))
    return whole if whole - gone <= YEAR else gone


def _cap(looked: _Looked, kind: str, day: date) -> int:
    if kind == "exceptional":
        return looked.total.fraction(1, 3).key
    months = _months_looked_at(looked, day)
    if kind == "supplementary":
        return SUPPLEMENTARY.over(months)
    strictest, theirs = _strictest(looked.owed)
    theirs = min(months, theirs)
    return strictest.over(theirs) + SINGLE.over(months - theirs)


def _strictest(owed: Owed) -> tuple[Rate, int]:
    """Return the rate of the special regimes together, and the months it is applied first."""
    special = [(rate, title.firm) for title in owed.standing if (rate := _special(title))]
    if not special:
        return SINGLE, 0
    strictest = min((rate for rate, _ in special), key=lambda rate: rate.days_a_month)
    return strictest, sum(-(-firm.key // MONTH_DAYS) for _, firm in special if firm)


def _rates(looked: _Looked, day: date) -> Iterator[tuple[Span, Rate]]:
    """Yield the time before a day: that of the special regimes, then the rest."""
    strictest, theirs = _strictest(looked.owed)
    start = looked.time.start
    then = min(day, start + timedelta(days=theirs * MONTH_DAYS))
    if start < then:
        yield Span(start, then), strictest
    if max(start, then) < day:
        yield Span(max(start, then), day), SINGLE


def _special(title: Title) -> Rate | None:
    offences = title.sentence.offences
    if offences is UNKNOWN:
        return None
    if Offence.TERRORISM in offences:
        return SINGLE_TERRORISM
    if Offence.VIOLENCE_ON_OFFICIALS not in offences:
        return None
    long = title.firm is not None and title.firm > CRIME_ABOVE
    return SINGLE_OFFICIALS_CRIME if long else SINGLE_OFFICIALS
