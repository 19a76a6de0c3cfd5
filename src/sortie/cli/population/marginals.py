"""One row for each published figure: what was published, what the tables come to, in words."""

from dataclasses import dataclass
from typing import Any

from sortie import law, population
from sortie.words import NARROW, Tongue

_A_SHARE = ("persons", "share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure in words; ``both`` are the two numbers, where they are shares of people."""

    id: str
    title: str
    published: str
    year: str
    grade: str
    source: str
    url: str
    measured: str
    difference: str
    both: tuple[float, float] | None

    def holes(self) -> dict[str, str]:
        """Return the row as the holes of a sentence."""
        return {
            "title": self.title, "published": self.published, "year": self.year,
            "grade": self.grade, "measured": self.measured, "difference": self.difference,
        }  # fmt: skip


def rows_of(found: population.Description, tongue: Tongue) -> list[Row]:
    """Return a row for each published figure that tables can show, in the order of their page."""
    return [
        _row(figure, found.measured[name], tongue)
        for name, figure in law.france.published_figures().items()
        if name in found.measured
    ]


def _row(figure: law.france.PublishedFigure, measured: population.Measured, tongue: Tongue) -> Row:
    share = figure.unit in _A_SHARE
    apart = measured.value - figure.share
    spread = measured.by_chance
    difference = _points(apart, tongue) if share else _number(apart, tongue, signed=True)
    if spread is not None:
        difference += f" (±{_points(spread, tongue, signed=False)})"
    return Row(
        id=figure.id,
        title=tongue.either(figure.title),
        published=_percent(figure.share, tongue) if share else _number(figure.share, tongue),
        year=str(figure.on.year),
        grade=figure.grade,
        source=figure.source,
        url=figure.url,
        measured=_percent(measured.value, tongue) if share else _number(measured.value, tongue),
        difference=difference,
        both=(figure.share, measured.value) if share else None,
    )


def _percent(share: float, tongue: Tongue) -> str:
    between = NARROW if tongue.code == "fr" else ""
    return f"{_number(share * 100, tongue)}{between}%"


def _points(apart: float, tongue: Tongue, *, signed: bool = True) -> str:
    return _number(apart * 100, tongue, signed=signed)


def _number(number: float, tongue: Tongue, *, signed: bool = False) -> str:
    return _spelled(f"{number:{'+' if signed else ''}.2f}", tongue)


def plain(number: float, tongue: Tongue) -> str:
    """Return a number as it was typed, with the decimal mark of the language."""
    return _spelled(f"{number:g}", tongue)


def _spelled(digits: str, tongue: Tongue) -> str:
    return digits.replace(".", tongue.say("population.synthetic.decimal"))


def numbers_of(found: population.Description, figure: law.france.PublishedFigure) -> dict[str, Any]:
    """Return a figure and what was measured of it, as a program reads it."""
    measured = found.measured.get(figure.id)
    return {
        "id": figure.id,
        "title": dict(figure.title),
        "published": figure.share,
        "unit": figure.unit,
        "on": figure.on.isoformat(),
        "grade": figure.grade,
        "source": figure.source,
        "url": figure.url,
        "measured": None if measured is None else measured.value,
        "among": None if measured is None else measured.among,
        "difference": None if measured is None else measured.value - figure.share,
        "by_chance": None if measured is None else measured.by_chance,
    }
