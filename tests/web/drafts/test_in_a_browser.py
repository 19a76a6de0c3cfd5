"""Drafts in a real browser: saved while one types, through a lost connection, in two tabs."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import expect

from sortie.web.drafts.keepers import Keeper
from sortie.web.drafts.keeping import kept
from tests.office import one_leave as leave
from tests.web.opening import Window

Open = Callable[..., Window]
Hold = Callable[[datetime], None]
DOUBT = "/case/D-1/act/raise_doubt/"
KEEPER = Keeper(leave.COURT_CLERK.id, "raise_doubt", "D-1")


@pytest.fixture
def clerk(window: Open, hold_at: Hold) -> Window:
    for said in (leave.recorded("P-1"), leave.filed("D-1", "P-1"), leave.routed("D-1")):
        said.say()
    hold_at(leave.paris("2027-02-02T09:00"))
    return window(leave.COURT_CLERK)


def test_what_is_typed_is_saved_without_a_move_and_restored(clerk: Window) -> None:
    page = clerk.open(DOUBT)
    page.get_by_label("Ce dont vous doutez").fill("L'adresse n'est pas confirmée.")
    expect(page.locator("[data-kept]")).to_contain_text("Brouillon enregistré")

    again = clerk.open(DOUBT)

    assert (
        again.get_by_label("Ce dont vous doutez").input_value() == "L'adresse n'est pas confirmée."
    )
    assert clerk.faults() == []


def test_the_second_tab_warns_of_two_versions(clerk: Window) -> None:
    first, second = clerk.open(DOUBT), clerk.another()
    other = second.open(DOUBT)
    first.get_by_label("Ce dont vous doutez").fill("dans le premier")
    expect(first.locator("[data-kept]")).to_contain_text("Brouillon enregistré")

    other.get_by_label("Ce dont vous doutez").fill("dans le second")

    expect(other.locator("[data-others]")).to_contain_text("Une autre version de ce texte")
    expect(other.locator("[data-others]")).to_be_visible()
    assert {each.held["about"][0] for each in kept(KEEPER)} == {"dans le premier", "dans le second"}
    assert second.faults() == []


def test_a_lost_connection_loses_nothing_and_sends_nothing(clerk: Window) -> None:
    page = clerk.open(DOUBT)
    clerk.context.set_offline(True)
    page.get_by_label("Nom du doute").fill("adresse")
    page.get_by_label("Ce dont vous doutez").fill("tapé dans un tunnel")
    expect(page.locator("[data-kept]")).to_contain_text("Pas de connexion")

    page.get_by_role("button", name="Émettre un doute").click()

    expect(page.locator("[data-kept]")).to_contain_text("Pas de connexion")
    assert page.get_by_label("Ce dont vous doutez").input_value() == "tapé dans un tunnel"
    assert kept(KEEPER) == ()

    clerk.context.set_offline(False)

    expect(page.locator("[data-kept]")).to_contain_text("Brouillon enregistré")
    page.get_by_role("button", name="Émettre un doute").click()
    expect(page.locator("#receipt")).to_contain_text("C’est enregistré.")
    assert kept(KEEPER) == ()


@pytest.mark.usefixtures("clerk")
def test_without_javascript_the_draft_is_kept_by_a_button(window: Open) -> None:
    plain = window(leave.COURT_CLERK, java_script_enabled=False)
    page = plain.open(DOUBT)
    page.get_by_label("Ce dont vous doutez").fill("sans script")
    page.get_by_role("button", name="Garder en brouillon").click()

    assert "Brouillon enregistré" in page.locator("[data-kept]").inner_text()
    assert plain.open(DOUBT).get_by_label("Ce dont vous doutez").input_value() == "sans script"


def test_a_refused_form_leads_to_what_is_wrong_by_the_keyboard(clerk: Window) -> None:
    page = clerk.open(DOUBT)
    page.get_by_role("button", name="Émettre un doute").click()

    summary = page.locator("#faults")
    expect(summary).to_be_focused()
    assert page.title().startswith("Erreur")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Nom du doute")).to_be_focused()
    assert clerk.violations() == []
