"""What the judge may grant at most: a reduction above it is named, never corrected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import Length
from sortie.facts import UNKNOWN
from sortie.law.answers import Warned
from sortie.law.france.kinds import Offence
from sortie.law.france.sentence.custody_time import CustodyTime
from sortie.law.france.sentence.reduced.regime import Regime
from sortie.law.france.sentence.titles import Owed, Title

_YEAR = 12
_MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class _Rate:
    """At most so many months a year, and so many days a month under a year."""

    months_a_year: int
    days_a_month: int

    def over(self, months: int) -> int:
        """Return the cap over a number of months, in days, thirty for one month."""
        years, rest = divmod(months, _YEAR)
        return years * self.months_a_year * _MONTH_DAYS + rest * self.days_a_month


SUPPLEMENTARY = _Rate(3, 7)
SINGLE = _Rate(6, 14)
# CPP 721-1-1 and 721-1-2: terrorism, crimes and offences of violence on officials.
SINGLE_TERRORISM = _Rate(3, 7)
SINGLE_OFFICIALS_CRIME = _Rate(3, 7)
SINGLE_OFFICIALS = _Rate(4, 9)
# A sentence above ten years can only be for a crime; below, the file does not tell.
CRIME_ABOVE = Length(months=120)


def cap_warnings(
    custody: facts.CustodyFacts, owed: Owed, time: CustodyTime, regime: Regime
) -> tuple[Warned, ...]:
    """Return a warning for each reduction above its cap or of the other regime.

    The trap: the cap is that of all the time up to the day of the grant, a begun month for a
    whole one, and of the whole term once less than a year is left; refusals of care, which
    lower it, are not in the file.

    Source:   CPP 721, 721-1, 721-1-1, 721-1-2, 721-3, 721-4, D116-1, D116-3
    """
    if custody.reductions is UNKNOWN or owed.total is None:
        return ()
    return tuple(_warnings(custody.reductions, owed, time, regime))


def _warnings(
    reductions: tuple[facts.Reduction, ...], owed: Owed, time: CustodyTime, regime: Regime
) -> Iterator[Warned]:
    assert owed.total is not None  # noqa: S101
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
        if granted[kind] > _cap(kind, owed, _months_looked_at(day, owed.total, time)):
            yield Warned("reduction_above_cap", day)


def _months_looked_at(day: date, total: Length, time: CustodyTime) -> int:
    """Return the months of term up to a day, or the whole term in its last year."""
    whole = -(-total.key // _MONTH_DAYS)
    gone = max(0, -(-(day - time.start).days // _MONTH_DAYS))
    return whole if whole - gone <= _YEAR else gone


def _cap(kind: str, owed: Owed, months: int) -> int:
    assert owed.total is not None  # noqa: S101
    if kind == "exceptional":
        return owed.total.fraction(1, 3).key
    if kind == "supplementary":
        return SUPPLEMENTARY.over(months)
    special = [(rate, title.firm) for title in owed.standing if (rate := _special(title))]
    if not special:
        return SINGLE.over(months)
    strictest = min((rate for rate, _ in special), key=lambda rate: rate.days_a_month)
    theirs = min(months, sum(-(-firm.key // _MONTH_DAYS) for _, firm in special if firm))
    return strictest.over(theirs) + SINGLE.over(months - theirs)


def _special(title: Title) -> _Rate | None:
    offences = title.sentence.offences
    if offences is UNKNOWN:
        return None
    if Offence.TERRORISM in offences:
        return SINGLE_TERRORISM
    if Offence.VIOLENCE_ON_OFFICIALS not in offences:
        return None
    long = title.firm is not None and title.firm > CRIME_ABOVE
    return SINGLE_OFFICIALS_CRIME if long else SINGLE_OFFICIALS
