"""The line of time: the same drawing for the same days, each answer told by its shape."""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie.web.drawing import (
    NARROW,
    WIDE,
    Band,
    Chart,
    Fill,
    Group,
    Lane,
    Layout,
    Mark,
    MarkKind,
    drawn,
)
from sortie.web.drawing.scale import Scale, ticks

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre")  # fmt: skip
SVG = "{http://www.w3.org/2000/svg}"
FIRST, END = date(2025, 1, 6), date(2029, 1, 6)
days = st.dates(date(1990, 1, 1), date(2060, 1, 1))


def chart(*bands: Band, marks: tuple[Mark, ...] = (), label: str = "Une journée") -> Chart:
    return Chart(
        name="custody", title="Titre", description="Tout est en tableau.",
        since=FIRST, before=END, groups=(Group("Permissions", (Lane(label, bands),)),),
        marks=marks, months=MONTHS,
    )  # fmt: skip


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 (it was drawn a line above)


def shapes(svg: str, kind: str) -> list[ET.Element]:
    return [each for each in read(svg).iter() if kind in each.get("class", "").split()]


def written(svg: str) -> list[str]:
    return [each.text or "" for each in read(svg).iter(f"{SVG}text")]


def test_each_answer_has_a_shape_of_its_own() -> None:
    middle, late = date(2026, 1, 1), date(2027, 1, 1)
    svg = drawn(chart(Band(FIRST, middle, Fill.LINE), Band(middle, late, Fill.HATCHED),
                      Band(late, END, Fill.FULL)))  # fmt: skip

    assert shapes(svg, "tl-closed")[0].tag == f"{SVG}path"
    assert shapes(svg, "tl-unsure")[0].get("fill") == "url(#custody-wide-hatch)"
    assert shapes(svg, "tl-open")[0].get("fill") is None
    assert read(svg).find(f".//{SVG}pattern[@id='custody-wide-hatch']") is not None


def test_a_reader_who_does_not_see_is_told_what_it_is() -> None:
    root = read(drawn(chart()))

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "custody-wide-title custody-wide-desc"
    assert [root.findtext(f"{SVG}{each}") for each in ("title", "desc")] == [
        "Titre", "Tout est en tableau.",
    ]  # fmt: skip


def test_what_is_written_cannot_become_markup() -> None:
    label = '</text><script>alert("x")</script> & "y"'
    svg = drawn(chart(Band(FIRST, END, Fill.FULL, label), label=label))

    root = read(svg)
    assert not [each for each in root.iter() if each.tag.endswith("script")]
    assert label in " ".join(written(svg))


def test_nothing_of_the_drawing_needs_a_style_of_its_own() -> None:
    svg = drawn(chart(Band(FIRST, END, Fill.FULL), marks=(Mark(FIRST, MarkKind.LAW, "§"),)))
    assert not re.search(r"style=|on\w+=|<style|href", svg)


def test_a_day_outside_is_not_marked() -> None:
    marks = (Mark(END, MarkKind.TODAY, "aujourd'hui"), Mark(FIRST, MarkKind.ASKED, "départ"))
    svg = drawn(chart(marks=marks))

    assert "aujourd" not in svg
    assert [each.text for each in shapes(svg, "tl-asked") if each.text] == ["départ"]


def test_the_day_that_a_band_begins_is_written_in_it_where_it_has_room() -> None:
    late, later = date(2026, 1, 1), date(2028, 12, 1)
    svg = drawn(chart(Band(late, END, Fill.FULL, noted="01/01/2026"),
                      Band(later, END, Fill.FULL, noted="01/12/2028")))  # fmt: skip

    assert "01/01/2026" in written(svg)
    assert "01/12/2028" not in written(svg)


def test_no_marked_day_is_drawn_through_what_is_written_in_a_band() -> None:
    begun = Band(date(2026, 1, 1), END, Fill.FULL, noted="01/01/2026")
    today = Mark(date(2026, 2, 1), MarkKind.TODAY, "aujourd'hui")

    assert "01/01/2026" in written(drawn(chart(begun)))
    assert "01/01/2026" not in written(drawn(chart(begun, marks=(today,))))


def test_a_long_name_is_folded_and_nothing_of_it_is_lost() -> None:
    name = "Permission pour une obligation exigeant la présence de la personne devant le juge"
    for layout in (WIDE, NARROW):
        lines = [each.text or "" for each in shapes(drawn(chart(label=name), layout), "tl-label")]
        assert len(lines) > 1
        assert " ".join(lines) == name


def test_two_labels_of_marks_do_not_stand_on_each_other() -> None:
    near = date(2027, 3, 1)
    marks = (Mark(near, MarkKind.TODAY, "aujourd'hui"),
             Mark(near + timedelta(5), MarkKind.ASKED, "départ 06/03/2027"))  # fmt: skip
    root = read(drawn(chart(marks=marks)))

    found = [each for each in root.iter(f"{SVG}text") if "tl-mark-label" in each.get("class", "")]
    assert len({each.get("y") for each in found}) == 2


@given(
    st.lists(days, min_size=2, max_size=8, unique=True),
    st.lists(days, max_size=6),
    st.sampled_from([WIDE, NARROW]),
)
def test_every_shape_stays_inside_whatever_the_days(
    cuts: list[date], marked: list[date], layout: Layout
) -> None:
    cuts = sorted(cuts)
    fills = (Fill.LINE, Fill.HATCHED, Fill.FULL)
    bands = tuple(
        Band(since, before, fills[n % 3], noted=str(since))
        for n, (since, before) in enumerate(pairwise(cuts))
    )
    whole = Chart(
        name="c", title="t", description="d", since=cuts[0], before=cuts[-1],
        groups=(Group("g", (Lane("l", bands),)),),
        marks=tuple(Mark(day, MarkKind.LAW, "§") for day in marked), months=MONTHS,
    )  # fmt: skip

    svg = drawn(whole, layout)

    assert svg == drawn(whole, layout)
    for rect in read(svg).iter(f"{SVG}rect"):
        x, wide = float(rect.get("x", "")), float(rect.get("width", ""))
        assert x >= 0
        assert x + wide <= layout.width
    lines = re.findall(r"M([\d.-]+) [\d.-]+ [VH]([\d.-]+)", svg)
    assert all(0 <= float(x) <= layout.width for x, _ in lines)


@given(days, st.integers(min_value=1, max_value=30_000))
def test_ticks_never_come_nearer_than_they_can_be_read(since: date, length: int) -> None:
    scale = Scale(since, since + timedelta(length), 0, 1000)
    found = [scale.x(tick.on) for tick in ticks(scale, MONTHS)]
    gaps = [after - before for before, after in pairwise(found)]
    assert all(gap >= 40 for gap in gaps)


@pytest.mark.parametrize(("length", "label"), [(90, "février 2025"), (3650, "2026")])
def test_short_custodies_are_told_in_months_and_long_ones_in_years(length: int, label: str) -> None:
    scale = Scale(FIRST, FIRST + timedelta(length), 0, 1000)
    assert ticks(scale, MONTHS)[0].label == label
