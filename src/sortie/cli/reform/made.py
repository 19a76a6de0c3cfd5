"""A report with all that a door says of a comparison: the laws, what is expected, the command."""

import shlex
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sortie import law
from sortie import reform as reforms
from sortie.cli.refusals import Refused
from sortie.reform import Reform, expecting, results
from sortie.rules import Book, fields_of
from sortie.words import Tongue

# Published rates are of those convicted: who has no sentence is left out.
_NO_SENTENCE = ("term", "none")
Rates = Mapping[str, expecting.Rate]


@dataclass(frozen=True)
class Laws:
    """The two laws compared, each with its reform; the law in force has none."""

    reforms: tuple[Reform | None, Reform]
    books: tuple[Book, Book]


def rates_of(typed: Sequence[str]) -> Rates:
    """Return the published rates, with those typed in their place.

    Raises:   Refused: one cannot be read, bears no name of a rate, or is no interval
    """
    try:
        return expecting.rates_of(law.france.outcome_rates(), dict(map(_rate, typed)))
    except (expecting.NoSuchRate, expecting.NotARate) as wrong:
        raise Refused(wrong.code, dict(vars(wrong)), "--rate") from wrong


def _rate(typed: str) -> tuple[str, expecting.Interval]:
    name, _, said = typed.partition("=")
    low, dots, high = said.partition("..")
    try:
        return name, expecting.Interval(float(low), float(high if dots else low))
    except ValueError as wrong:
        raise Refused("compare.not_a_rate", {"read": typed}, "--rate") from wrong


def report_of(
    found: results.Comparison, laws: Laws, rates: Rates, chosen: Namespace, tongue: Tongue,
    *, synthetic: bool,
) -> results.Report:  # fmt: skip
    """Return a comparison with its laws, what is expected of it, and what was typed to have it.

    ``synthetic`` says that nobody in it is real.
    """
    a, b = laws.reforms
    return results.Report(
        comparison=found,
        reforms=(None if a is None else reforms.told(a), reforms.told(b)),
        rules=results.rules_said(found, laws.books),
        expected=_expected(found, laws, rates),
        rates=rates,
        command=shlex.join(["sortie", *_typed(chosen, found, tongue)]),
        synthetic=synthetic,
        readings=_readings(),
    )


def _expected(found: results.Comparison, laws: Laws, rates: Rates) -> expecting.Expected | None:
    """Return what may be expected: published rates are of the law in force, which A must be."""
    totals = results.totals_of(found, *_NO_SENTENCE)
    threshold = max(found.threshold, results.THRESHOLD)
    if laws.reforms[0] is not None or totals is None or totals.people < threshold:
        return None
    return expecting.expected(totals, rates, threshold)


def _readings() -> Mapping[str, Mapping[str, str]]:
    """Return the questions of the readings that the record of a person has."""
    known = law.france.readings()
    names = [field.reading for field in fields_of(law.france.Person).values() if field.reading]
    return {name: {"fr": known[name].question_fr, "en": known[name].question_en} for name in names}


def _typed(chosen: Namespace, found: results.Comparison, tongue: Tongue) -> Iterator[str]:
    """Yield the command that makes a report again, whatever the day."""
    yield from ("reform", "compare", *filter(None, (chosen.a, chosen.b)))
    yield from ("--population", chosen.source, "--from", found.since.isoformat())
    yield from ("--months", str(found.period.months), "--threshold", str(found.threshold))
    if chosen.purpose:
        yield from ("--purpose", chosen.purpose)
    for option, values in (("--reading", chosen.reading), ("--rate", chosen.rate)):
        for value in values:
            yield from (option, value)
    if chosen.file:
        yield from ("--lang", tongue.code, "-o", chosen.file)
    if chosen.folder:
        yield from ("--keep", chosen.folder)
