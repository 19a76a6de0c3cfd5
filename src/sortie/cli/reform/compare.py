"""``sortie reform compare [A] B --population SOURCE``: two laws over the same people."""

import json
import sys
from argparse import Namespace
from pathlib import Path

import pyarrow.parquet as pq

from sortie import law
from sortie import reform as reforms
from sortie.cli import opening
from sortie.cli.population.opening import free_file
from sortie.cli.population.sources import asking_of, bar, records_of, room_of
from sortie.cli.population.standings import APART
from sortie.cli.reform import compared
from sortie.cli.reform.made import Compared, Laws, compared_written, expected_of, rates_of
from sortie.cli.reform.reported import write_report
from sortie.cli.refusals import Refused
from sortie.reform import comparing
from sortie.words import Tongue

_MOST_MONTHS = 600


def compare(chosen: Namespace, tongue: Tongue) -> int:
    """Compare two laws over a population; with ``-o``, write a report. Returns 0.

    Raises:   Refused, ReformRefused, UnknownReform, PopulationError
    """
    laws, rates = _laws(chosen), rates_of(chosen.rate)
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
    made = Compared(found, laws, expected_of(found, laws, rates), rates,
                    is_synthetic(Path(chosen.source)))  # fmt: skip
    if chosen.json:
        said = json.dumps(compared_written(made), ensure_ascii=False, indent=2)
        sys.stdout.write(said + "\n")
    else:
        compared.show_comparison(made, tongue)
        for grouping in dict.fromkeys(chosen.group):
            compared.show_groups(found, grouping, tongue)
    if out is not None:
        write_report(out, made, chosen, tongue)
        sys.stderr.write(tongue.say("compare.written", file=chosen.file) + "\n")
    return 0


def is_synthetic(source: Path) -> bool:
    """Whether a folder of tables says that nobody in it is real; records do not say."""
    persons = source / "persons.parquet"
    if not persons.is_file():
        return False
    return b"sortie.synthetic" in (pq.read_schema(persons).metadata or {})


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
