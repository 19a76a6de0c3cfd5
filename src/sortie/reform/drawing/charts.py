"""Charts as Vega-Lite draws them: told apart without colour, by dashes, fills and words."""

import html
import re
from typing import Any

import altair as alt
import vl_convert

from sortie.reform.showing import Bars, Lines, Strips

# A solid dark line and a dashed one; a full bar and an empty one.
A_INK, B_INK, EMPTY = "#12263a", "#9c3a00", "#ffffff"
_WIDTH, _HEIGHT, _STRIP, _STEP = 430, 220, 70, 34
_FONT = 14
# The whole is one image, told in our own words: what its parts would say of themselves is not ours.
_PARTS_TOLD = re.compile(r' (?:role="graphics-[a-z]+"|aria-[a-z]+="[^"]*")')


def lines(shape: Lines) -> Any:
    """Return two lines by month, A solid and B dashed; a month that is hidden breaks them."""
    scale = alt.Scale(domain=list(shape.sides), range=[A_INK, B_INK])
    return (
        alt.Chart(alt.InlineData(values=list(shape.rows)))
        .mark_line(strokeWidth=2.5, invalid="break-paths-show-path-domains")
        .encode(
            x=_months(),
            y=alt.Y("count:Q", title=shape.title, axis=alt.Axis(format=",d", tickMinStep=1)),
            color=alt.Color("side:N", scale=scale, legend=_legend()),
            strokeDash=alt.StrokeDash(
                "side:N", scale=alt.Scale(domain=list(shape.sides), range=[[1, 0], [7, 5]]),
                legend=_legend(),
            ),
        )
        .properties(width=_WIDTH, height=_HEIGHT)
    )  # fmt: skip


def strips(shape: Strips) -> Any:
    """Return a strip a type of leave, days by month: full bars up if gained, empty ones down."""
    base = (
        alt.Chart(alt.InlineData(values=list(shape.rows)))
        .mark_bar(stroke=A_INK, strokeWidth=0.5)
        .encode(
            x=_months(),
            y=alt.Y("count:Q", title=None, axis=alt.Axis(format=",d", tickCount=3)),
            fill=alt.Fill(
                "sign:N",
                legend=_legend(),
                scale=alt.Scale(domain=list(shape.signs), range=[A_INK, EMPTY]),
            ),
        )
        .properties(width=_WIDTH, height=_STRIP)
    )  # fmt: skip
    header = alt.Header(
        labelOrient="top", labelAnchor="start", labelFontSize=_FONT, title=shape.title,
        titleFontSize=_FONT, labelLimit=_WIDTH,
    )  # fmt: skip
    names = list(dict.fromkeys(row["name"] for row in shape.rows))
    return base.facet(row=alt.Row("name:N", sort=names, header=header), spacing=16)


def bars(shape: Bars) -> Any:
    """Return a bar a row, lost ones empty and gained ones full, each with its number beside."""
    names = list(dict.fromkeys(row["name"] for row in shape.rows))
    kinds = list(dict.fromkeys(row["kind"] for row in shape.rows))
    fills = [A_INK, EMPTY, "#8a8f98", "#d9dce1"][: len(kinds)]
    base = alt.Chart(alt.InlineData(values=list(shape.rows))).encode(
        x=alt.X("count:Q", title=shape.title, axis=alt.Axis(format=",d", tickCount=4)),
        y=alt.Y("kind:N", sort=kinds, title=None, axis=None),
    )
    bar = base.mark_bar(stroke=A_INK, strokeWidth=1).encode(
        fill=alt.Fill("kind:N", scale=alt.Scale(domain=kinds, range=fills), legend=_legend())
    )
    text = base.mark_text(align="left", dx=5, fontSize=_FONT).encode(text="said:N")
    header = alt.Header(
        labelOrient="top", labelAnchor="start", labelFontSize=_FONT, title=None, labelLimit=_WIDTH
    )
    row = alt.Row("name:N", sort=names, header=header)
    layer = alt.layer(bar, text).properties(width=_WIDTH - 60, height={"step": _STEP / 2 + 4})
    return layer.facet(row=row, spacing=10).resolve_scale(y="independent")


def svg(chart: Any, name: str, title: str, told: str, language: str) -> str:
    """Return a drawing (SVG) that says its title and what it shows; its ids begin with ``name``."""
    drawn = chart.configure(
        background="white", font="sans-serif",
        axis=alt.AxisConfig(labelFontSize=_FONT, titleFontSize=_FONT, labelColor="#000"),
        legend=alt.LegendConfig(labelFontSize=_FONT, symbolStrokeWidth=2.5, symbolSize=300),
        view=alt.ViewConfig(stroke=None),
    )  # fmt: skip
    image = str(
        vl_convert.vegalite_to_svg(
            drawn.to_dict(), format_locale=_NUMBERS[language], time_format_locale=_TIMES[language]
        )
    )
    image = _PARTS_TOLD.sub("", image)
    start = image.index(">", image.index("<svg")) + 1
    head = f'{image[: start - 1]} role="img" aria-labelledby="{name}-title {name}-told">'
    said = (
        f'<title id="{name}-title">{html.escape(title)}</title>'
        f'<desc id="{name}-told">{html.escape(told)}</desc>'
    )
    return _own_ids(head + said + image[start:], name)


def _own_ids(image: str, name: str) -> str:
    """Return a drawing whose clips bear names of its own: a page holds several."""
    return image.replace('id="clip', f'id="{name}-clip').replace("url(#clip", f"url(#{name}-clip")


def _months() -> Any:
    return alt.X(
        "month:T", title=None, axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True)
    )


def _legend() -> Any:
    return alt.Legend(orient="top", title=None, direction="vertical")


_NUMBERS = {
    "fr": {"decimal": ",", "thousands": "\u202f", "grouping": [3], "currency": ["", "\u00a0€"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["£", ""]},
}
_TIMES: dict[str, Any] = {"fr": "fr-FR", "en": "en-GB"}
