"""``sortie population describe TABLES``: what tables come to, beside what was published."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from sortie import law, population
from sortie.cli.opening import day_of
from sortie.cli.page import Page, terminal_width
from sortie.cli.paint import show
from sortie.cli.population.marginals import Row, numbers_of, plain, rows_of
from sortie.cli.population.opening import folder_of
from sortie.words import Tongue

FORMAT = "sortie/population-described@1"
_NARROW = 72


def describe(chosen: Namespace, tongue: Tongue) -> int:
    """Say what tables come to; with ``-o``, a chart and its table beside. Returns 0."""
    folder = folder_of(chosen.tables)
    found = population.describe(folder, law.france.crowd_sheet(), day_of(chosen.on, "--on"))
    if chosen.folder is not None:
        _draw(found, Path(chosen.folder), tongue)
    if chosen.json:
        sys.stdout.write(json.dumps(written(found), ensure_ascii=False, indent=2) + "\n")
        return 0
    show(_head(found, tongue))
    rows = rows_of(found, tongue)
    _table(rows, tongue)
    show(_foot(found, rows, chosen.folder, tongue))
    return 0


def written(found: population.Description) -> dict[str, Any]:
    """Return a description as a program reads it: each figure with its source, and assumptions."""
    assumed = {
        name: {"value": found.changed.get(name, each.value), "published": False,
               "title": dict(each.title)}
        for name, each in law.france.assumptions().items()
    }  # fmt: skip
    return {
        "format": FORMAT,
        "synthetic": bool(found.synthetic),
        "people": found.people,
        "on": found.on.isoformat(),
        "figures": [
            numbers_of(found, figure) for figure in law.france.published_figures().values()
        ],
        "assumptions": assumed if found.synthetic else {},
    }


def _head(found: population.Description, tongue: Tongue) -> Page:
    page = Page()
    if found.synthetic:
        page.text(tongue.say("population.synthetic.no_real_person"), style="strong")
    holes = {"count": found.people, "on": tongue.day(found.on)}
    page.text(tongue.count("population.synthetic.described", found.people, **holes))
    page.blank()
    return page


def _table(rows: list[Row], tongue: Tongue) -> None:
    """Write the figures as a table; on a narrow screen, each as a paragraph."""
    width = terminal_width()
    if width < _NARROW:
        page = Page()
        sources = _sources(rows)
        for row in rows:
            holes = {**row.holes(), "number": sources[row.source, row.url]}
            page.text(tongue.say("population.synthetic.row", **holes), hang=2)
        show(page)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column(tongue.say("population.synthetic.figure"), ratio=1)
    for name in ("published", "year", "grade", "measured", "difference"):
        table.add_column(tongue.say(f"population.synthetic.{name}"), justify="right", no_wrap=True)
    table.add_column(tongue.say("population.synthetic.source"), justify="right", no_wrap=True)
    sources = _sources(rows)
    for row in rows:
        numbers = (row.published, row.year, row.grade, row.measured, row.difference)
        table.add_row(row.title, *numbers, f"[{sources[row.source, row.url]}]")
    Console(file=sys.stdout, width=width, highlight=False).print(table)


def _sources(rows: list[Row]) -> dict[tuple[str, str], int]:
    """Return the number of each source, in the order of the rows."""
    kept = dict.fromkeys((row.source, row.url) for row in rows)
    return {source: number for number, source in enumerate(kept, 1)}


def _foot(
    found: population.Description, rows: list[Row], drawn: str | None, tongue: Tongue
) -> Page:
    page = Page()
    page.raw()
    page.text(tongue.say("population.synthetic.grades"), style="faint")
    page.title(tongue.say("population.synthetic.sources"))
    for (name, url), number in _sources(rows).items():
        page.item(f"[{number}]", tongue.say("population.synthetic.source_at", name=name, url=url))
    if found.synthetic:
        page.title(tongue.say("population.synthetic.assumptions"))
        for name, each in law.france.assumptions().items():
            value = found.changed.get(name, each.value)
            key = "changed" if name in found.changed else "assumed"
            said = {"title": tongue.either(each.title), "value": plain(value, tongue), "name": name}
            page.item("·", tongue.say(f"population.synthetic.{key}", **said))
        page.blank()
        page.text(tongue.say("population.synthetic.change"))
    if drawn is not None:
        page.blank()
        page.text(tongue.say("population.synthetic.drawn", folder=drawn))
    return page


def _draw(found: population.Description, folder: Path, tongue: Tongue) -> None:
    from sortie.cli.population.chart import chart_of, table_of

    folder.mkdir(parents=True, exist_ok=True)
    rows = rows_of(found, tongue)
    (folder / f"marginals.{tongue.code}.svg").write_text(chart_of(found, rows, tongue), "utf-8")
    (folder / f"marginals.{tongue.code}.md").write_text(table_of(found, rows, tongue), "utf-8")
    text = json.dumps(written(found), ensure_ascii=False, indent=2) + "\n"
    (folder / "marginals.json").write_text(text, "utf-8")
