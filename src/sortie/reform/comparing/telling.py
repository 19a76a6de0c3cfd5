"""From totals to what is told: the counts as cells, and those hidden that are of too few people."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Any

import numpy as np

from sortie import population
from sortie.reform.comparing.accounts import DAYS_THERE, Totals
from sortie.reform.comparing.counting import (
    DAYS_A,
    DAYS_B,
    GAINED,
    GAINING,
    LOSING,
    LOST,
    PEOPLE,
)
from sortie.reform.comparing.disclosing import few, hidden, quantile, told
from sortie.reform.comparing.grouping import Grouping
from sortie.reform.results import (
    Cause,
    Cell,
    Comparison,
    Moved,
    Period,
    Route,
    Spread,
    Standing,
    Touched,
)

# Of the measures of people, those that go with days: open under A and B, gaining, losing.
BEST = "best"
_WITH_DAYS = (0, 3, GAINING, LOSING)


@dataclass(frozen=True)
class Of:
    """What is told of: the period, the threshold, the classes, the rules, everybody's totals."""

    period: Period
    threshold: int
    groupings: tuple[Grouping, ...]
    rules: tuple[tuple[str, ...], ...]
    totals: Totals
    best: Totals


def comparison(of: Of, a: population.Asking, b: population.Asking, records: str) -> Comparison:
    """Return what may be told."""
    touched = of.totals.counts["touched"]
    whole = touched[0, :-1].sum(axis=0)
    groups = {
        grouping.name: dict(_touched(of, grouping.classes, touched[axis]))
        for axis, grouping in enumerate(of.groupings)
    }
    ((_, everybody),) = _touched(of, ("",), whole[np.newaxis])
    return Comparison(
        of.period, of.threshold, everybody, groups,
        {grouping.name: grouping.classes for grouping in of.groupings},
        _best(of),
        tuple(_route(of, rank, route.rule_id) for rank, route in enumerate(a.compiled.routes)),
        records, (a.law, b.law), json.loads(a.told["sortie.supposed"]), a.readings,
        version("sortie"),
    )  # fmt: skip


def _touched(of: Of, classes: Sequence[str], counts: Any) -> Iterator[tuple[str, Touched]]:
    counts = counts[: len(classes)]
    people = counts[:, :DAYS_THERE].T
    no_people, none = hidden(people[:1], of.threshold), hidden(people, of.threshold)
    for rank, name in enumerate(classes):
        there, *changed, days = counts[rank]
        gaining, losing, either = (told(each, unless=none[rank]) for each in changed)
        if there:
            here, for_days = (told(each, unless=no_people[rank]) for each in (there, days))
            yield name, Touched(here, for_days, gaining, losing, either)


def _best(of: Of) -> Route:
    """Return everybody's best route: it has no rule behind it, those of the routes are."""
    return replace(_route(replace(of, totals=of.best), 0, BEST), causes=())


def _route(of: Of, rank: int, rule_id: str) -> Route:
    period = of.totals.counts["period"][rank]
    ((whole),) = _cells(of, period[:PEOPLE, np.newaxis], period[PEOPLE:, np.newaxis], apart=False)
    days = of.totals.days(rank, of.period.lengths)
    months = _cells(of, of.totals.people(rank), days, apart=False)
    return Route(
        rule_id, whole, tuple(months), _moved(of, rank), tuple(_causes(of, rank)),
        {g.name: _groups(of, axis, rank) for axis, g in enumerate(of.groupings)},
    )  # fmt: skip


def _groups(of: Of, axis: int, rank: int) -> dict[str, Cell]:
    classes = of.groupings[axis].classes
    counts = of.totals.counts["grouped"][axis, : len(classes), rank].T
    there = of.totals.counts["touched"][axis, : len(classes), 0]
    cells = _cells(of, counts[:PEOPLE], counts[PEOPLE:], apart=True)
    return {name: cell for name, cell, people in zip(classes, cells, there, strict=True) if people}


def _cells(of: Of, people: Any, days: Any, *, apart: bool) -> list[Cell]:
    """Return a row of cells; ``apart`` when each person is in one only, so that people add up."""
    none = hidden(people[list(_WITH_DAYS)], of.threshold)
    own = [hidden(row[np.newaxis], of.threshold) if apart else few(row, of.threshold)
           for row in people]  # fmt: skip
    return [
        Cell(
            _standing(people[:3, i], days[DAYS_A, i], none[i], [own[1][i], own[2][i]]),
            _standing(people[3:6, i], days[DAYS_B, i], none[i], [own[4][i], own[5][i]]),
            *(told(each[i], unless=none[i])
              for each in (days[GAINED], days[LOST], people[GAINING], people[LOSING])),
        )
        for i in range(people.shape[1])
    ]  # fmt: skip


def _standing(people: Any, days: Any, none: Any, own: Sequence[Any]) -> Standing:
    return Standing(
        open=told(people[0], unless=none),
        closed=told(people[1], unless=none or own[0]),
        undetermined=told(people[2], unless=none or own[1]),
        days_open=told(days, unless=none),
    )


def _causes(of: Of, rank: int) -> Iterator[Cause]:
    """Yield the rules behind the changes of a route, those behind most days first."""
    counts = of.totals.counts["rules"][rank]
    none = hidden(counts[:, 2:4].T, of.threshold)
    names = of.rules[rank]
    order = np.argsort(-counts[: len(names), :2].sum(axis=1), kind="stable").tolist()
    for rule in order:
        gained, lost, gaining, losing = counts[rule, :4]
        if gained or lost:
            said = (told(each, unless=none[rule]) for each in (gained, lost, gaining, losing))
            yield Cause(names[rule], *said)


def _moved(of: Of, rank: int) -> Moved:
    moves = of.totals.moves
    by_days = sorted(moves.by_days[rank].items())
    earlier = [-days for days, count in reversed(by_days) if days < 0 for _ in range(count)]
    later = [days for days, count in by_days if days > 0 for _ in range(count)]
    counts = (len(earlier), len(later), moves.by_days[rank].get(0, 0),
              moves.at_last[rank], moves.no_more[rank], moves.never[rank])  # fmt: skip
    none = hidden(np.array([counts]), of.threshold)
    sooner, after, same, at_last, no_more, never = (
        told(count, unless=hide) for count, hide in zip(counts, none, strict=True)
    )
    return Moved(
        _spread(of, sooner, earlier), _spread(of, after, later), same, at_last, no_more, never
    )


def _spread(of: Of, people: int | None, days: Sequence[int]) -> Spread:
    if not people:
        return Spread(people, None, None, None)
    return Spread(people, *(quantile(days, part, of.threshold) for part in (1, 2, 3)))
