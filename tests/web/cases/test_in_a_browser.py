"""The case in a real browser: whole, legible and quiet, however it is looked at."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from tests.office import one_leave as leave
from tests.web.cases import scenes
from tests.web.opening import NARROW, Window

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
PAGE = f"/case/{scenes.CASE}/"
ZOOMED = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
# Texts of the drawings on the page that stand on one another, or out of their drawing.
UNREADABLE = """() => {
const drawn = [...document.querySelectorAll('.tl-sheet > svg')]
return drawn.filter(svg => svg.checkVisibility()).flatMap(svg => {
  const whole = svg.getBoundingClientRect()
  const all = [...svg.querySelectorAll('text')].map(each => [each, each.getBoundingClientRect()])
  const out = all.filter(([, a]) => a.left < whole.left - 1 || a.right > whole.right + 1)
  const on = all.flatMap(([one, a], n) => all.slice(n + 1).filter(([, b]) =>
    a.left < b.right && b.left < a.right && a.top + 2 < b.bottom - 2 && b.top + 2 < a.bottom - 2
  ).map(([other]) => [one.textContent, other.textContent]))
  return [...out.map(([each]) => each.textContent), ...on]
})}
"""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "look",
    [{}, {"viewport": NARROW}, {"color_scheme": "dark"}, {"forced_colors": "active"}, ZOOMED],
    ids=["wide", "narrow", "dark", "forced colours", "zoomed"],
)
def test_the_page_is_sound_and_its_drawing_legible(
    window: Open, hold_at: Hold, language: str, look: dict[str, Any]
) -> None:
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))
    opened = window(scenes.JUDGE, language, **look)

    opened.open(PAGE)
    assert opened.faults() == []

    opened.page.evaluate(OPEN_ALL)
    assert opened.faults() == []
    assert opened.page.evaluate(UNREADABLE) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_proofs_of_a_line_are_sound(window: Open, hold_at: Hold, language: str) -> None:
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))
    opened = window(scenes.JUDGE, language, viewport=NARROW)

    page = opened.open(PAGE)
    page.locator("#event-57 a").last.click()
    page.wait_for_url("**/receipt/57/**")

    assert opened.faults() == []


def test_a_finding_opens_without_a_script(window: Open, hold_at: Hold) -> None:
    scenes.played_until(scenes.APPEALED)
    hold_at(leave.paris(scenes.APPEALED))
    page = window(scenes.JUDGE, java_script_enabled=False).open(PAGE)

    half = page.locator("[id='fr.served.half-open']")
    half.locator("summary").click()

    assert half.locator("blockquote").first.is_visible()
