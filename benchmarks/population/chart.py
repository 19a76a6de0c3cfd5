"""Two drawings in one: people a second beside the peers, and the time as people grow."""

import html
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import vl_convert

from benchmarks.population.measuring import Rate
from benchmarks.population.streaming import Streamed

_OURS, _OTHERS = "#0b3d91", "#b3541e"
_WIDTH, _STEP, _LABELS = 330, 22, 340
TITLE = "The law over many people"


def drawn(
    custodies: Mapping[str, Rate], on_date: Mapping[str, Rate], sizes: Sequence[Streamed]
) -> str:
    """Return the drawing (SVG), which says what it shows."""
    charts = [
        _bars("Every span of every route over whole custodies, with reasons", custodies),
        _bars("The one-day leave on one date", on_date),
        _growth(sizes),
    ]
    whole = alt.vconcat(*charts, title=TITLE).configure(background="white", font="sans-serif")
    image = str(vl_convert.vegalite_to_svg(whole.to_dict()))
    told = "; ".join(f"{r.what}: {r.a_second:,.0f} people a second"
                     for r in (*custodies.values(), *on_date.values()))  # fmt: skip
    told += "; " + "; ".join(f"{s.people:,} people streamed in {s.seconds:,.1f} s" for s in sizes)
    return _told(image, told)


def _bars(title: str, rates: Mapping[str, Rate]) -> Any:
    values = [{"what": rate.what, "rate": rate.a_second, "label": f"{rate.a_second:,.0f}",
               "whose": "this engine" if rate.what.startswith("sortie") else "beside it"}
              for rate in rates.values()]  # fmt: skip
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("rate:Q", scale=alt.Scale(type="log"),
                axis=alt.Axis(title="people a second (each gridline ten times the one before)",
                              format="~s", tickCount=6)),
        y=alt.Y("what:N", sort=[value["what"] for value in values],
                axis=alt.Axis(title=None, labelLimit=_LABELS)),
    )  # fmt: skip
    points = base.mark_point(filled=True, size=90, opacity=1).encode(
        color=alt.Color("whose:N", legend=None, scale=alt.Scale(
            domain=["this engine", "beside it"], range=[_OURS, _OTHERS])),
        shape=alt.Shape("whose:N", legend=alt.Legend(title=None, orient="top"), scale=alt.Scale(
            domain=["this engine", "beside it"], range=["circle", "square"])),
    )  # fmt: skip
    labels = base.mark_text(align="left", dx=9).encode(text="label:N")
    return alt.layer(points, labels, title=title).properties(width=_WIDTH, height={"step": _STEP})


def _growth(sizes: Sequence[Streamed]) -> Any:
    values = [{"people": each.people, "seconds": each.seconds,
               "label": f"{each.seconds:,.1f} s, {each.peak / 1e9:.2f} GB"}
              for each in sizes]  # fmt: skip
    base = alt.Chart(alt.InlineData(values=values)).encode(
        x=alt.X("people:Q", scale=alt.Scale(type="log"),
                axis=alt.Axis(format="~s", values=[each.people for each in sizes])),
        y=alt.Y("seconds:Q", scale=alt.Scale(type="log"), axis=alt.Axis(format="~s", tickCount=5)),
    )  # fmt: skip
    line = base.mark_line(color=_OURS, point=alt.OverlayMarkDef(size=80, color=_OURS))
    labels = base.mark_text(align="left", dx=8, dy=10).encode(text="label:N")
    title = "Time and most memory held, as people grow (streamed from a file to a file)"
    return alt.layer(line, labels, title=title).properties(width=_WIDTH, height=190)


def _told(image: str, told: str) -> str:
    """Return a drawing that says its title and what it shows to who does not see it."""
    start = image.index(">", image.index("<svg")) + 1
    head = image[: start - 1] + ' role="img" aria-labelledby="title told">'
    said = f'<title id="title">{TITLE}</title><desc id="told">{html.escape(told)}</desc>'
    return head + said + image[start:] + "\n"
