"""How leaves end, as published: rates as intervals, each with the figures that it is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sortie.law.france.published.figures import PublishedFigure, figure_of, sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRate:
    """A rate between the least and the most of what was published; of no figure, it is assumed.

    ``most`` is the largest that it can be, from 0.
    """

    id: str
    low: float
    high: float
    most: float
    figures: tuple[PublishedFigure, ...]
    title: Mapping[str, str]


@cache
def outcome_rates() -> Mapping[str, OutcomeRate]:
    """Return every rate by its id."""
    held = sheet("outcomes")
    sources = {row["id"]: row for row in held["sources"]}
    figures = {row["id"]: figure_of(row, sources[row["source"]]) for row in held["figures"]}
    return {row["id"]: _rate(row, figures) for row in held["rates"]}


def _rate(row: Mapping[str, Any], figures: Mapping[str, PublishedFigure]) -> OutcomeRate:
    made_of = tuple(figures[each] for each in row.get("figures", ()))
    shares = [figure.share for figure in made_of] or [float(row["low"]), float(row["high"])]
    return OutcomeRate(
        id=row["id"], low=min(shares), high=max(shares), most=float(row["most"]),
        figures=made_of, title={"fr": row["title_fr"], "en": row["title_en"]},
    )  # fmt: skip
