"""The computed end against the one the file states, and the titles that keep a person in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import NEVER, Length
from sortie.facts import UNKNOWN
from sortie.law.france.sentence.choices import MOVE_THE_END, every_choice
from sortie.law.france.sentence.reckoning import Reckoning, end_and_release, reckoning_of
from sortie.law.france.sentence.reduced.regime import SINGLE_REDUCTION_FROM
from sortie.law.france.sentence.titles import titles_of


@dataclass(frozen=True, slots=True)
class Difference:
    """The end of sentence the file states, and the one computed under the first options."""

    stated: date
    computed: date


def reckonings_of(case: facts.CaseFile) -> Iterator[Reckoning]:
    """Yield the reckoning under every choice of the readings that can move this case's end."""
    for choices in every_choice(*moving(case)):
        yield reckoning_of(case, choices)


def moving(case: facts.CaseFile) -> tuple[str, ...]:
    """Return the readings that can move the end of this case: some need remand, or an escape."""
    remand, incidents = case.custody.remand != (), case.history.incidents != ()
    interrupted = case.custody.interruptions not in (UNKNOWN, ())
    needed = {
        "remand_off": remand or incidents or interrupted,
        "overlapping_remand": remand,
        "regime_after_escape": incidents,
        "regime_after_interruption": interrupted,
        "reductions_counted_back": _off_in_months_and_days(case.custody),
    }
    return tuple(name for name in MOVE_THE_END if needed.get(name, True))


def _off_in_months_and_days(custody: facts.CustodyFacts) -> bool:
    """Whether what comes off may have both: a reduction, or the credit of an old committal."""
    off = () if custody.reductions is UNKNOWN else custody.reductions
    lengths = [each.length for each in off if isinstance(each.length, Length)]
    first = [period.since for period in (() if custody.remand is UNKNOWN else custody.remand)]
    if isinstance(custody.committed_on, date):
        first.append(custody.committed_on)
    credited = any(day < SINGLE_REDUCTION_FROM for day in first)
    return credited or any(each.months and each.days for each in lengths)


def difference_of(case: facts.CaseFile) -> Difference | None:
    """Return how the stated end differs from every computed one; None where it does not.

    The trap: a stated end that one reading leads to does not differ, nor does the day of
    release, which a Sunday or a holiday moves. Nothing is compared with what is not computed.
    """
    stated = case.custody.end_of_sentence
    if not isinstance(stated, date):
        return None
    computed: list[date] = []
    for choices in every_choice(*moving(case), "release_eve"):
        end, release = end_and_release(case, choices)
        if end is None or end == NEVER or stated in (end, release):
            return None
        computed.append(end)
    return Difference(stated, computed[0])


@dataclass(frozen=True, slots=True)
class OpenTitle:
    """A title that keeps the person in on a day, and the first day it does not, if known."""

    path: str
    until: date | None


def titles_open(case: facts.CaseFile, on: date) -> tuple[OpenTitle, ...]:
    """Return the titles that keep the person in on a day; none only when nothing does.

    The trap: the custody is over all the titles at once. A remand of another case keeps the
    person in when the sentences are served; and so does whatever end is not known.
    """
    return (*remands_open(case, on), *_sentences(case, on))


def remands_open(case: facts.CaseFile, on: date) -> tuple[OpenTitle, ...]:
    """Return the remands that keep the person in on a day, or that the file does not tell of."""
    custody = case.custody
    if custody.remand is UNKNOWN:
        return (OpenTitle("custody.remand", None),)
    return tuple(
        OpenTitle(f"custody.remand[{rank}]", None if end == NEVER else end)
        for rank, period in enumerate(custody.remand)
        for end in [period.span.end]
        if on in period.span
    )


def _sentences(case: facts.CaseFile, on: date) -> tuple[OpenTitle, ...]:
    """Return the sentences that stand and have begun, while the last day of the term is not over.

    The latest end counts, stated or computed: no reading lets a person out early.
    """
    committed = case.custody.committed_on
    if isinstance(committed, date) and on < committed:
        return ()
    if case.custody.sentences is UNKNOWN:
        return (OpenTitle("custody.sentences", None),)
    end = _latest_end(case)
    if end is not None and on >= end:
        return ()
    return tuple(
        OpenTitle(title.path, end) for title in titles_of(case.custody)
        if title.stands and not _is_later(title.sentence.pronounced_on, on)
    )  # fmt: skip


def _latest_end(case: facts.CaseFile) -> date | None:
    stated = case.custody.end_of_sentence
    every = every_choice(*moving(case))
    ends = {end_and_release(case, choices)[0] for choices in every}
    if isinstance(stated, date):
        return max([stated, *(end for end in ends if end is not None)])
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) and NEVER not in known else None


def _is_later(day: date | facts.Unknown, on: date) -> bool:
    return isinstance(day, date) and on < day
