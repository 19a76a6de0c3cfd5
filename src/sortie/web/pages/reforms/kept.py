"""The comparisons that the site keeps, as the pages list them: none is ever made here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from sortie.reform import results, telling
from sortie.web.frame import Asked

# What is typed where the tables are; the hole is a reform of the house, or a file.
COMPARE = "sortie reform compare {} --population people --keep comparisons"


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison of a list: the two laws, how many people, over which months."""

    name: str
    title: str
    against: str
    people: str
    period: str
    made_on: date
    synthetic: bool


def folder() -> Path:
    """Return where the site finds them: what whoever runs it chose."""
    return Path(settings.SORTIE_COMPARISONS)


def lines_of(found: Iterable[results.Kept], asked: Asked) -> tuple[Line, ...]:
    """Return kept comparisons as they are listed."""
    return tuple(_line(each, asked) for each in found)


def kept_of(reform_id: str, asked: Asked) -> tuple[Line, ...]:
    """Return the comparisons in which a reform is one of the two laws."""
    found = results.shelf(folder()).kept
    return lines_of((each for each in found if reform_id in _laws(each)), asked)


def _laws(kept: results.Kept) -> tuple[str, ...]:
    return tuple(each.id for each in kept.report.reforms if each is not None)


def _line(kept: results.Kept, asked: Asked) -> Line:
    report, tongue = kept.report, asked.tongue
    a, b = report.reforms
    against = tongue.say("compare.law_in_force") if a is None else tongue.either(a.title)
    return Line(
        kept.name, tongue.either(b.title), against,
        telling.counted(report.comparison.touched.people, tongue),
        telling.period(report.comparison, tongue), kept.made_on, report.synthetic,
    )  # fmt: skip
