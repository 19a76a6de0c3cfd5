"""``sortie office figures``: the figures of a year, as the public page tells them."""

import sys

from sortie import office
from sortie.cli.office.bench import Bench
from sortie.cli.page import Page
from sortie.cli.paint import show
from sortie.words.office import figures as words


def figures(bench: Bench) -> int:
    """Write the figures of a year: that asked for, else the last one that is over.

    Raises:   office.figures.YearNotCounted, office.figures.ThresholdTooLow
    """
    chosen, tongue = bench.chosen, bench.tongue
    span = _span(bench)
    if span is None:
        page = Page()
        page.text(tongue.say("figures.none"))
        show(page)
        return 0
    threshold = bench.count(chosen.threshold, "--threshold")
    found = office.figures.figures(
        span, office.figures.THRESHOLD if threshold is None else threshold
    )
    if chosen.json:
        return bench.write(words.written_figures(found, tongue))
    if chosen.csv:
        sys.stdout.write(words.figures_table(found, tongue).replace("\r\n", "\n"))
        return 0
    show(_page(found, bench))
    return 0


def _span(bench: Bench) -> office.figures.Span | None:
    year, at = bench.count(bench.chosen.year, "--year"), bench.at
    if year is not None:
        return office.figures.span_of(year, at)
    known = office.figures.spans(at)
    return next((each for each in known if each.is_over), known[0] if known else None)


def _page(found: office.figures.YearFigures, bench: Bench) -> Page:
    page, tongue = Page(), bench.tongue
    page.title(tongue.say("figures.title.year", year=found.span.year))
    page.text(words.upto_told(found, tongue))
    page.text(tongue.say("figures.hidden", threshold=found.threshold))
    for told in found.tables:
        page.title(tongue.say(f"figures.table.{told.block.name}"))
        for name in told.block.figures:
            page.text(_line(told, name, bench), indent=2, hang=2)
    page.title(tongue.say("figures.days.title"))
    page.text(_days(found, bench), indent=2)
    page.title(tongue.say("figures.source"))
    sealed = words.checkpoint_of(found)
    if sealed is None or found.checkpoint is None:
        page.text(tongue.say("figures.unsealed"), indent=2)
    else:
        at = bench.clock.say(found.checkpoint.at)
        page.text(tongue.say("figures.sealed", **{**sealed, "at": at}), indent=2)
    return page


def _line(told: office.figures.Told, name: str, bench: Bench) -> str:
    tongue = bench.tongue
    share = words.share_told(told, name, tongue)
    holes = {"name": tongue.say(f"figures.name.{name}"),
             "count": words.cell_told(told.cells[name], tongue), "share": share}  # fmt: skip
    return tongue.say("figures.line.share" if share else "figures.line", **holes)


def _days(found: office.figures.YearFigures, bench: Bench) -> str:
    days = found.days
    if days is None:
        return bench.tongue.say("figures.days.none")
    return bench.tongue.say(
        "figures.days.says", median=days.median, lower=days.lower, upper=days.upper
    )
