"""A comparison with all that a door says of it: the laws, what is expected, by which rates."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sortie import law
from sortie.cli.reform.shelf import head
from sortie.cli.refusals import Refused
from sortie.reform import Reform, comparing, expecting
from sortie.rules import Book

# Published rates are of those convicted: who has no sentence is left out.
_NO_SENTENCE = ("term", "none")
Rates = Mapping[str, expecting.Rate]


@dataclass(frozen=True)
class Laws:
    """The two laws compared, each with its reform; the law in force has none."""

    reforms: tuple[Reform | None, Reform]
    books: tuple[Book, Book]


@dataclass(frozen=True)
class Compared:
    """A comparison, its laws, what may be expected of it, and whether anybody in it is real."""

    comparison: comparing.Comparison
    laws: Laws
    expected: expecting.Expected | None
    rates: Rates
    synthetic: bool


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


def expected_of(found: comparing.Comparison, laws: Laws, rates: Rates) -> expecting.Expected | None:
    """Return what may be expected: published rates are of the law in force, which A must be."""
    totals = comparing.totals_of(found, *_NO_SENTENCE)
    threshold = max(found.threshold, comparing.THRESHOLD)
    if laws.reforms[0] is not None or totals is None or totals.people < threshold:
        return None
    return expecting.expected(totals, rates, threshold)


def compared_written(made: Compared) -> dict[str, Any]:
    """Return everything as a program reads it."""
    a, b = made.laws.reforms
    return {
        **comparing.written(made.comparison),
        "synthetic": made.synthetic,
        "reforms": {"a": None if a is None else head(a), "b": head(b)},
        "expected": None if made.expected is None else asdict(made.expected),
        "rates": {
            name: {
                "low": rate.interval.low, "high": rate.interval.high, "changed": rate.changed,
                "published": [
                    {"year": each.on.year, "share": each.share, "source": each.source,
                     "url": each.url, "grade": each.grade}
                    for each in rate.figures
                ],
            }
            for name, rate in made.rates.items()
        },
    }  # fmt: skip
