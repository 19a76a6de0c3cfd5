"""Two laws compared, in a terminal: what changes, for how many people, by which rule."""

import sys
from collections.abc import Iterable, Sequence

from sortie.cli.page import Page, terminal_width
from sortie.cli.paint import show
from sortie.reform import ReformTold, telling
from sortie.reform.expecting import Expected
from sortie.reform.results import Comparison, Report
from sortie.words import Tongue

_NARROW = 76
Rows = Iterable[tuple[str, Sequence[int | None]]]


def show_comparison(report: Report, tongue: Tongue) -> None:
    """Write what two laws come to."""
    found = report.comparison
    _head(report, tongue)
    if found.changed:
        _routes(found, tongue)
        _moved(found, tongue)
        _causes(report, tongue)
    if report.expected is not None:
        _expected(report.expected, tongue)
    page = Page()
    page.raw()
    page.text(tongue.say("compare.supposed"), style="faint")
    page.text(hidden_why(found, tongue), style="faint")
    show(page)


def side(name: str, reform: ReformTold | None, tongue: Tongue) -> str:
    """Return which law a side is."""
    if reform is None:
        return tongue.say(f"compare.side.{name}", law=tongue.say("compare.law_in_force"))
    law = tongue.say(
        "compare.side.reform", title=tongue.either(reform.title), reform=reform.id,
        status=tongue.say(f"reform.status.{reform.status}"), since=tongue.day(reform.since),
    )  # fmt: skip
    return tongue.say(f"compare.side.{name}", law=law)


def hidden_why(found: Comparison, tongue: Tongue) -> str:
    """Return what is hidden, and below which number of people."""
    if found.threshold == 1:
        return tongue.say("compare.exact")
    return tongue.say("compare.hidden_why", most=found.threshold - 1)


def _head(report: Report, tongue: Tongue) -> None:
    page, found, reforms = Page(), report.comparison, report.reforms
    for name, reform in zip(("a", "b"), reforms, strict=True):
        page.text(side(name, reform, tongue), hang=4, style="strong")
    if not report.is_the_law:
        page.text(tongue.say("compare.not_in_force"), style="mark")
    if report.synthetic:
        page.text(tongue.say("compare.synthetic"), style="mark")
    page.blank()
    page.text(telling.period(found, tongue))
    page.text(telling.touched(found, tongue))
    page.blank()
    show(page)


def _routes(found: Comparison, tongue: Tongue) -> None:
    heads = ("leave", "days_a", "days_b", "gained", "lost", "gaining", "losing")
    rows = [
        (
            telling.leave_of(route.id, tongue),
            (
                route.whole.a.days_open, route.whole.b.days_open, route.whole.days_gained,
                route.whole.days_lost, route.whole.people_gaining, route.whole.people_losing,
            ),
        )
        for route in found.changed
    ]  # fmt: skip
    show_table([tongue.say(f"compare.column.{head}") for head in heads], rows, tongue)
    same = [telling.leave_of(route.id, tongue) for route in found.routes if not route.changes]
    if same:
        page = Page()
        page.raw()
        page.text(tongue.say("compare.unchanged", leaves=tongue.listed(same)), style="faint")
        show(page)


def _moved(found: Comparison, tongue: Tongue) -> None:
    page = Page()
    page.title(tongue.say("compare.moved"))
    for route in found.changed:
        parts = tongue.spaced(" ; " if tongue.code == "fr" else "; ")
        said = parts.join(telling.moved(route.moved, tongue))
        leave = telling.leave_of(route.id, tongue)
        page.item("·", tongue.say("compare.moved.of", leave=leave, said=said))
    show(page)


def _causes(report: Report, tongue: Tongue) -> None:
    page, found = Page(), report.comparison
    page.title(tongue.say("compare.causes"))
    for route in found.changed:
        page.text(telling.leave_of(route.id, tongue))
        for cause in route.causes:
            page.item("·", telling.cause(cause, report.rules, tongue))
    page.text(tongue.say("compare.causes.shared"), style="faint")
    show(page)


def _expected(of: Expected, tongue: Tongue) -> None:
    page = Page()
    page.title(tongue.say("report.expected"))
    for name in ("leaves", "on_time", "late", "not_returned", "escape_declared"):
        a, b, difference = (
            telling.between(getattr(side, name).rounded(), tongue)
            for side in (of.a, of.b, of.difference)
        )
        what = tongue.say(f"report.expected.{name}")
        page.item("·", tongue.say("compare.expected", what=what, a=a, b=b, difference=difference))
    page.text(tongue.say("compare.expected.how"), style="faint")
    show(page)


def show_groups(found: Comparison, grouping: str, tongue: Tongue) -> None:
    """Write the people of each class who gain or lose a day of some leave."""
    page = Page()
    page.title(tongue.say(f"compare.by.{grouping}"))
    show(page)
    groups = found.groups[grouping]
    rows = [
        (telling.class_of(grouping, name, found.classes[grouping], tongue),
         (of.people, of.gaining, of.losing, of.either))
        for name, of in groups.items()
    ]  # fmt: skip
    heads = [tongue.say(f"compare.group.{grouping}")]
    heads += [tongue.say(f"compare.column.{h}") for h in ("people", "gaining", "losing", "either")]
    show_table(heads, rows, tongue)


def show_table(heads: Sequence[str], rows: Rows, tongue: Tongue) -> None:
    """Write a table of numbers; on a narrow screen, each row as a paragraph."""
    width = terminal_width()
    if width < _NARROW:
        page = Page()
        for name, numbers in rows:
            cells = [
                tongue.say("compare.cell", head=head, number=telling.counted(number, tongue))
                for head, number in zip(heads[1:], numbers, strict=True)
            ]
            page.text(tongue.say("compare.row", name=name, said=", ".join(cells)), hang=2)
        show(page)
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    table.add_column(heads[0], ratio=1)
    for head in heads[1:]:
        table.add_column(head, justify="right")
    for name, numbers in rows:
        table.add_row(name, *(telling.counted(number, tongue) for number in numbers))
    Console(file=sys.stdout, width=width, highlight=False).print(table)
