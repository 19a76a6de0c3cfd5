"""The main pages under each skin: quiet, whole and sound however they are looked at."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from sortie.web.skins import SKINS
from sortie.words import LANGUAGES
from tests.web.opening import NARROW, Window
from tests.web.skins import places

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
# A window of 1280 pixels magnified twice holds half as much, each point drawn four times.
ZOOMED: dict[str, Any] = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
DARK: dict[str, Any] = {"color_scheme": "dark"}
# Every page has tests of its own under our skin, wide, narrow and dark.
LOOKS: list[tuple[str, str, dict[str, Any]]] = [
    *(("dsfr", language, look) for look in ({}, {"viewport": NARROW}) for language in LANGUAGES),
    *((skin, language, ZOOMED) for skin in SKINS for language in LANGUAGES),
    *(("neutral", language, {"viewport": NARROW}) for language in LANGUAGES),
    ("dsfr", "fr", DARK),
]
MOVING = """() => [...document.querySelectorAll("*")].flatMap(each =>
  [null, "::before", "::after"].flatMap(part => {
    const style = getComputedStyle(each, part)
    const long = [...style.animationDuration.split(","), ...style.transitionDuration.split(",")]
    return long.some(one => parseFloat(one) > 0.01) ? [each.outerHTML.slice(0, 80)] : []
  }))"""
GLIDES = "getComputedStyle(document.documentElement).scrollBehavior"


@pytest.mark.parametrize(("skin", "language", "look"), LOOKS, indirect=["skin"])
def test_the_main_pages_have_no_fault(
    window: Open, hold_at: Hold, language: str, look: dict[str, Any]
) -> None:
    places.told()
    for path, opened in places.visited(window, hold_at, language, **look):
        assert opened.faults() == [], path


def test_nothing_moves_for_who_asked_for_no_motion(window: Open, hold_at: Hold) -> None:
    places.told()
    for path, opened in places.visited(window, hold_at, "fr", reduced_motion="reduce"):
        assert opened.page.evaluate(MOVING) == [], path
        assert opened.page.evaluate(GLIDES) == "auto", path


def test_the_pages_are_whole_without_a_script(window: Open, hold_at: Hold) -> None:
    places.told()
    for path, opened in places.visited(window, hold_at, "fr", java_script_enabled=False):
        assert opened.complaints == [], path
        assert opened.page.locator("h1").first.is_visible(), path
