"""The figures drawn, what was published beside what the tables come to, and the table beside."""

import html
from collections.abc import Iterable

import altair as alt
import vl_convert

from sortie import population
from sortie.cli.population.marginals import Row
from sortie.words import Tongue

# A ring and a disc inside it, of hues and lightnesses that every eye tells apart.
_RING, _DISC = "#0b3d91", "#d55e00"
_RING_SIZE, _DISC_SIZE = 190, 45
_WIDTH, _STEP, _LABEL_WIDTH = 420, 24, 420
_LEAST = 0.0005


def chart_of(found: population.Description, rows: Iterable[Row], tongue: Tongue) -> str:
    """Return a drawing (SVG) of the shares, each a row with two marks; it says what it shows."""
    drawn = [row for row in rows if row.both is not None]
    title = tongue.say("population.synthetic.chart")
    image = str(vl_convert.vegalite_to_svg(_chart(found, drawn, tongue).to_dict()))
    told = tongue.count(
        "population.synthetic.chart_tells", found.people,
        count=found.people, on=tongue.day(found.on), table=f"marginals.{tongue.code}.md",
    )  # fmt: skip
    return _told(image, title, told)


def _chart(found: population.Description, rows: list[Row], tongue: Tongue) -> alt.LayerChart:
    names = [tongue.say(f"population.synthetic.{name}") for name in ("published", "measured")]
    values = [
        {"what": row.title, "which": which, "share": max(share, _LEAST)}
        for row in rows
        if row.both is not None
        for which, share in zip(names, row.both, strict=True)
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X(
            "share:Q",
            scale=alt.Scale(type="log", domain=[_LEAST, 1]),
            axis=alt.Axis(
                values=[0.001, 0.01, 0.1, 1], format="~%",
                title=tongue.say("population.synthetic.axis"),
            ),
        ),
        y=alt.Y(
            "what:N", sort=[row.title for row in rows],
            axis=alt.Axis(labelLimit=_LABEL_WIDTH, title=None),
        ),
        color=alt.Color(
            "which:N", scale=alt.Scale(domain=names, range=[_RING, _DISC]),
            legend=alt.Legend(orient="top", title=None),
        ),
    )  # fmt: skip
    ring = base.mark_point(filled=False, size=_RING_SIZE, strokeWidth=2)
    disc = base.mark_point(filled=True, size=_DISC_SIZE, opacity=1)
    both = (
        each.transform_filter(alt.datum.which == name)
        for each, name in zip((ring, disc), names, strict=True)
    )
    below = tongue.say("population.synthetic.no_real_person") if found.synthetic else ""
    title = alt.TitleParams(tongue.say("population.synthetic.chart"), subtitle=below)
    chart: alt.LayerChart = (
        alt.layer(*both, title=title)
        .properties(width=_WIDTH, height={"step": _STEP})
        .configure(background="white", font="sans-serif")
    )
    return chart


def _told(image: str, title: str, told: str) -> str:
    """Return a drawing that says its title and what it shows to who does not see it."""
    start = image.index(">", image.index("<svg")) + 1
    head = image[: start - 1] + ' role="img" aria-labelledby="title told">'
    title, told = html.escape(title), html.escape(told)
    said = f'<title id="title">{title}</title><desc id="told">{told}</desc>'
    return head + said + image[start:] + "\n"


def table_of(found: population.Description, rows: Iterable[Row], tongue: Tongue) -> str:
    """Return the table that says the same as the drawing, and more, as a page of Markdown."""
    names = ("figure", "published", "year", "grade", "measured", "difference", "source")
    heads = [tongue.say(f"population.synthetic.{name}") for name in names]
    lines = [f"# {tongue.say('population.synthetic.chart')}", ""]
    if found.synthetic:
        lines += [tongue.say("population.synthetic.no_real_person"), ""]
    lines += [f"| {' | '.join(heads)} |", "| --- | ---: | ---: | --- | ---: | ---: | --- |"]
    for row in rows:
        source = f"[{row.source}]({row.url})"
        numbers = (row.published, row.year, row.grade, row.measured, row.difference)
        lines.append(f"| {' | '.join((row.title, *numbers, source))} |")
    return "\n".join([*lines, "", tongue.say("population.synthetic.grades"), ""])
