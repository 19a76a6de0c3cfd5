"""Comparisons kept in a folder: made where a whole population is asked about, shown elsewhere.

What shows them counts nothing and draws nothing: their cells and their drawings are in the file.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from sortie.reform.results.cells import THRESHOLD
from sortie.reform.results.errors import ComparisonUnread, NoSuchComparison, ThresholdTooLow
from sortie.reform.results.reading import report_of
from sortie.reform.results.report import Report
from sortie.reform.results.written import written

KEPT = "sortie/kept-comparison@1"
_SUFFIX = ".json"
_DIGITS = 10
_ELEMENT = re.compile(r"<\s*/?([^\s/>]*)")
_DRAWS = frozenset(["svg", "g", "path", "rect", "line", "circle", "text", "tspan", "title", "desc",
                    "defs", "clipPath"])  # fmt: skip
# A name of its own, and no address: clips are the only things that one part says of another.
_ASKS = re.compile(r"\son\w+\s*=|href\s*=|style\s*=|url\((?!#)", re.IGNORECASE)
_AT_HAND = 32
# By language, then by figure: an image (SVG).
Drawings = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Kept:
    """One comparison as it is kept: made on which day, with drawings where any were made."""

    name: str
    made_on: date
    report: Report
    drawings: Drawings


@dataclass(frozen=True)
class Shelf:
    """The comparisons of a folder, the latest first, and the names of the files not read."""

    kept: tuple[Kept, ...]
    unread: tuple[str, ...]


def name_of(report: Report) -> str:
    """Return the name under which a comparison is kept.

    The trap: it says which people and which laws, and not which months. The same people under the
    same laws are kept once, so that no two kept comparisons differ by a month or a threshold, and
    what one hides cannot be had by subtracting it from the other.
    """
    found = report.comparison
    of = [found.records, found.laws, found.supposed, found.readings]
    digest = hashlib.sha256(json.dumps(of, sort_keys=True).encode()).hexdigest()
    return f"{report.reforms[1].id}-{digest[:_DIGITS]}"


def keep(folder: Path, report: Report, drawings: Drawings, made_on: date) -> str:
    """Keep a comparison in a folder, made if need be; return its name.

    Raises:   ThresholdTooLow, OSError
    """
    threshold = report.comparison.threshold
    refuse_low(threshold)
    name = name_of(report)
    whole = {
        "format": KEPT,
        "made_on": made_on.isoformat(),
        "comparison": written(report),
        "drawings": drawings,
    }
    folder.mkdir(parents=True, exist_ok=True)
    under_way = folder / f".{name}.tmp"
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    under_way.write_text(text + "\n", encoding="utf-8")
    under_way.replace(folder / f"{name}{_SUFFIX}")
    return name


def refuse_low(threshold: int) -> None:
    """Refuse a threshold that hides less than what is kept must hide.

    Raises:   ThresholdTooLow
    """
    if threshold < THRESHOLD:
        raise ThresholdTooLow(threshold, THRESHOLD)


def shelf(folder: Path) -> Shelf:
    """Return what a folder keeps; a folder that is not there keeps nothing."""
    found, unread = [], []
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        try:
            found.append(kept(folder, path.stem))
        except (ComparisonUnread, ThresholdTooLow):
            unread.append(path.name)
    found.sort(key=lambda each: (each.made_on, each.name), reverse=True)
    return Shelf(tuple(found), tuple(unread))


def kept(folder: Path, name: str) -> Kept:
    """Return one comparison of a folder.

    Raises:   NoSuchComparison; ComparisonUnread, ThresholdTooLow: it is there, and is not shown
    """
    path = next((each for each in folder.glob(f"*{_SUFFIX}") if each.stem == name), None)
    if path is None:
        raise NoSuchComparison(name)
    try:
        said = path.stat()
        found = _read(path, said.st_mtime_ns, said.st_size)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise ComparisonUnread(name) from wrong
    refuse_low(found.report.comparison.threshold)
    return found


@lru_cache(maxsize=_AT_HAND)
def _read(path: Path, changed: int, size: int) -> Kept:  # noqa: ARG001 (a file changed is another)
    whole = json.loads(path.read_text("utf-8"))
    if whole["format"] != KEPT:
        raise ValueError(whole["format"])
    return Kept(
        name=path.stem,
        made_on=date.fromisoformat(whole["made_on"]),
        report=report_of(whole["comparison"]),
        drawings=_drawings(whole["drawings"]),
    )


def _drawings(json: Mapping[str, Mapping[str, Any]]) -> Drawings:
    return {
        language: {name: _drawing(str(image)) for name, image in figures.items()}
        for language, figures in json.items()
    }


def _drawing(image: str) -> str:
    """Return an image that only draws: the report that holds it is opened far from our policy.

    Raises:   ValueError: it may run, or ask for, something
    """
    if not image.startswith("<svg ") or not _DRAWS.issuperset(_ELEMENT.findall(image)):
        raise ValueError("drawing")
    if _ASKS.search(image):
        raise ValueError("drawing")
    return image
