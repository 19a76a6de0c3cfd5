"""A report says everything that it rests on, in both languages, and asks for nothing."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sortie.reform import results, showing
from sortie.words import LANGUAGES, tongue
from tests.reform.showing.reports import drawings_of, page_of, report_of

ASKING = re.compile(
    r"""<(?:script|link|img|iframe|object|embed)\b|@import|(?:src|srcset)=|url\((?!["']?\#)"""
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_no_script_and_asks_for_nothing(records: Path, language: str) -> None:
    assert ASKING.findall(page_of(records, language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_what_it_rests_on(records: Path, language: str) -> None:
    report, words = report_of(records), tongue(language)
    page = unescape(page_of(records, language))

    assert f'<html lang="{language}">' in page
    assert words.say("compare.not_in_force") in page
    assert words.say("compare.synthetic") in page
    assert report.command in page
    (reform,) = (each for each in report.reforms if each)
    said = [words.either(reform.title), reform.author, reform.source.text]
    said += [words.either(each) for each in reform.not_modelled]
    said += [report.comparison.records, *report.comparison.laws, report.comparison.version]
    said += [words.either(question) for question in report.readings.values()]
    said += [words.either(rate.title) for rate in report.rates.values()]
    assert [each for each in said if each not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_has_its_table_its_sentence_and_names_of_its_own(
    records: Path, language: str
) -> None:
    figures = list(showing.figures_of(report_of(records).comparison, tongue(language)))
    page, drawings = page_of(records, language), drawings_of(records, language)

    assert len(figures) == 6
    for figure in figures:
        drawn = ET.fromstring(drawings[figure.name])  # noqa: S314 (our own drawing)
        assert drawn.get("role") == "img"
        assert figure.sentence in unescape(drawings[figure.name])
        assert f'id="{figure.table.name}"' in page
        assert {len(row) for row in figure.table.rows} == {len(figure.table.heads)}
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_a_hidden_number_is_in_no_drawing_and_no_table(records: Path) -> None:
    found = report_of(records, threshold=20).comparison
    people = next(iter(showing.figures_of(found, tongue("en"))))

    hidden = [cell.a.open is None for cell in found.best.months]
    assert any(hidden)
    assert [row[1] == "hidden" for row in people.table.rows] == hidden


def test_what_is_typed_is_never_markup(records: Path) -> None:
    report = report_of(records)
    typed = results.Report(**{**vars(report), "command": "sortie <script>alert(1)</script>"})

    assert "<script>" not in showing.page(typed, {}, tongue("en"))


def test_a_page_without_drawings_says_so_and_keeps_its_tables(records: Path) -> None:
    report, words = report_of(records), tongue("en")
    page = showing.page(report, {}, words)

    assert "<svg" not in page
    assert page.count(words.say("report.not_drawn")) == 6
    assert 'id="people-table"' in page
