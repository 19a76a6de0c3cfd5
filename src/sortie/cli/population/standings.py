"""How many routes are open, closed, undetermined on a day: as a table, and for a program."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sortie import law, population
from sortie.cli.page import Page, terminal_width
from sortie.cli.paint import show
from sortie.rules import Outcome, fields_of
from sortie.words import NARROW, Tongue, leave_name

ORDER = (Outcome.OPEN, Outcome.CLOSED, Outcome.UNDETERMINED)
# What is open to nearly everybody says nothing of how one person stands.
APART = (law.france.ESCORTED.code,)
_NARROW = 60
Rows = list[tuple[str, tuple[int, ...]]]


def grouped(number: float, tongue: Tongue) -> str:
    """Return a number with its thousands apart, as the language writes them."""
    return f"{number:,.0f}".replace(",", NARROW if tongue.code == "fr" else ",")


def show_day(counted: population.Count, day: date, tongue: Tongue) -> None:
    """Write how everybody stands on a day, route by route."""
    page, people = Page(), sum(counted.people.values())
    holes = {"day": tongue.day(day), "count": grouped(people, tongue)}
    page.text(tongue.count("population.on_day", people, **holes), style="strong")
    show(page)
    if people:
        show_standing(counted.routes, tongue)


def show_standing(standing: population.Standing, tongue: Tongue) -> None:
    """Write a row a route; those closed to everybody are named in one sentence."""
    codes = [route.code for route in law.france.ROUTES if _rows_of(standing, route.code)]
    counts = {code: tuple(standing[code, each] for each in ORDER) for code in codes}
    shut = [code for code in codes if not counts[code][0] and not counts[code][2]]
    rows: Rows = [(leave_name(code, tongue), counts[code]) for code in codes if code not in shut]
    _table("leave", rows, tongue)
    if shut:
        page = Page()
        names = tongue.listed(leave_name(code, tongue) for code in shut)
        page.raw()
        page.text(tongue.count("population.shut", len(shut), leaves=names), style="faint")
        show(page)


def _rows_of(standing: population.Standing, code: str) -> int:
    return sum(standing[code, outcome] for outcome in ORDER)


def show_people(people: Mapping[tuple[Any, Outcome], int], tongue: Tongue) -> None:
    """Write a row a kind of prison: how many people have some leave open, apart from escorts."""
    kinds = {kind for kind, _ in people}
    page = Page()
    page.raw()
    page.text(tongue.say("population.some_leave"), style="strong")
    show(page)
    rows: Rows = []
    for kind in [*fields_of(law.france.Person)["kind"].members, None]:
        if kind in kinds:
            name = tongue.say(f"population.kinds.{kind.value if kind else 'unknown'}")
            rows.append((name, tuple(people.get((kind, each), 0) for each in ORDER)))
    _table("kind", rows, tongue)


def _table(what: str, rows: Iterable[tuple[str, tuple[int, ...]]], tongue: Tongue) -> None:
    heads = [tongue.say(f"population.{name}") for name in (what, "open", "closed", "undetermined")]
    width = terminal_width()
    if width < _NARROW:
        page = Page()
        for name, counts in rows:
            numbers = [grouped(each, tongue) for each in counts]
            told = zip(numbers, heads[1:], strict=True)
            said = tongue.listed(f"{number} {head.lower()}" for number, head in told)
            page.text(tongue.say("population.row", name=name, said=said), hang=2)
        show(page)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column(heads[0], ratio=1)
    for head in heads[1:]:
        table.add_column(head, justify="right", no_wrap=True)
    for name, counts in rows:
        table.add_row(name, *(grouped(each, tongue) for each in counts))
    Console(file=sys.stdout, width=width, highlight=False).print(table)


def written(standing: population.Standing) -> dict[str, dict[str, int]]:
    """Return how many people each route has by outcome, as a program reads it."""
    return {
        route.code: {each.value: standing[route.code, each] for each in ORDER}
        for route in law.france.ROUTES
        if _rows_of(standing, route.code)
    }
