"""``sortie population derive TABLES -o RECORDS``: from tables to the records of the rules."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from sortie import population
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.population.opening import count_of, folder_of, free_file
from sortie.words import Tongue

FORMAT = "sortie/population-derived@1"


def derive(chosen: Namespace, tongue: Tongue) -> int:
    """Write the records of the people of a folder. Returns 0, whoever was left out."""
    tables, records = folder_of(chosen.tables), free_file(chosen.records)
    processes = count_of(chosen.processes, "--processes")
    with _bar(tongue) as progress:
        derived = population.derive(
            tables, records, population.FRANCE, processes=processes, progress=progress
        )
    if chosen.json:
        written = {
            "format": FORMAT,
            "records": chosen.records,
            "people": derived.people,
            "left_out": derived.left_out,
            "refused": str(derived.refused) if derived.left_out else None,
        }
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
        return 0
    page = Page()
    count = derived.people
    page.text(tongue.count("population.records", count, count=count, file=chosen.records))
    if derived.left_out:
        count = derived.left_out
        page.text(tongue.count("population.left_out", count, count=count))
        page.text(tongue.say("population.why", file=str(derived.refused)))
    show(page)
    return 0


@contextmanager
def _bar(tongue: Tongue) -> Iterator[population.Progress | None]:
    """Show how far the work is, to whoever looks at a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(tongue.say("population.reading"), total=None)

        def told(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield told
