"""``sortie population synth --people N --seed S -o TABLES``: people who never were, in tables."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from sortie import law, population
from sortie.cli.opening import day_of
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.population.opening import count_of, free_folder
from sortie.cli.refusals import Refused
from sortie.words import Tongue

FORMAT = "sortie/population-synthesised@1"
# The day of the published stock, so that the people are those of a day that somebody counted.
STOCK_DAY = date(2025, 10, 1)
PAGE = "README.md"


def synth(chosen: Namespace, tongue: Tongue) -> int:
    """Write the tables of a synthetic population. Returns 0."""
    folder, people = free_folder(chosen.folder), count_of(chosen.people, "--people")
    changed = dict(_assumed(each) for each in chosen.assume)
    recipe = population.Recipe(
        people=people or 0,
        seed=_seed(chosen.seed),
        on=day_of(chosen.on, "--on") or STOCK_DAY,
        jurisdiction=population.FRANCE.vocabulary.jurisdiction,
        changed=changed,
    )
    ground = population.ground_of(law.france, changed)
    with _bar(tongue, recipe.people) as told:
        population.synthesise(ground, recipe, folder, told)
    (folder / PAGE).write_text(_page_beside(recipe), encoding="utf-8")
    if chosen.json:
        written = {
            "format": FORMAT, "synthetic": True, "folder": chosen.folder, "people": recipe.people,
            "seed": recipe.seed, "on": recipe.on.isoformat(), "changed": changed,
        }  # fmt: skip
        sys.stdout.write(json.dumps(written, ensure_ascii=False, indent=2) + "\n")
        return 0
    show(_page(chosen.folder, recipe, tongue))
    return 0


def _seed(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit()):
        raise Refused("population.synthetic.not_a_seed", {"read": typed}, "--seed")
    return int(typed)


def _assumed(typed: str) -> tuple[str, float]:
    """Return the assumption typed after ``--assume``, as ``NAME=NUMBER``."""
    name, _, said = typed.partition("=")
    try:
        return name, float(said)
    except ValueError as wrong:
        raise Refused(
            "population.synthetic.not_an_assumption", {"read": typed}, "--assume"
        ) from wrong


def _page(folder: str, recipe: population.Recipe, tongue: Tongue) -> Page:
    page = Page()
    count = recipe.people
    page.text(
        tongue.count("population.synthetic.made", count, count=count, folder=folder), style="strong"
    )
    page.text(tongue.say("population.synthetic.no_real_person"))
    page.text(tongue.say("population.synthetic.next", folder=folder))
    return page


def _page_beside(recipe: population.Recipe) -> str:
    """Return the page that stands beside the tables, in both languages."""
    from sortie.words import LANGUAGES, tongue

    said = []
    for code in LANGUAGES:
        words = tongue(code)
        holes = {"seed": recipe.seed, "on": words.day(recipe.on), "count": recipe.people}
        said.append(words.say("population.synthetic.no_real_person"))
        said.append(words.count("population.synthetic.recipe", recipe.people, **holes))
    return "\n\n".join(said) + "\n"


@contextmanager
def _bar(tongue: Tongue, people: int) -> Iterator[Callable[[int], None]]:
    """Show how far the work is, to whoever looks at a terminal."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(tongue.say("population.reading"), total=people)
        yield lambda done: bar.update(task, completed=done)
