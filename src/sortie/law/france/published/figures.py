"""The published figures with their year, source and grade, and what has no published figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedFigure:
    """A number somebody published of the people in prison, on a day, and where it was read.

    ``of`` is what a count is counted among. ``grade``: H a primary text or several reports that
    agree, M one good secondary source, L weak or alone, D worked out here from the others.
    """

    id: str
    value: float
    of: float | None
    unit: str
    on: date
    source: str
    url: str
    grade: str
    title: Mapping[str, str]

    @property
    def share(self) -> float:
        """The number, for each of those it is counted among; itself where it is no count."""
        return self.value if self.of is None else self.value / self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A number that nobody published: ours, said to be so, and for anyone to change.

    ``most`` is the largest that it can be, from 0.
    """

    id: str
    value: float
    most: float
    title: Mapping[str, str]


@cache
def published_figures() -> Mapping[str, PublishedFigure]:
    """Return every published figure by its id."""
    sources = {row["id"]: row for row in sheet("sources")}
    return {row["id"]: figure_of(row, sources[row["source"]]) for row in sheet("figures")}


@cache
def assumptions() -> Mapping[str, Assumption]:
    """Return every assumption by its id."""
    return {
        row["id"]: Assumption(
            id=row["id"],
            value=float(row["value"]),
            most=float(row.get("most", 1)),
            title=_title(row),
        )
        for row in sheet("assumptions")
    }


def sheet(name: str) -> Any:
    """Return what one of the files of this folder holds."""
    return yaml.safe_load((_FOLDER / f"{name}.yaml").read_text("utf-8"))


def figure_of(row: Mapping[str, Any], source: Mapping[str, Any]) -> PublishedFigure:
    """Return the figure of one row, and where it was read."""
    of = row.get("of")
    return PublishedFigure(
        id=row["id"],
        value=float(row["value"]),
        of=None if of is None else float(of),
        unit=row["unit"],
        on=row["day"],
        source=source["name"],
        url=source["url"],
        grade=row["grade"],
        title=_title(row),
    )


def _title(row: Mapping[str, Any]) -> Mapping[str, str]:
    return {"fr": row["title_fr"], "en": row["title_en"]}
