"""Two laws over many people, as it was counted elsewhere and kept: shown, and taken away.

What is shown is the report of ``sortie reform compare``, block by block, in the skin of the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, JsonResponse

from sortie.reform import packaged, results, showing
from sortie.reform.showing import Figure
from sortie.web.frame import Answer, Asked, draw
from sortie.web.pages.reforms.kept import COMPARE, folder, lines_of

TEMPLATE = "reforms/comparisons.html"
_COLUMNS = ("law", "against", "people", "period", "made_on")
_NOT_THERE = 404
_REFUSED = (results.NoSuchComparison, results.ComparisonUnread, results.ThresholdTooLow)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One figure; ``kept`` whether an image of it was."""

    figure: Figure
    kept: bool


def comparisons(asked: Asked) -> Mapping[str, Any]:
    """Return every comparison kept, the latest first, and how another is made."""
    return _listed(asked)


def comparison(asked: Asked, name: str) -> Answer:
    """Return one comparison; one that is not kept leads to the list, which says how it is made."""
    try:
        kept = results.kept(folder(), name)
    except _REFUSED as refused:
        values = {**_listed(asked), "refused": refused.code, "name": name}
        return draw(asked, TEMPLATE, values, _NOT_THERE)
    report, tongue = kept.report, asked.tongue
    drawings = kept.drawings.get(tongue.code, {})
    return {
        "kept": kept,
        "title": showing.title_of(report, tongue),
        "head": showing.head_of(report, tongue),
        "figures": tuple(
            Drawn(each, each.name in drawings)
            for each in showing.figures_of(report.comparison, tongue)
        ),
        "drawn": bool(drawings),
        "sections": tuple(showing.sections_of(report, tongue)),
    }


def drawing(asked: Asked, name: str, figure: str) -> HttpResponse:
    """Return an image (SVG) of a figure, as it was kept.

    Raises:   Http404
    """
    image = _kept(name).drawings.get(asked.tongue.code, {}).get(figure)
    if image is None:
        raise Http404
    return HttpResponse(image, content_type="image/svg+xml")


def report(asked: Asked, name: str) -> HttpResponse:
    """Return the report of one file, in the language of the page, to be taken away."""
    kept = _kept(name)
    drawings = kept.drawings.get(asked.tongue.code, {})
    page = showing.page(kept.report, drawings, asked.tongue)
    return _taken(HttpResponse(page, content_type="text/html; charset=utf-8"), name, "html")


def data(asked: Asked, name: str) -> HttpResponse:  # noqa: ARG001 (a page is asked)
    """Return every number that is told, as a program reads it."""
    written = results.written(_kept(name).report)
    answer = JsonResponse(written, json_dumps_params={"ensure_ascii": False, "indent": 2})
    return _taken(answer, name, "json")


def _kept(name: str) -> results.Kept:
    try:
        return results.kept(folder(), name)
    except _REFUSED as refused:
        raise Http404 from refused


def _taken(answer: HttpResponse, name: str, kind: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer


def _listed(asked: Asked) -> dict[str, Any]:
    shelf = results.shelf(folder())
    return {
        "lines": lines_of(shelf.kept, asked),
        "unread": shelf.unread,
        "columns": tuple(asked.say(f"comparisons.column.{each}") for each in _COLUMNS),
        "command": COMPARE.format(packaged()[0].id),
        "refused": "",
        "name": "",
    }
