"""A report as a browser shows it: for everyone, on any screen, on paper, and offline."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sortie.words import LANGUAGES
from tests.browser import violations
from tests.reform.showing.reports import page_of


@pytest.fixture(params=LANGUAGES)
def page(
    request: pytest.FixtureRequest, chromium: Browser, records: Path, tmp_path: Path
) -> Iterator[Page]:
    """A report, opened; whatever else it asks for is noted as a fault."""
    file = tmp_path / "report.html"
    file.write_text(page_of(records, request.param), "utf-8")
    context = chromium.new_context(offline=True, viewport={"width": 320, "height": 640})
    shown, asked = context.new_page(), []
    shown.on("request", lambda each: asked.append(each.url))
    shown.on("console", lambda message: asked.append(message.text))
    shown.goto(file.as_uri())
    yield shown
    assert asked == [file.as_uri()]
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_hinders_anyone(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    assert violations(page) == []


def test_a_narrow_screen_is_not_scrolled_sideways(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_first_key_leads_past_the_head(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"


def test_on_paper_no_table_is_cut(page: Page) -> None:
    page.emulate_media(media="print")

    cut = page.evaluate(
        """[...document.querySelectorAll('.table')]
           .filter(table => getComputedStyle(table).overflowX != 'visible').length"""
    )
    assert cut == 0


def test_without_colour_the_two_laws_differ_by_their_dashes(page: Page) -> None:
    dashes = page.evaluate(
        """[...document.querySelectorAll('#people .mark-line path')]
           .map(line => line.getAttribute('stroke-dasharray'))"""
    )
    assert len(set(dashes)) == 2
