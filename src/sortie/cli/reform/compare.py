"""``sortie reform compare [A] B --population SOURCE``: two laws over the same people."""

import json
import shlex
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from sortie import law
from sortie import reform as reforms
from sortie.cli import opening
from sortie.cli.population.opening import free_file
from sortie.cli.population.sources import asking_of, bar, records_of, room_of
from sortie.cli.population.standings import APART
from sortie.cli.reform import compared
from sortie.cli.reform.shelf import head
from sortie.cli.refusals import Refused
from sortie.reform import Reform, comparing, expecting
from sortie.rules import Book, fields_of
from sortie.words import Tongue

_MOST_MONTHS = 600
# Published rates are of those convicted: who has no sentence is left out.
_NO_SENTENCE = ("term", "none")


@dataclass(frozen=True)
class Laws:
    """The two laws compared, each with its reform; the law in force has none."""

    reforms: tuple[Reform | None, Reform]
    books: tuple[Book, Book]


def compare(chosen: Namespace, tongue: Tongue) -> int:
    """Compare two laws over a population; with ``-o``, write a report. Returns 0.

    Raises:   Refused, ReformRefused, UnknownReform, PopulationError
    """
    laws = _laws(chosen)
    out = None if chosen.file is None else free_file(chosen.file)
    period, threshold = _period(chosen), _threshold(chosen.threshold)
    room, asking = room_of(chosen), asking_of(chosen)
    records = records_of(chosen.source, tongue)
    question = comparing.Question(
        *laws.books, asking.supposed, law.france.CLASSES, asking.readings, APART
    )
    with bar(tongue) as told:
        found = comparing.compare(
            records, question, period, room=room, threshold=threshold, progress=told
        )
    synthetic = is_synthetic(Path(chosen.source))
    if chosen.json:
        said = {
            **comparing.written(found), "synthetic": synthetic,
            "reforms": {"a": _head(laws.reforms[0]), "b": _head(laws.reforms[1])},
        }  # fmt: skip
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        compared.show_comparison(found, laws, tongue, synthetic=synthetic)
        for grouping in dict.fromkeys(chosen.group):
            compared.show_groups(found, grouping, tongue)
    if out is not None:
        _report(out, chosen, (found, laws), tongue, synthetic=synthetic)
        sys.stderr.write(tongue.say("compare.written", file=chosen.file) + "\n")
    return 0


def expected_of(
    found: comparing.Comparison, typed: Sequence[str]
) -> tuple[expecting.Expected | None, Mapping[str, expecting.Rate]]:
    """Return what may be expected, and the rates that it rests on.

    Raises:   Refused: a rate cannot be read
              NoSuchRate, NotARate
    """
    rates = expecting.rates_of(law.france.outcome_rates(), dict(_rate(each) for each in typed))
    totals = comparing.totals_of(found, *_NO_SENTENCE)
    if totals is None or totals.people < max(found.threshold, comparing.THRESHOLD):
        return None, rates
    return expecting.expected(totals, rates, found.threshold), rates


def _rate(typed: str) -> tuple[str, expecting.Interval]:
    name, _, said = typed.partition("=")
    low, dots, high = said.partition("..")
    try:
        return name, expecting.Interval(float(low), float(high if dots else low))
    except ValueError as wrong:
        raise Refused("compare.not_a_rate", {"read": typed}, "--rate") from wrong


def _report(
    out: Path, chosen: Namespace, compared_laws: tuple[comparing.Comparison, Laws],
    tongue: Tongue, *, synthetic: bool,
) -> None:  # fmt: skip
    from sortie.reform import showing

    found, laws = compared_laws
    expected, rates = expected_of(found, chosen.rate)
    report = showing.Report(
        found, laws.reforms, laws.books, expected, rates,
        command=shlex.join(["sortie", *_typed(chosen, found, tongue)]),
        synthetic=synthetic, readings=_readings(),
    )  # fmt: skip
    out.write_text(showing.page(report, tongue), "utf-8")


def _readings() -> Mapping[str, Any]:
    """Return the readings that the record of a person has."""
    known = law.france.readings()
    fields = fields_of(law.france.Person).values()
    return {field.reading: known[field.reading] for field in fields if field.reading}


def _typed(chosen: Namespace, found: comparing.Comparison, tongue: Tongue) -> Iterator[str]:
    """Yield the command that makes a report again, whatever the day."""
    yield from ("reform", "compare", *filter(None, (chosen.a, chosen.b)))
    yield from ("--population", chosen.source, "--from", found.since.isoformat())
    yield from ("--months", str(found.period.months), "--threshold", str(found.threshold))
    if chosen.purpose:
        yield from ("--purpose", chosen.purpose)
    for option, values in (("--reading", chosen.reading), ("--rate", chosen.rate)):
        for value in values:
            yield from (option, value)
    yield from ("--lang", tongue.code, "-o", chosen.file)


def is_synthetic(source: Path) -> bool:
    """Whether a folder of tables says that nobody in it is real; records do not say."""
    persons = source / "persons.parquet"
    if not persons.is_file():
        return False
    return b"sortie.synthetic" in (pq.read_schema(persons).metadata or {})


def _head(reform: Reform | None) -> object:
    return None if reform is None else head(reform)


def _laws(chosen: Namespace) -> Laws:
    a = None if chosen.a is None else opening.typed_reform(chosen.a, "A")
    b = opening.typed_reform(chosen.b, "B")
    book = law.france.BOOK
    before = book if a is None else reforms.reformed(book, a)
    return Laws((a, b), (before, reforms.reformed(book, b)))


def _period(chosen: Namespace) -> comparing.Period:
    since = opening.day_of(chosen.since, "--from") or opening.today().replace(day=1)
    months = _number(chosen.months)
    if not 1 <= months <= _MOST_MONTHS:
        raise Refused("compare.not_months", {"read": chosen.months}, "--months")
    return comparing.Period(since, months)


def _threshold(typed: str) -> int:
    if not _number(typed):
        raise Refused("compare.not_threshold", {"read": typed}, "--threshold")
    return _number(typed)


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() else 0
