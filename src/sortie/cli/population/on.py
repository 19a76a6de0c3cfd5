"""``sortie population on DATE``: how everybody stands on one day."""

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from sortie import population
from sortie.cli.opening import day_of
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.population.opening import free_file
from sortie.cli.population.sources import Source, source_of
from sortie.cli.population.standings import APART, show_day, show_people, written
from sortie.cli.refusals import Refused
from sortie.words import Tongue

FORMAT = "sortie/population-on@1"
HEADER = ("person", "route", "outcome", "since", "before", "rules")
Seen = tuple[population.Count, pa.RecordBatch | None]


def on(chosen: Namespace, tongue: Tongue) -> int:
    """Count the routes of everybody on a day; with ``-o``, write each. Returns 0."""
    day = day_of(chosen.date, "DATE")
    if day is None:
        raise Refused("cli.bad_date", {"option": "DATE", "read": chosen.date}, "DATE")
    out = None if chosen.file is None else free_file(chosen.file)
    source = source_of(chosen, tongue)
    counted = population.Count()
    for count in _kept(source, source.look(_look(source, day, out), tongue), out, day):
        counted.add(count)
    if chosen.json:
        said = {
            "format": FORMAT, "on": day.isoformat(), "people": sum(counted.people.values()),
            "routes": written(counted.routes), "kinds": _kinds(counted), "file": chosen.file,
        }  # fmt: skip
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return 0
    show_day(counted, day, tongue)
    if source.records is not None and counted.people:
        show_people(counted.people, tongue)
    if out is not None:
        page = Page()
        page.blank()
        page.text(tongue.say("population.row_each", file=chosen.file))
        show(page)
    return 0


def _look(source: Source, day: date, out: Path | None) -> Any:
    by = population.By(source.asking.layout, "kind")

    def look(spans: pa.RecordBatch, records: pa.RecordBatch | None) -> Seen:
        held = None if out is None else population.on_day(spans, day)
        return population.count(spans, day, APART, records, by), held

    return look


def _kept(
    source: Source, seen: Iterator[Seen], out: Path | None, day: date
) -> Iterator[population.Count]:
    """Yield what is counted, once the rows that hold the day are written, if they are to be."""
    with ExitStack() as stack:
        write: Any = None
        if out is not None and out.suffix == ".csv":
            file = stack.enter_context(out.open("w", encoding="utf-8", newline=""))
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(HEADER)

            def write(held: pa.RecordBatch) -> None:
                rows.writerows(_rows(source, held))

        elif out is not None:
            told = {**source.told, "sortie.on": day.isoformat()}
            write = stack.enter_context(population.SpansWriter(out, told)).add
        for count, held in seen:
            if write is not None:
                write(held)
            yield count


def _rows(source: Source, held: pa.RecordBatch) -> Iterator[tuple[str, ...]]:
    for row in held.to_pylist():
        why = population.reasons(source.rules[row["route"]], row["not_closed"], row["not_open"])
        yield (
            row["person"], row["route"], row["outcome"], row["since"].isoformat(),
            row["before"].isoformat(), " ".join(f"{rule}={said.value}" for rule, said in why),
        )  # fmt: skip


def _kinds(counted: population.Count) -> dict[str, dict[str, int]]:
    """Return how many people of each kind of prison have some leave open, apart from escorts."""
    found: dict[str, dict[str, int]] = {}
    for (kind, outcome), people in counted.people.items():
        found.setdefault(kind.value if kind else "unknown", {})[outcome.value] = people
    return found
