"""``sortie population next --within P3M``: who opens soon, which leave, on what day, and why."""

import csv
import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sortie import law, population
from sortie.cli.opening import day_of, today
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.cli.population.opening import free_file
from sortie.cli.population.sources import source_of
from sortie.cli.population.standings import grouped
from sortie.cli.refusals import Refused
from sortie.days import NEVER, Length, MonthEnd, NotALength, add_months
from sortie.rules import Outcome
from sortie.words import Tongue, leave_name, lowered

FORMAT = "sortie/population-next@1"
HEADER = ("on", "person", "route", "perhaps_on", "rules")
# What a screen holds of a whole country; the others are counted, and written with -o or --json.
SHOWN = 40


def next_(chosen: Namespace, tongue: Tongue) -> int:
    """Say what opens from one day to another. Returns 0."""
    since = day_of(chosen.since, "--from") or today()
    before = _end(since, chosen.within)
    out = None if chosen.file is None else free_file(chosen.file)
    source = source_of(chosen, tongue)
    rules = source.rules
    found: list[population.Turn] = []
    for seen in source.look(
        lambda spans, _: list(population.turns(spans, since, before, rules)), tongue
    ):
        found += seen
    found.sort(key=lambda turn: (turn.on, turn.person, turn.route))
    opening, doubtful = _apart(found)
    if out is not None:
        with out.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(HEADER)
            rows.writerows(_row(turn) for turn in opening)
    if chosen.json:
        said = {
            "format": FORMAT, "from": since.isoformat(), "before": before.isoformat(),
            "opening": [_written(turn) for turn in opening],
            "undetermined": [_written(turn) for turn in doubtful],
        }  # fmt: skip
        sys.stdout.write(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return 0
    show(_page(opening, doubtful, (since, before), tongue))
    if out is not None:
        page = Page()
        page.blank()
        page.text(tongue.say("population.opening_each", file=chosen.file))
        show(page)
    return 0


def _end(since: date, typed: str) -> date:
    """Return the first day after a length that begins on a day.

    Raises:   Refused: it is no length
    """
    try:
        length = Length.parse(typed)
    except NotALength as wrong:
        raise Refused("population.not_within", {"read": typed}, "--within") from wrong
    end = add_months(since, length.months, MonthEnd.LAST_DAY)
    return min(end, NEVER - timedelta(days=length.days)) + timedelta(days=length.days)


def _apart(
    found: Sequence[population.Turn],
) -> tuple[list[population.Turn], list[population.Turn]]:
    """Return what opens, and what only turns undetermined: it does not open within these days."""
    opening = [turn for turn in found if turn.outcome is Outcome.OPEN]
    opened = {(turn.person, turn.route) for turn in opening}
    others = [turn for turn in found if turn.outcome is not Outcome.OPEN]
    return opening, [turn for turn in others if (turn.person, turn.route) not in opened]


def _row(turn: population.Turn) -> tuple[str, ...]:
    perhaps = turn.perhaps_on.isoformat() if turn.perhaps_on else ""
    return turn.on.isoformat(), turn.person, turn.route, perhaps, " ".join(turn.why)


def _written(turn: population.Turn) -> dict[str, Any]:
    return {
        "person": turn.person,
        "route": turn.route,
        "on": turn.on.isoformat(),
        "perhaps_on": turn.perhaps_on.isoformat() if turn.perhaps_on else None,
        "was": turn.was.value if turn.was else None,
        "why": [
            {"rule": rule, "was": _word(turn.earlier.get(rule)), "is": _word(turn.later.get(rule))}
            for rule in turn.why
        ],
    }


def _word(outcome: Outcome | None) -> str | None:
    return None if outcome is None else str(outcome.value)


def _page(
    opening: Sequence[population.Turn], doubtful: Sequence[population.Turn],
    days: tuple[date, date], tongue: Tongue,
) -> Page:  # fmt: skip
    page, (since, before) = Page(), days
    people = len({turn.person for turn in opening})
    between = {"since": tongue.day(since), "last": tongue.day(before - timedelta(days=1))}
    page.text(
        tongue.count("population.next", people, count=grouped(people, tongue), **between),
        style="strong",
    )
    for day, turns in _by_day(opening[:SHOWN]):
        page.title(tongue.day(day))
        for alike in _alike(turns):
            _entry(page, alike, tongue)
    page.blank()
    if len(opening) > SHOWN:
        others = len(opening) - SHOWN
        page.text(tongue.count("population.others", others, count=grouped(others, tongue)))
    if doubtful:
        count = len({turn.person for turn in doubtful})
        page.text(tongue.count("population.doubtful", count, count=grouped(count, tongue)))
    return page


def _by_day(
    turns: Sequence[population.Turn],
) -> Iterator[tuple[date, list[population.Turn]]]:
    for day in dict.fromkeys(turn.on for turn in turns):
        yield day, [turn for turn in turns if turn.on == day]


def _alike(turns: Sequence[population.Turn]) -> Iterable[list[population.Turn]]:
    """Return what opens on a day, together what opens for one person for the same reasons."""
    found: dict[tuple[Any, ...], list[population.Turn]] = {}
    for turn in turns:
        found.setdefault((turn.person, turn.why, turn.perhaps_on), []).append(turn)
    return found.values()


def _entry(page: Page, turns: Sequence[population.Turn], tongue: Tongue) -> None:
    turn = turns[0]
    first, *others = [leave_name(each.route, tongue) for each in turns]
    leaves = tongue.listed([first, *map(lowered, others)])
    page.text(f"{turn.person}  {leaves}", indent=2, hang=2)
    for rule in turn.why:
        page.item("✓", _met(rule, turn.later.get(rule), tongue), style="open", indent=4)
    if turn.perhaps_on is not None:
        perhaps = tongue.say("population.perhaps", day=tongue.day(turn.perhaps_on))
        page.item("?", perhaps, style="undetermined", indent=4)


def _met(rule: str, said: Outcome | None, tongue: Tongue) -> str:
    """Return what a rule says once it turned; of one that decides no more, its condition."""
    if said is None:
        return tongue.say("population.no_longer", condition=_condition(rule, tongue))
    if rule in tongue.rules:
        return tongue.spaced(tongue.rules[rule][said is not Outcome.OPEN])
    return _condition(rule, tongue)


def _condition(rule: str, tongue: Tongue) -> str:
    version = law.france.BOOK[rule].versions[-1]
    return tongue.either({"fr": version.sentence, "en": version.gloss})
