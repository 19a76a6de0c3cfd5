"""The custody drawn in the terminal: one row for each leave, the years on an axis."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sortie.cli.page import Page, Piece, Style
from sortie.law import RouteCalendar
from sortie.rules import Outcome, Stretch

LABEL = 24
GLYPHS: dict[Outcome, str] = {
    Outcome.OPEN: "█", Outcome.UNDETERMINED: "▒", Outcome.CLOSED: "·",
}  # fmt: skip
STYLES: dict[Outcome, Style] = {
    Outcome.OPEN: "open", Outcome.UNDETERMINED: "undetermined", Outcome.CLOSED: "faint",
}  # fmt: skip
NOT_IN_FORCE = " "
LAW, ASKED, TODAY = "¦", "▼", "┃"
# Two labels of the axis stand at least this far apart.
APART = 6
_RANK = {Outcome.OPEN: 2, Outcome.UNDETERMINED: 1, Outcome.CLOSED: 0}


@dataclass(frozen=True)
class Scale:
    """Days laid out over the columns of the drawing."""

    since: date
    before: date
    columns: int

    def column(self, day: date) -> int | None:
        """Return where a day stands, None outside the drawing."""
        if not self.since <= day < self.before:
            return None
        return (day - self.since).days * self.columns // (self.before - self.since).days

    def bounds(self, column: int) -> tuple[date, date]:
        """Return the first day of a column and the first day of the next."""
        total = (self.before - self.since).days
        first = -(-total * column // self.columns)
        after = max(first + 1, -(-total * (column + 1) // self.columns))
        return self.since + timedelta(first), self.since + timedelta(after)


def row(label: str, route: RouteCalendar, scale: Scale) -> tuple[Piece, ...]:
    """Return one row: the answer of each column, and nothing where the text is not in force."""
    cells = [_cell(route, *scale.bounds(column)) for column in range(scale.columns)]
    return ((label[:LABEL].ljust(LABEL), ""), *_merged(cells))


def _cell(route: RouteCalendar, first: date, after: date) -> Piece:
    """Return the answer that holds longest in a column; of equals, the more open one."""
    held: dict[Outcome, int] = {}
    for run in in_force(route):
        days = (min(after, run.before) - max(first, run.since)).days
        if days > 0:
            held[run.outcome] = held.get(run.outcome, 0) + days
    if not held:
        return NOT_IN_FORCE, ""
    outcome = max(held, key=lambda each: (held[each], _RANK[each]))
    return GLYPHS[outcome], STYLES[outcome]


def in_force(route: RouteCalendar) -> Iterator[Stretch]:
    """Yield the runs of a route cut to the days on which its text is in force."""
    windows = [version.window for version in route.rule.versions]
    since, before = min(w.since for w in windows), max(w.before for w in windows)
    for run in route.stretches:
        if run.since < before and since < run.before:
            yield Stretch(max(run.since, since), min(run.before, before), run.outcome)


def _merged(cells: Iterable[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for text, style in cells:
        if merged and merged[-1][1] == style:
            merged[-1] = (merged[-1][0] + text, style)
        else:
            merged.append((text, style))
    return merged


def axis(scale: Scale) -> tuple[str, str]:
    """Return the years, and the ticks under them."""
    years, ticks = [" "] * (scale.columns + 4), ["─"] * scale.columns
    free = 0
    for year in range(scale.since.year, scale.before.year + 1):
        column = scale.column(date(year, 1, 1))
        if column is None:
            continue
        ticks[column] = "┬"
        if column >= free and column + 4 <= scale.columns:
            years[column : column + 4] = str(year)
            ticks[column] = "┼"
            free = column + APART
    return "".join(years).rstrip(), "".join(ticks)


def marks(days: Iterable[tuple[date | None, str]], scale: Scale) -> str:
    """Return a row with one glyph for each marked day."""
    cells = [" "] * scale.columns
    for day, glyph in days:
        column = scale.column(day) if day else None
        if column is not None:
            cells[column] = glyph
    return "".join(cells).rstrip()


def draw_axis(page: Page, scale: Scale) -> None:
    """Write the years and their ticks."""
    years, ticks = axis(scale)
    page.raw((" " * LABEL + years, "strong"))
    page.raw((" " * LABEL + ticks, "faint"))
