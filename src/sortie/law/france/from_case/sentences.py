"""What the sentences on the committal come to."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sortie import facts
from sortie.days import EVER, NEVER, NOTHING, Length, Over, Span, Spans
from sortie.facts import UNKNOWN
from sortie.law.france.kinds import Court, Offence
from sortie.law.france.sentence.not_served import not_served
from sortie.law.france.sentence.reduced.regime import SINGLE_REDUCTION_FROM
from sortie.law.france.sentence.secured.running import security_days
from sortie.law.france.sentence.term import Term
from sortie.law.france.sentence.titles import Owed
from sortie.law.france.sentence.totals import owed_by
from sortie.rules import Bounds, Missing

E = TypeVar("E", bound=StrEnum)
_DAY = timedelta(days=1)


def term_of(case: facts.CaseFile) -> Term:
    """Return the term of the custody; unknown remand and days not served count for none."""
    custody, lost, owed = case.custody, not_served(case), owed_by(case.custody)
    committed = custody.committed_on
    start: date | Missing
    at_large, remand = NOTHING, 0
    if committed is UNKNOWN:
        start = Missing(("custody.committed_on",))
    else:
        at_large = lost.days & Spans.of(_custody(custody, committed)) if lost.days else NOTHING
        remand = days_remanded(custody, committed)
        start = committed + timedelta(days=at_large.total - remand)
    end = custody.end_of_sentence
    return Term(
        start=start,
        total=_total(owed),
        reductions=reductions_of(custody),
        stated_end=Missing(("custody.end_of_sentence",)) if end is UNKNOWN else end or NEVER,
        life=owed.life,
        credited=committed is UNKNOWN or committed < SINGLE_REDUCTION_FROM,
        unsure=("custody.remand",) * (custody.remand is UNKNOWN) + lost.lacking,
        at_large=at_large,
        remand=remand,
    )


def days_remanded(custody: facts.CustodyFacts, committed: date) -> int:
    """Return the distinct days of remand before the committal, deducted from the term.

    Source:   CPP 716-4 (rule ``fr.served.half``)
    """
    if custody.remand is UNKNOWN or not custody.remand:
        return 0
    return sum(
        len(span)
        for span in Spans.of(*(r.span for r in custody.remand)) & Spans.of(Span(EVER, committed))
    )


def _custody(custody: facts.CustodyFacts, committed: date) -> Span:
    end = custody.end_of_sentence
    return Span(committed, end if isinstance(end, date) and end > committed else NEVER)


def _total(owed: Owed) -> Length | Missing:
    """Return what the sentences come to, or the first thing the file would have to tell of it.

    Source:   Cass. opinion 14-70.001 of 7 April 2014 (rule ``fr.total.one_year_at_most``)
    """
    if owed.life:
        return Length(months=12 * 999)
    return Missing(owed.missing[:1]) if owed.total is None else owed.total


def reductions_of(custody: facts.CustodyFacts) -> Length | Missing:
    """Return the sum of the reductions granted and not withdrawn."""
    if custody.reductions is UNKNOWN:
        return Missing(("custody.reductions",))
    total = Length()
    for rank, reduction in enumerate(custody.reductions):
        if reduction.withdrawn_on not in (None, UNKNOWN):
            continue
        if reduction.length is UNKNOWN:
            return Missing((f"custody.reductions[{rank}].length",))
        total += reduction.length
    return total


def in_any(custody: facts.CustodyFacts, key: str, holds: Callable[[Any], bool]) -> bool | Missing:
    """Return whether the key of one sentence at least is such; unknown if that may be."""
    if custody.sentences is UNKNOWN:
        return Missing(("custody.sentences",))
    values = [getattr(sentence, key) for sentence in custody.sentences]
    if any(value is not UNKNOWN and holds(value) for value in values):
        return True
    unknown = [f"custody.sentences[{i}].{key}" for i, v in enumerate(values) if v is UNKNOWN]
    return Missing(tuple(unknown)) if unknown else False


def offences_of(custody: facts.CustodyFacts) -> frozenset[Offence] | Bounds | Missing:
    """Return the families of offences; at least the known ones where some are unknown."""
    return _gathered(custody, "offences", Offence)


def courts_of(custody: facts.CustodyFacts) -> frozenset[Court] | Bounds | Missing:
    """Return the courts that sentenced; at least the known ones where some are unknown."""
    return _gathered(custody, "court", Court)


def _gathered(
    custody: facts.CustodyFacts, key: str, words: type[E]
) -> frozenset[E] | Bounds | Missing:
    if custody.sentences is UNKNOWN:
        return Missing(("custody.sentences",))
    known: set[E] = set()
    unknown: list[str] = []
    for rank, sentence in enumerate(custody.sentences):
        value = getattr(sentence, key)
        if value is UNKNOWN:
            unknown.append(f"custody.sentences[{rank}].{key}")
        else:
            known.update(words(word) for word in ((value,) if isinstance(value, str) else value))
    if unknown:
        return Bounds(frozenset(known), frozenset(words), tuple(unknown))
    return frozenset(known)


def security_periods(custody: facts.CustodyFacts, term: Term) -> Over[Any]:
    """Return the days on which a security period runs.

    A length without dates runs from the start of the custody, remand included.

    Source:   CPP 720-2, 720-3, 720-4, 716-4 (rule ``fr.security_period.none_running``)
    """
    periods = custody.security_periods
    if periods is UNKNOWN:
        return Over.constant(Missing(("custody.security_period",)))
    if not periods:
        return Over.constant(False)  # noqa: FBT003
    found = security_days(custody, term)
    unknown = Missing(found.paths)
    return Over.of(
        [
            *((span, True) for span in found.running),
            *((span, unknown) for span in found.doubtful),
        ],
        default=False,
    )


def over_days(spans: Iterable[Span]) -> Over[Any]:
    """Return a fact that holds on the days of these spans and on no other."""
    days = Spans.of(*spans)
    if not days:
        return Over.constant(False)  # noqa: FBT003
    return Over.of([(span, True) for span in days], default=False)
