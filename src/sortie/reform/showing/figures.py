"""The figures of a report: each what is drawn, a sentence that says it, and its table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sortie.reform.results import Comparison, Route
from sortie.reform.showing.blocks import Table
from sortie.reform.showing.shapes import Bars, Lines, Shape, Strips
from sortie.reform.telling import Voice, class_of, counted, leave_of

MOVES = ("earlier", "later", "opens_at_last", "opens_no_more")


@dataclass(frozen=True)
class Figure:
    """What is drawn, what it says in a sentence, and the table of the same numbers."""

    name: str
    title: str
    sentence: str
    shape: Shape
    table: Table


def figures_of(found: Comparison, voice: Voice) -> Iterator[Figure]:
    """Yield the figures of a comparison, those that have something to show."""
    yield people_by_month(found, voice)
    if found.changed:
        yield days_by_month(found, voice)
        yield from first_days(found, voice)
        for grouping in found.groups:
            yield by_class(found, grouping, voice)


def people_by_month(found: Comparison, voice: Voice) -> Figure:
    """Return the people with a day open in each month, on whatever leave is best."""
    sides = voice.say("report.side.a"), voice.say("report.side.b")
    pairs = [(cell.a.open, cell.b.open) for cell in found.best.months]
    rows = [
        {"month": day.isoformat(), "side": side, "count": count}
        for day, pair in zip(found.period, pairs, strict=True)
        for side, count in zip(sides, pair, strict=True)
    ]
    shown = [pair for pair in pairs if pair[0] is not None]
    first, last = (shown[0], shown[-1]) if shown else ((None, None), (None, None))
    sentence = voice.say(
        "report.people.tells", a=counted(first[0], voice), b=counted(first[1], voice),
        last_a=counted(last[0], voice), last_b=counted(last[1], voice),
    )  # fmt: skip
    heads = [voice.say("compare.column.month"), *sides]
    cells = _by_month(found, [[pair[0], pair[1]] for pair in pairs], voice)
    shape = Lines(rows, sides, voice.say("report.people.axis"))
    return _figure("people", sentence, shape, (heads, cells), voice)


def days_by_month(found: Comparison, voice: Voice) -> Figure:
    """Return the days gained and lost in each month, by type of leave."""
    signs = voice.say("compare.column.gained"), voice.say("compare.column.lost")
    rows = [
        {"month": day.isoformat(), "name": leave_of(route.id, voice), "sign": sign, "count": count}
        for route in found.changed
        for day, cell in zip(found.period, route.months, strict=True)
        for sign, count in zip(
            signs, (cell.days_gained, -cell.days_lost if cell.days_lost else 0), strict=True
        )
        if count is not None
    ]
    heads = [voice.say("compare.column.month")]
    for route in found.changed:
        heads += [voice.say("report.days.head", leave=leave_of(route.id, voice), sign=sign)
                  for sign in signs]  # fmt: skip
    months = zip(*(route.months for route in found.changed), strict=True)
    numbers = [[n for c in cells for n in (c.days_gained, c.days_lost)] for cells in months]
    sentence = voice.say(
        "report.days.tells", gained=counted(found.best.whole.days_gained, voice),
        lost=counted(found.best.whole.days_lost, voice),
    )  # fmt: skip
    shape = Strips(rows, signs, voice.say("report.days.axis"))
    return _figure("days", sentence, shape, (heads, _by_month(found, numbers, voice)), voice)


def first_days(found: Comparison, voice: Voice) -> Iterator[Figure]:
    """Yield the people whose first open day moves, by type of leave, if any may be told."""
    routes = [route for route in found.changed if any(_moves(route))]
    if not routes:
        return
    kinds = [voice.say(f"report.moved.{kind}") for kind in MOVES]
    rows = [
        {"name": leave_of(route.id, voice), "kind": kind, "count": count,
         "said": counted(count, voice)}
        for route in routes
        for kind, count in zip(kinds, _moves(route), strict=True)
        if count
    ]  # fmt: skip
    heads = [voice.say("compare.column.leave"), *kinds, voice.say("report.moved.same")]
    heads += [voice.say(f"report.moved.median.{kind}") for kind in MOVES[:2]]
    cells = [
        [leave_of(route.id, voice),
         *(counted(n, voice) for n in (*_moves(route), route.moved.same)),
         *(_median(spread.people, spread.median, voice)
           for spread in (route.moved.earlier, route.moved.later))]
        for route in found.changed
    ]  # fmt: skip
    shape = Bars(rows, voice.say("compare.column.people"))
    yield _figure("moved", voice.say("report.moved.tells"), shape, (heads, cells), voice)


def by_class(found: Comparison, grouping: str, voice: Voice) -> Figure:
    """Return the people of each class who gain or lose a day of some leave."""
    kinds = [voice.say(f"compare.column.{name}") for name in ("gaining", "losing")]
    names = {
        name: class_of(grouping, name, found.classes[grouping], voice)
        for name in found.groups[grouping]
    }
    rows = [
        {"name": names[name], "kind": kind, "count": count, "said": counted(count, voice)}
        for name, of in found.groups[grouping].items()
        for kind, count in zip(kinds, (of.gaining, of.losing), strict=True)
        if count is not None
    ]
    heads = [voice.say(f"compare.group.{grouping}"), voice.say("compare.column.people"), *kinds]
    cells = [
        [names[name], *(counted(n, voice) for n in (of.people, of.gaining, of.losing))]
        for name, of in found.groups[grouping].items()
    ]
    hidden = sum(of.losing is None for of in found.groups[grouping].values())
    sentence = voice.count("report.class.tells", hidden, hidden=hidden)
    shape = Bars(rows, voice.say("compare.column.people"))
    return _figure(grouping, sentence, shape, (heads, cells), voice)


def _figure(
    name: str, sentence: str, shape: Shape, table: tuple[Sequence[str], Any], voice: Voice
) -> Figure:
    title = voice.say(f"report.{name}.title")
    heads, rows = table
    return Figure(name, title, sentence, shape, Table(f"{name}-table", title, heads, rows))


def _by_month(
    found: Comparison, numbers: Sequence[Sequence[int | None]], voice: Voice
) -> list[list[str]]:
    return [
        [voice.day(day), *(counted(number, voice) for number in row)]
        for day, row in zip(found.period, numbers, strict=True)
    ]


def _moves(route: Route) -> tuple[int | None, ...]:
    of = route.moved
    return of.earlier.people, of.later.people, of.opens_at_last, of.opens_no_more


def _median(people: int | None, median: int | None, voice: Voice) -> str:
    return "–" if people == 0 else counted(median, voice)
