"""``sortie reform compare [A] B --population SOURCE``: two laws over the same people."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from sortie import law, population
from sortie import reform as reforms
from sortie.cli import opening
from sortie.cli.population.opening import free_file, place_for
from sortie.cli.population.sources import asking_of, bar, records_of, room_of
from sortie.cli.population.standings import APART
from sortie.cli.reform import compared
from sortie.cli.reform.made import Laws, rates_of, report_of
from sortie.cli.reform.reported import keep_report, refuse_to_keep, write_report
from sortie.cli.refusals import Refused
from sortie.reform import comparing, results
from sortie.words import Tongue

_MOST_MONTHS = 600


def compare(chosen: Namespace, tongue: Tongue) -> int:
    """Compare two laws over a population; write a report (``-o``), keep it (``--keep``). Returns 0.

    Raises:   Refused, ReformRefused, UnknownReform, PopulationError
    """
    laws, rates = _laws(chosen), rates_of(chosen.rate)
    out = None if chosen.file is None else free_file(chosen.file)
    period, threshold = _period(chosen), _threshold(chosen.threshold)
    if chosen.folder is not None:
        refuse_to_keep(threshold)
        place_for(chosen.folder)
    room, asking = room_of(chosen), asking_of(chosen)
    records = records_of(chosen.source, tongue)
    question = comparing.Question(
        *laws.books, asking.supposed, law.france.CLASSES, asking.readings, APART
    )
    with bar(tongue) as told:
        found = comparing.compare(
            records, question, period, room=room, threshold=threshold, progress=told
        )
    synthetic = population.is_synthetic(records)
    report = report_of(found, laws, rates, chosen, tongue, synthetic=synthetic)
    _show(report, chosen, tongue)
    if out is not None:
        write_report(out, report, tongue)
    if chosen.folder is not None:
        keep_report(Path(chosen.folder), report, opening.today(), tongue)
    return 0


def _show(report: results.Report, chosen: Namespace, tongue: Tongue) -> None:
    if chosen.json:
        said = json.dumps(results.written(report), ensure_ascii=False, indent=2)
        sys.stdout.write(said + "\n")
        return
    compared.show_comparison(report, tongue)
    for grouping in dict.fromkeys(chosen.group):
        compared.show_groups(report.comparison, grouping, tongue)


def _laws(chosen: Namespace) -> Laws:
    a = None if chosen.a is None else opening.typed_reform(chosen.a, "A")
    b = opening.typed_reform(chosen.b, "B")
    book = law.france.BOOK
    before = book if a is None else reforms.reformed(book, a)
    return Laws((a, b), (before, reforms.reformed(book, b)))


def _period(chosen: Namespace) -> results.Period:
    since = opening.day_of(chosen.since, "--from") or opening.today().replace(day=1)
    months = _number(chosen.months)
    if not 1 <= months <= _MOST_MONTHS:
        raise Refused("compare.not_months", {"read": chosen.months}, "--months")
    return results.Period(since, months)


def _threshold(typed: str) -> int:
    if not _number(typed):
        raise Refused("compare.not_threshold", {"read": typed}, "--threshold")
    return _number(typed)


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() else 0
