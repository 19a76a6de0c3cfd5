"""The figures of a year, told: each count in words, and the whole for programs and tables."""

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import StringIO
from typing import Any

from sortie import register
from sortie.office import figures as counted
from sortie.words.reasons import leave_name
from sortie.words.tongue import Tongue, raised

COLUMNS = (
    "year", "table", "leave", "figure", "low", "high", "of", "share", "share_low", "share_high",
    "means",
)  # fmt: skip
FORMAT = "sortie/figures@1"
_UNBROKEN = "\u00a0"


def cell_told(cell: counted.Cell, tongue: Tongue) -> str:
    """Return a count as it may be told, in words."""
    if cell.low is None or cell.high is None:
        return tongue.say("figures.cell.hidden")
    if cell.low == cell.high:
        return str(cell.low)
    return _unbroken(tongue.say("figures.cell.range", low=cell.low, high=cell.high))


def share_told(told: counted.Told, name: str, tongue: Tongue) -> str:
    """Return the share that a figure is of its denominator, with its interval; empty if hidden."""
    share = told.shares.get(name)
    if share is None:
        return ""
    holes = {
        "share": _percent(share.share, tongue),
        "low": _percent(share.low, tongue),
        "high": _percent(share.high, tongue),
        "of": tongue.say(f"figures.name.{told.block.of(name)}"),
    }
    return tongue.say("figures.of", **holes)


def _percent(share: float, tongue: Tongue) -> str:
    written = f"{100 * share:.1f}"
    return _unbroken(f"{written} %".replace(".", ",")) if tongue.code == "fr" else f"{written}%"


def _unbroken(text: str) -> str:
    return text.replace(" ", _UNBROKEN)


def table_told(told: counted.Told, year: int, tongue: Tongue) -> str:
    """Return a whole table in one sentence."""
    holes = {name: cell_told(cell, tongue) for name, cell in told.cells.items()}
    return tongue.say(f"figures.says.{told.block.name}", year=year, **holes)


def kind_told(kind: str, tongue: Tongue) -> str:
    """Return what a kind of leave is called; ``OTHERS`` are several together."""
    if kind == counted.OTHERS:
        return tongue.say("figures.kinds.others")
    return raised(leave_name(kind, tongue))


def written_figures(figures: counted.YearFigures, tongue: Tongue) -> dict[str, Any]:
    """Return the figures as JSON values; the definitions are in the language asked."""
    days, span = figures.days, figures.span
    return {
        "format": FORMAT,
        "year": span.year,
        "over": span.is_over,
        "counted_before": span.upto.isoformat(),
        "threshold": figures.threshold,
        "tables": [_table(each, tongue) for each in figures.tables],
        "days_to_answer": None
        if days is None
        else {"lower_quartile": days.lower, "median": days.median, "upper_quartile": days.upper},
        "erased": _cell(figures.erased),
        "checkpoint": checkpoint_of(figures),
        "queries": list(figures.questions),
    }


def checkpoint_of(figures: counted.YearFigures) -> dict[str, Any] | None:
    """Return the checkpoint that seals what was counted: its size, its root, when it was kept."""
    kept = figures.checkpoint
    if kept is None:
        return None
    signed = register.read_checkpoint(kept.text).checkpoint
    return {"size": kept.size, "root": signed.root.hex(), "at": kept.at.isoformat()}


def _table(told: counted.Told, tongue: Tongue) -> dict[str, Any]:
    return {
        "table": told.block.name,
        "figures": [
            {
                "figure": name,
                **_cell(told.cells[name]),
                "of": told.block.of(name),
                "share": _share(told.shares.get(name)),
                "means": tongue.say(f"figures.means.{name}"),
            }
            for name in told.block.figures
        ],
        "by_leave": [
            {"leave": kind or None, "counts": dict(counts)} for kind, counts in told.kinds.counts
        ],
    }


def _cell(cell: counted.Cell) -> dict[str, int | None]:
    return {"low": cell.low, "high": cell.high}


def _share(share: counted.Share | None) -> dict[str, float] | None:
    if share is None:
        return None
    return {name: round(getattr(share, name), 4) for name in ("share", "low", "high")}


def figures_table(figures: counted.YearFigures, tongue: Tongue) -> str:
    """Return the figures as CSV: one line a figure, then one a figure and kind of leave."""
    text = StringIO()
    lines = csv.DictWriter(text, COLUMNS, lineterminator="\r\n", restval="")
    lines.writeheader()
    for told in figures.tables:
        lines.writerows(_lines(told, figures.span.year, tongue))
    return text.getvalue()


def _lines(told: counted.Told, year: int, tongue: Tongue) -> Iterator[Mapping[str, object]]:
    table = {"year": year, "table": told.block.name}
    for name in told.block.figures:
        share = _share(told.shares.get(name)) or {}
        yield {
            **table,
            "figure": name,
            **{key: "" if each is None else each for key, each in _cell(told.cells[name]).items()},
            "of": told.block.of(name) or "",
            "share": share.get("share", ""),
            "share_low": share.get("low", ""),
            "share_high": share.get("high", ""),
            "means": tongue.say(f"figures.means.{name}"),
        }
    for kind, counts in told.kinds.counts:
        for name, count in counts.items():
            yield {**table, "leave": kind or "others", "figure": name, "low": count, "high": count}


def upto_told(figures: counted.YearFigures, tongue: Tongue) -> str:
    """Return in words whether the year is over, and up to when what was written down counts."""
    span: counted.Span = figures.span
    key = "figures.over" if span.is_over else "figures.under_way"
    upto: datetime = span.upto
    return tongue.say(key, upto=tongue.day(upto.date()))
