"""At the gate with a keyboard alone, and while the page looks again by itself."""

from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, expect

from sortie import store
from tests.office import one_leave as leave
from tests.web.gate.leaves import permitted, said
from tests.web.opening import Window

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
A_MINUTE = 61_000


def go_to(page: Page, selector: str) -> None:
    """Press Tab until the element of this selector has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(selector)


def enter(page: Page) -> None:
    """Press Enter, and wait for the page it leads to."""
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_someone_is_let_out_with_a_keyboard_alone(window: Open, hold_at: Hold) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(leave.paris("2027-03-15T07:40"))
    opened = window(leave.GATE)
    page = opened.open("/gate/")

    go_to(page, "#gate-number")
    page.keyboard.type("10412")
    enter(page)
    go_to(page, "#gate-found-part .gate-row a")
    enter(page)
    go_to(page, "#gate-do-let_out")
    enter(page)
    go_to(page, "[name=answered_name]")
    page.keyboard.press("Space")
    go_to(page, "[name=committal_number]")
    page.keyboard.type("10412")
    go_to(page, "[name=second_means]")
    page.keyboard.press("ArrowDown")
    go_to(page, "[name=permit]")
    page.keyboard.type("T-D-1")
    go_to(page, "[name=exit]")
    page.keyboard.press("Space")
    go_to(page, "[name=permit_handed]")
    page.keyboard.press("Space")
    enter(page)

    expect(page.locator(".gate-row.out")).to_contain_text("Osmeri")
    events = store.events_of(store.Stream("case", "D-1"))
    departed = next(each for each in events if each.kind == "departed")
    assert departed.body["second_means"] == "fingerprint"
    assert opened.faults() == []


def test_the_way_opens_on_the_page_while_what_is_typed_stays(window: Open, hold_at: Hold) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(leave.paris("2027-03-15T06:59"))
    opened = window(leave.GATE)
    opened.page.clock.install()
    page = opened.open("/gate/D-1/let_out/")
    expect(page.locator(".gate-stand")).to_contain_text("Pas avant")
    page.get_by_label("Numéro du titre").fill("T-D-1")
    page.get_by_label("Empreinte").check()
    page.get_by_label("Numéro du titre").focus()

    hold_at(leave.paris("2027-03-15T07:00"))
    page.clock.fast_forward(A_MINUTE)

    expect(page.locator(".gate-stand")).to_contain_text("Peut sortir")
    expect(page.get_by_label("Numéro du titre")).to_have_value("T-D-1")
    expect(page.get_by_label("Numéro du titre")).to_be_focused()
    expect(page.get_by_label("Empreinte")).to_be_checked()
    assert opened.faults() == []


def test_a_stop_raised_elsewhere_is_seen_and_heard_within_the_minute(
    window: Open, hold_at: Hold
) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    morning = leave.paris("2027-03-15T07:40")
    hold_at(morning)
    opened = window(leave.GATE)
    opened.page.clock.install()
    page = opened.open("/gate/")
    page.locator(".gate-row a").focus()

    doubt = {"doubt": "dates", "about": "the return is tomorrow"}
    said(leave.Said("raise_doubt", "D-1", leave.HEAD, morning, doubt))
    page.clock.fast_forward(A_MINUTE)

    expect(page.locator(".gate-row.stopped")).to_contain_text("Ne sort pas")
    expect(page.locator("[data-said]")).to_have_text("La page a changé.")
    assert opened.faults() == []


def test_a_page_that_can_no_longer_look_says_so(window: Open, hold_at: Hold) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(leave.paris("2027-03-15T07:40"))
    opened = window(leave.GATE)
    opened.page.clock.install()
    page = opened.open("/gate/")

    opened.context.set_offline(True)
    page.clock.fast_forward(A_MINUTE)

    expect(page.locator("[data-told]")).to_contain_text("Ne laissez sortir personne")
    opened.context.set_offline(False)
    page.clock.fast_forward(A_MINUTE)
    expect(page.locator("[data-told]")).to_be_hidden()
