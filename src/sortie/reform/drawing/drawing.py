"""Each figure drawn as its shape asks."""

from collections.abc import Mapping
from typing import Any

from sortie.reform.drawing import charts
from sortie.reform.results import Comparison
from sortie.reform.showing import Bars, Figure, Lines, Shape, Strips, figures_of
from sortie.reform.telling import Voice


def drawings(found: Comparison, voice: Voice) -> Mapping[str, str]:
    """Return an image (SVG) for each figure of a comparison, by its name, in one language."""
    return {each.name: _drawn(each, voice) for each in figures_of(found, voice)}


def _drawn(figure: Figure, voice: Voice) -> str:
    chart = _chart(figure.shape)
    return charts.svg(chart, figure.name, figure.title, figure.sentence, voice.code)


def _chart(shape: Shape) -> Any:
    match shape:
        case Lines():
            return charts.lines(shape)
        case Strips():
            return charts.strips(shape)
        case Bars():
            return charts.bars(shape)
