"""The report of a comparison, and the command that makes it again."""

import shlex
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sortie import law
from sortie.cli.reform.made import Compared
from sortie.reform.comparing import Comparison
from sortie.rules import fields_of
from sortie.words import Tongue


def write_report(out: Path, made: Compared, chosen: Namespace, tongue: Tongue) -> None:
    """Write a comparison as one page."""
    from sortie.reform import showing

    report = showing.Report(
        made.comparison, made.laws.reforms, made.laws.books, made.expected, made.rates,
        command=shlex.join(["sortie", *_typed(chosen, made.comparison, tongue)]),
        synthetic=made.synthetic, readings=_readings(),
    )  # fmt: skip
    out.write_text(showing.page(report, tongue), "utf-8")


def _readings() -> Mapping[str, Any]:
    """Return the readings that the record of a person has."""
    known = law.france.readings()
    fields = fields_of(law.france.Person).values()
    return {field.reading: known[field.reading] for field in fields if field.reading}


def _typed(chosen: Namespace, found: Comparison, tongue: Tongue) -> Iterator[str]:
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
