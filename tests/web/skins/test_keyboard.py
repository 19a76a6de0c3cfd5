"""With a keyboard alone, under each skin: every control is met once, in order, and is seen."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.office import one_leave as leave
from tests.web.opening import NARROW, WIDE, Window
from tests.web.skins import places

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
# Every control that is shown; of radio buttons that go together, the Tab key meets one.
CONTROLS = """() => {
  const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0']"
  const groups = new Set()
  window.controls = [...document.querySelectorAll(kinds)].filter(each =>
    each.tabIndex >= 0 && !each.disabled && each.type !== "hidden" &&
    each.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    (each.type !== "radio" || !groups.has(each.name) && groups.add(each.name)))
  return window.controls.map(each => each.outerHTML.slice(0, 90))
}"""
# Where the focus is: the place of the control in the page, -1 elsewhere, null out of the page.
FOCUSED = """() => {
  const active = document.activeElement
  if (!active || active === document.body) return null
  const same = each => each === active ||
    each.type === "radio" && active.type === "radio" && each.name === active.name
  return window.controls.findIndex(same)
}"""
# The focus draws a line around the control, its label, or the row that it stands for.
SEEN = """() => {
  const active = document.activeElement
  const label = active.labels?.[0]
  const drawn = [[active, null], [active, "::after"], [label, "::before"], [label, null]]
  const lined = drawn.some(([each, part]) => {
    const style = each && getComputedStyle(each, part)
    return style && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
  })
  const box = (label && parseFloat(getComputedStyle(active).opacity) === 0 ? label : active)
    .getBoundingClientRect()
  const within = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  return lined && within && box.width > 1 && box.height > 1
}"""


def walked(page: Page) -> tuple[list[str], list[int], list[str]]:
    """Press Tab through the page; return its controls, those met in order, and those not seen."""
    page.evaluate("document.activeElement?.blur()")
    controls: list[str] = page.evaluate(CONTROLS)
    met: list[int] = []
    unseen: list[str] = []
    # A date or an hour is several stops of one control.
    for _ in range(5 * len(controls) + 5):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        # Past the last control is the browser itself, or the first control again.
        if at is None or (len(met) > 1 and at == met[0]):
            break
        if not met or met[-1] != at:
            met.append(at)
            if not page.evaluate(SEEN):
                unseen.append(controls[at] if at >= 0 else page.evaluate(
                    "document.activeElement.outerHTML.slice(0, 90)"))  # fmt: skip
    return controls, met, unseen


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_tab_meets_every_control_once_in_order_and_leaves(
    window: Open, hold_at: Hold, size: dict[str, int]
) -> None:
    places.told()
    for path, opened in places.visited(window, hold_at, "fr", viewport=size):
        controls, met, unseen = walked(opened.page)
        assert controls, path
        assert [controls[n] for n in range(len(controls)) if n not in met] == [], path
        assert met == sorted(set(met)), path
        assert unseen == [], path


def test_the_first_stop_leads_to_the_content(window: Open, hold_at: Hold) -> None:
    places.told()
    for path, opened in places.visited(window, hold_at, "fr"):
        page = opened.page
        page.evaluate("document.activeElement?.blur()")
        page.evaluate(CONTROLS)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main", path
        assert page.evaluate(SEEN), path

        page.keyboard.press("Enter")

        assert page.evaluate("document.activeElement.id") == "main", path
        page.keyboard.press("Tab")
        after = page.evaluate(FOCUSED)
        inside = page.evaluate("document.querySelector('main').contains(document.activeElement)")
        # A page whose content holds no control goes on to what follows it.
        assert inside or after is None or after > 0, path


def on(page: Page, selector: str) -> None:
    """Put the focus where the Tab key would, and no further."""
    page.locator(selector).first.focus()


def test_enter_and_space_do_what_a_finger_does(window: Open, hold_at: Hold) -> None:
    places.told()
    hold_at(places.MONDAY)
    judge: Any = window(leave.JUDGE, "fr")

    page = judge.open("/case/D-1/")
    closed = "summary:not(details[open] > summary)"
    for key in ("Enter", "Space"):
        before = page.locator("details[open]").count()
        on(page, closed)
        page.keyboard.press(key)
        assert page.locator("details[open]").count() == before + 1, key

    page = judge.open("/planning/?on=2027-03-15")
    on(page, "#planning-asked")
    page.keyboard.press("Space")
    assert page.locator("#planning-asked").is_checked()
    on(page, "header nav a")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    on(page, "button[name=language]")
    with page.expect_navigation():
        page.keyboard.press("Space")
    assert page.locator("html").get_attribute("lang") == "en"
    assert judge.faults() == []
