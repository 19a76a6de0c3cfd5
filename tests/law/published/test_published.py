"""The published figures, the assumptions, and the words of the crowd."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import law
from sortie.days import Length
from sortie.law.france.sentence.reduced.credit import automatic_credit

FIGURES = law.france.published_figures()
SHEET = law.france.crowd_sheet()
FRENCH = law.france.FRENCH


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_has_a_year_a_source_a_grade_and_a_title_in_both_languages(name: str) -> None:
    figure = FIGURES[name]

    assert 2000 <= figure.on.year <= 2025
    assert figure.source
    assert figure.url.startswith("http")
    assert figure.grade in {"H", "M", "L", "D"}
    assert set(figure.title) == {"fr", "en"}
    assert figure.share > 0


def test_a_count_is_told_of_those_it_is_counted_among() -> None:
    assert FIGURES["stock.remand"].share == pytest.approx(22301 / 84862)
    assert FIGURES["kind.maison_arret"].share == 0.662


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("stock.committed", ("stock.detained", "stock.not_detained")),
        ("stock.detained", ("stock.remand", "stock.convicted")),
    ],
)
def test_what_is_derived_adds_up(whole: str, parts: tuple[str, str]) -> None:
    assert sum(FIGURES[part].value for part in parts) == FIGURES[whole].value


def test_the_sentences_published_are_everybodys() -> None:
    terms = [figure for name, figure in FIGURES.items() if name.startswith("term.")]

    assert sum(term.value for term in terms) == terms[0].of
    assert [band["term"] for band in SHEET["bands"]] == [term.id for term in terms]


def test_an_assumption_is_no_published_figure() -> None:
    assumed = law.france.assumptions()

    assert assumed["refused"].value == 0.4
    assert not assumed.keys() & FIGURES.keys()
    assert all(set(each.title) == {"fr", "en"} for each in assumed.values())


def test_every_word_of_the_crowd_is_one_of_the_law() -> None:
    kinds, leaves = SHEET["kinds"], SHEET["leaves"]

    assert set(SHEET["establishments"]) <= FRENCH.placement_kinds
    assert {kinds["first"], kinds["youth"], kinds["open"]} <= set(SHEET["establishments"])
    assert {row["kind"] for row in kinds["joined"]} <= set(SHEET["establishments"])
    assert set(leaves["types"]) == set(SHEET["establishments"])
    assert {row["type"] for rows in leaves["types"].values() for row in rows} <= FRENCH.leave_types
    assert set(leaves["outcomes"].values()) <= FRENCH.leave_outcomes
    assert {leaves["judge"], leaves["head"]} <= FRENCH.authorities
    assert {word for group in SHEET["groups"] for word in group["words"]} <= FRENCH.offences
    assert {group["court"] for group in SHEET["groups"]} <= FRENCH.courts
    assert set(SHEET["statuses"].values()) == FRENCH.statuses
    assert {unit["unit"] for unit in SHEET["units"]["special"]} <= FRENCH.units
    assert set(SHEET["reductions"].values()) <= FRENCH.reduction_kinds
    assert set(SHEET["adjustments"].values()) == FRENCH.adjustment_kinds
    assert set(SHEET["incidents"].values()) <= FRENCH.incident_kinds
    assert set(SHEET["bans"]) == FRENCH.ban_kinds
    assert set(SHEET["supervision"]) == FRENCH.supervisions
    assert {SHEET["measures"]["long"], *SHEET["measures"]["short"]} == FRENCH.measures


def named(sheet: Any) -> Iterator[str]:
    """Yield every name of a figure or of an assumption on the page."""
    if isinstance(sheet, dict):
        yield from (
            sheet[key] for key in ("figure", "share", "term") if isinstance(sheet.get(key), str)
        )
        sheet = list(sheet.values())
    if isinstance(sheet, list):
        for each in sheet:
            yield from named(each)


def test_every_total_on_the_page_is_published_or_assumed() -> None:
    assert set(named(dict(SHEET))) <= FIGURES.keys() | law.france.assumptions().keys()


@given(months=st.integers(0, 600), rank=st.integers(0, 2), again=st.booleans())
def test_the_credit_is_the_one_of_the_reckoning(months: int, rank: int, *, again: bool) -> None:
    since, scales = law.france.credit_scales()[rank]

    expected = automatic_credit(Length(months=months), recidivist=again, final_on=since)
    assert scales[again][months] == expected
