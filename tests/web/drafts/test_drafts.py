"""What was typed and not sent is found again: after a time-out, in another tab, by nobody else."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from sortie import store
from sortie.casework import Actor
from sortie.web.drafts.keepers import Keeper, read_keeper
from sortie.web.drafts.keeping import keep, kept
from sortie.web.drafts.models import Draft
from tests.office import one_leave as leave
from tests.web.sending import held_in, send_on
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
DOUBT = "/case/D-1/act/raise_doubt/"
NOW = leave.paris("2027-02-02T09:00")
KEEPER = Keeper(leave.COURT_CLERK.id, "raise_doubt", "D-1")


@pytest.fixture
def clerk(browse: Browse, hold_at: Hold) -> Browser:
    for said in (leave.recorded("P-1"), leave.filed("D-1", "P-1"), leave.routed("D-1")):
        said.say()
    hold_at(NOW)
    return browse(leave.COURT_CLERK)


def save(browser: Browser, page: Any, **typed: str) -> Any:
    return browser.post("/draft/", {**held_in(page), **typed})


def test_what_is_typed_is_restored_when_the_form_is_opened_again(clerk: Browser) -> None:
    saved = save(clerk, clerk.get(DOUBT), about="L'hébergement n'est pas confirmé.").json()

    again = clerk.get(DOUBT)

    assert saved["saved"].startswith("Brouillon enregistré")
    assert held_in(again)["about"] == ["L'hébergement n'est pas confirmé."]
    assert "Voici ce que vous aviez tapé" in again.content.decode()


def test_a_page_opened_again_is_not_a_second_version(clerk: Browser) -> None:
    save(clerk, clerk.get(DOUBT), about="un")
    said = save(clerk, clerk.get(DOUBT), about="un, deux").json()

    assert said["others"] == ""
    assert [each.held["about"] for each in kept(KEEPER)] == [["un, deux"]]


def test_two_tabs_are_two_versions_and_both_are_said(clerk: Browser) -> None:
    left, right = clerk.get(DOUBT), clerk.get(DOUBT)
    save(clerk, left, about="à gauche")

    said = save(clerk, right, about="à droite").json()
    third = clerk.get(DOUBT).content.decode()

    assert said["others"].startswith("Une autre version de ce texte")
    assert {each.held["about"][0] for each in kept(KEEPER)} == {"à gauche", "à droite"}
    assert "Il y a une autre version de ce que vous avez tapé" in third


def test_a_version_is_looked_at_and_forgotten_only_when_asked(clerk: Browser) -> None:
    left, right = clerk.get(DOUBT), clerk.get(DOUBT)
    save(clerk, left, about="à gauche")
    save(clerk, right, about="à droite")
    older = next(each for each in kept(KEEPER) if each.held["about"] == ["à gauche"])

    seen = clerk.get(f"{DOUBT}?draft={older.id}")
    send_on(clerk, DOUBT, seen, {}, do=f"discard {older.mark}")

    assert held_in(seen)["about"] == ["à gauche"]
    assert [each.held["about"] for each in kept(KEEPER)] == [["à droite"]]


def test_the_first_tab_typing_on_after_its_page_was_opened_again_loses_nothing(
    clerk: Browser,
) -> None:
    first = clerk.get(DOUBT)
    save(clerk, first, about="premier")
    save(clerk, clerk.get(DOUBT), about="repris ailleurs")

    save(clerk, first, about="premier, suite")

    assert {each.held["about"][0] for each in kept(KEEPER)} == {
        "premier, suite", "repris ailleurs",
    }  # fmt: skip


def test_an_act_that_is_done_leaves_no_draft_of_itself(clerk: Browser) -> None:
    page = clerk.get(DOUBT)
    save(clerk, page, doubt="logement", about="Non confirmé.")

    assert send_on(clerk, DOUBT, page, {"doubt": "logement", "about": "Non confirmé."}).status_code
    assert kept(KEEPER) == ()


def test_a_refused_form_is_kept_too(clerk: Browser) -> None:
    send_on(clerk, DOUBT, clerk.get(DOUBT), {"about": "Sans nom."})

    assert held_in(clerk.get(DOUBT))["about"] == ["Sans nom."]


def test_what_is_typed_after_the_session_ended_is_saved_and_sent_nowhere(clerk: Browser) -> None:
    page = clerk.get(DOUBT)
    clerk.defaults.pop("HTTP_X_SIGNED_IN")
    before = len(store.events_of(store.Stream("case", "D-1")))

    saved = save(clerk, page, about="tapé trop tard")
    sent = send_on(clerk, DOUBT, page, {"doubt": "d", "about": "envoyé trop tard"})

    assert saved.status_code == 200
    assert sent.status_code in (303, 401)
    assert len(store.events_of(store.Stream("case", "D-1"))) == before
    assert kept(KEEPER)[0].held["about"] == ["envoyé trop tard"]


def test_a_form_opened_before_one_signed_in_again_is_opened_anew_with_its_text(
    clerk: Browser,
) -> None:
    page = clerk.get(DOUBT)
    stale = {**held_in(page), "csrfmiddlewaretoken": ["x" * 64]}

    sent = clerk.post(DOUBT, {**stale, "about": "avant la reconnexion", "do": "send"})

    assert sent.status_code == 303
    assert sent["Location"] == DOUBT
    assert held_in(clerk.get(DOUBT))["about"] == ["avant la reconnexion"]


def test_a_form_opened_by_someone_else_does_nothing_in_the_name_of_who_sends_it(
    clerk: Browser, browse: Browse
) -> None:
    page = clerk.get(DOUBT)
    colleague = Actor("court-clerk-2", leave.COURT_CLERK.role, leave.COURT)
    other = browse(colleague)
    token = held_in(other.get(DOUBT))["csrfmiddlewaretoken"]

    sent = other.post(
        DOUBT,
        {**held_in(page), "csrfmiddlewaretoken": token, "doubt": "d", "about": "a", "do": "send"},
    )

    assert sent.status_code == 403
    kinds = [each.kind for each in store.events_of(store.Stream("case", "D-1"))]
    assert "doubt_raised" not in kinds
    assert kept(KEEPER)[0].held["about"] == ["a"]
    assert kept(Keeper(colleague.id, "raise_doubt", "D-1")) == ()


def test_a_draft_is_restored_to_nobody_else(clerk: Browser, browse: Browse) -> None:
    save(clerk, clerk.get(DOUBT), about="à moi")

    page = browse(Actor("court-clerk-2", leave.COURT_CLERK.role, leave.COURT)).get(DOUBT)

    assert "à moi" not in page.content.decode()


def test_a_draft_older_than_the_case_says_so(clerk: Browser) -> None:
    save(clerk, clerk.get(DOUBT), about="avant")
    leave.skipped("D-1").say()

    assert (
        "Le dossier a avancé depuis que vous avez tapé ceci." in clerk.get(DOUBT).content.decode()
    )


def test_a_keeper_that_was_not_signed_here_keeps_nothing(clerk: Browser) -> None:
    page = clerk.get(DOUBT)
    forged = KEEPER.written()[:-2] + "xx"

    assert clerk.post("/draft/", {**held_in(page), "keeper": forged}).status_code == 403
    assert read_keeper(forged) is None
    assert Draft.objects.count() == 0


def test_nothing_of_a_draft_is_readable_in_the_tables(clerk: Browser) -> None:
    save(clerk, clerk.get(DOUBT), about="un secret")

    assert b"secret" not in bytes(Draft.objects.get().sealed)


@pytest.mark.usefixtures("sqlite_store")
def test_what_nobody_came_back_to_is_forgotten_after_thirty_days() -> None:
    keep(KEEPER, "old", {"about": ["vieux"]}, NOW - timedelta(days=31))
    keep(KEEPER, "less", {"about": ["moins vieux"]}, NOW - timedelta(days=29))
    assert len(kept(KEEPER)) == 2

    keep(KEEPER, "new", {"about": ["neuf"]}, NOW)

    assert [each.held["about"] for each in kept(KEEPER)] == [["neuf"], ["moins vieux"]]
