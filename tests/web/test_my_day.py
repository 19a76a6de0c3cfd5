"""My day: what is about to go wrong, what waits, for whoever is signed in."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie.casework import Actor, Role
from tests.office import one_leave as leave
from tests.web.opening import NARROW, Window
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]


def text(page: Any) -> str:
    return str(page.content.decode()).replace("\u202f", " ").replace("\u00a0", " ")


def said(*commands: leave.Said) -> None:
    for each in commands:
        each.say()


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "Accordée et pas encore notifiée à"), ("en", "Granted and not yet notified to")],
)
def test_a_leave_granted_and_not_notified_is_told_in_both_languages(
    browse: Browse, hold_at: Hold, language: str, told: str
) -> None:
    said(*leave.until_granted("D-1", "P-1"))
    hold_at(leave.paris("2027-02-03T12:00"))

    page = browse(leave.COURT_CLERK, language).get("/")

    assert page.status_code == 200
    assert told in text(page)


def test_the_time_to_answer_is_told_with_its_article_ten_days_before_it_ends(
    browse: Browse, hold_at: Hold
) -> None:
    said(leave.recorded("P-1"), leave.filed("D-1", "P-1"), leave.routed("D-1"))

    hold_at(leave.paris("2027-03-20T12:00"))
    assert "Le temps de répondre" not in text(browse(leave.JUDGE).get("/"))
    hold_at(leave.paris("2027-03-25T12:00"))
    page = text(browse(leave.JUDGE).get("/"))

    assert "Le temps de répondre s’achève le jeudi 1er avril 2027 à 24 h." in page
    assert "CPP D49-32" in page
    assert "reste 7 jours" in page


def test_an_opinion_about_to_be_deemed_given_is_told(browse: Browse, hold_at: Hold) -> None:
    said(leave.recorded("P-1"), leave.filed("D-1", "P-1"), leave.routed("D-1"))
    body = {"sitting": "12", "sits_at": "2027-02-25T14:00:00+01:00"}
    at = leave.paris("2027-02-02T10:00")
    said(leave.Said("seize_board", "D-1", leave.COURT_CLERK, at, body))
    hold_at(leave.paris("2027-03-01T12:00"))

    assert "L’avis de la commission sera réputé donné" in text(browse(leave.COURT_CLERK).get("/"))


def test_who_is_out_and_who_is_late_is_told_to_the_gate(browse: Browse, hold_at: Hold) -> None:
    said(*leave.until_permitted("D-1", "P-1"), leave.let_out("D-1", "P-1"))
    gate = browse(leave.GATE)

    hold_at(leave.paris("2027-03-15T12:00"))
    assert "Dehors : le retour est fixé au lundi 15 mars 2027 à 21 h 00." in text(gate.get("/"))
    hold_at(leave.paris("2027-03-15T21:30"))
    assert "N’est pas rentrée : le retour était fixé au lundi 15 mars 2027" in text(gate.get("/"))


def test_each_sees_the_acts_of_their_own_capacity(browse: Browse, hold_at: Hold) -> None:
    said(leave.recorded("P-1"), leave.filed("D-1", "P-1"))
    hold_at(leave.paris("2027-02-01T10:00"))

    assert "Orienter la requête" in text(browse(leave.COURT_CLERK).get("/"))
    assert "Orienter la requête" not in text(browse(leave.GATE).get("/"))


def test_nothing_of_another_house_is_shown(browse: Browse, hold_at: Hold) -> None:
    said(*leave.until_granted("D-1", "P-1"))
    hold_at(leave.paris("2027-02-03T12:00"))
    elsewhere = Actor("clerk-9", Role.COURT_CLERK, "court of the south")

    page = text(browse(elsewhere).get("/"))

    assert "D-1" not in page
    assert "Famille-P-1" not in page
    assert "Rien ne menace aujourd’hui dans vos dossiers." in page


def test_a_case_that_is_over_waits_for_nobody(browse: Browse, hold_at: Hold) -> None:
    said(*leave.until_permitted("D-1", "P-1"), leave.let_out("D-1", "P-1"), leave.back("D-1"))
    hold_at(leave.paris("2027-03-16T09:00"))

    assert "D-1" not in text(browse(leave.PRISON_CLERK).get("/"))


def test_the_questions_to_the_database_do_not_grow_with_the_cases(
    browse: Browse, hold_at: Hold
) -> None:
    hold_at(leave.paris("2027-02-03T12:00"))
    clerk = browse(leave.COURT_CLERK)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert clerk.get("/").status_code == 200
        return len(queries)

    said(*leave.until_granted("D-1", "P-1"))
    few = asked()
    for n in range(2, 8):
        said(*leave.until_granted(f"D-{n}", f"P-{n}"))

    assert asked() == few


def test_more_than_fifty_cases_are_cut_and_it_says_so(browse: Browse, hold_at: Hold) -> None:
    for n in range(51):
        said(leave.recorded(f"P-{n}"), leave.filed(f"D-{n}", f"P-{n}"))
    hold_at(leave.paris("2027-02-02T12:00"))

    page = text(browse(leave.COURT_CLERK).get("/"))

    assert "Seuls les 50 dossiers les plus pressés sont montrés ici." in page
    assert page.count("dossier D-") == 50


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "look",
    [
        {},
        {"viewport": NARROW},
        # A window of 1,280 pixels at 200 %.
        {"viewport": {"width": 640, "height": 450}},
        {"color_scheme": "dark"},
        {"forced_colors": "active"},
    ],
    ids=["wide", "narrow", "twice as large", "dark", "forced colours"],
)
def test_the_page_is_sound_in_a_real_browser(
    window: Open, hold_at: Hold, language: str, look: dict[str, Any]
) -> None:
    said(*leave.until_granted("D-1", "P-1"))
    hold_at(leave.paris("2027-02-03T12:00"))
    opened = window(leave.COURT_CLERK, language, **look)

    opened.open("/")

    assert opened.page.title()
    assert opened.faults() == []


def test_the_keyboard_goes_straight_to_the_content(window: Open, hold_at: Hold) -> None:
    said(*leave.until_granted("D-1", "P-1"))
    hold_at(leave.paris("2027-02-03T12:00"))
    page = window(leave.COURT_CLERK).open("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    inside = "document.activeElement.closest('main') !== null"
    assert page.evaluate(inside)
