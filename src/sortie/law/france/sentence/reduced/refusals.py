"""Care refused: the months of refusal, whether they bear on a cap, and by how much."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import Span, Spans
from sortie.facts import UNKNOWN
from sortie.law.france.kinds import Offence
from sortie.law.france.sentence.reduced.rates import (
    MONTH_DAYS,
    SINGLE_CARE_REFUSED,
    SUPPLEMENTARY,
    SUPPLEMENTARY_CARE_REFUSED,
    Rate,
)
from sortie.law.france.sentence.titles import Title

# Act 2008-174, art. 2: from this day a refusal lowers the supplementary reductions.
SUPPLEMENTARY_FROM = date(2008, 2, 27)
ON_MINORS = frozenset({Offence.MURDER_OF_MINOR, Offence.RAPE_OF_MINOR_UNDER_15})


@dataclass(frozen=True, slots=True)
class Refusals:
    """The days of refused care, and whether they bear on each kind of reduction.

    None is not told: the supervision incurred, or whether the victim was a minor.
    """

    days: Spans
    on_single: bool | None
    on_supplementary: bool | None

    def bear_on(self, kind: str) -> bool | None:
        """Return whether the cap of a kind of reduction is lowered."""
        return {"single": self.on_single, "supplementary": self.on_supplementary}.get(kind, False)

    def off_single(self, rates: Iterable[tuple[Span, Rate]]) -> int:
        """Return the days off a cap, over stretches of time each with its rate."""
        return sum(
            max(0, rate.over(months) - SINGLE_CARE_REFUSED.over(months))
            for span, rate in rates
            for months in [self._months(span)]
        )

    def off_supplementary(self, before: date) -> int:
        """Return the days off the cap of the supplementary reductions."""
        if before <= SUPPLEMENTARY_FROM:
            return 0
        months = self._months(Span(SUPPLEMENTARY_FROM, before))
        return SUPPLEMENTARY.over(months) - SUPPLEMENTARY_CARE_REFUSED.over(months)

    def _months(self, span: Span) -> int:
        return (self.days & Spans.of(span)).total // MONTH_DAYS


def refusals_of(custody: facts.CustodyFacts, titles: tuple[Title, ...]) -> Refusals:
    """Return the refusals the file tells; a silent file says that there were none.

    The trap: since 2023 whoever was sentenced for an offence for which socio-judicial supervision
    is incurred is concerned; before, only who killed, tortured or sexually assaulted a minor. A
    refusal after an irresponsibility in part (CP 122-1) bears too, and is not in the file.

    Source:   CPP 721, 721-1 in its wordings of 2008 to 2022
    """
    periods = () if custody.care_refused is UNKNOWN else custody.care_refused
    return Refusals(
        days=Spans.of(*(period.span for period in periods)),
        on_single=_any(_supervised(title) for title in titles),
        on_supplementary=_any(_against_a_minor(title) for title in titles),
    )


def _any(told: Iterable[bool | None]) -> bool | None:
    """Return yes for one yes, else not told for one that is not told."""
    found = set(told)
    return True if True in found else None if None in found else False


def _supervised(title: Title) -> bool | None:
    supervision = title.sentence.socio_judicial_supervision
    return None if supervision is UNKNOWN else supervision is not None


def _against_a_minor(title: Title) -> bool | None:
    offences = title.sentence.offences
    if offences is UNKNOWN:
        return None
    if not ON_MINORS.isdisjoint(offences):
        return True
    return None if Offence.SEXUAL_706_47 in offences else False
