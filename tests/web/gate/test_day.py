"""The people of the day: who leaves, who is out, who is late, who is back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie.casework import Actor, Role
from tests.office import one_leave as leave
from tests.web.gate.leaves import granted, out, permitted, said, ticked
from tests.web.gate.pages import row_of, text, untold
from tests.web.opening import NARROW, Window
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]
MORNING = leave.paris("2027-03-15T07:40")
TOUCH = {"width": 1024, "height": 768}


@pytest.mark.parametrize(
    ("language", "may", "not_yet"),
    [("fr", "Peut sortir", "Pas avant : 7 h 00"), ("en", "May go out", "Not before: 07:00")],
)
def test_an_order_in_force_opens_the_way_at_its_hour_and_not_a_minute_before(
    browse: Browse, hold_at: Hold, language: str, may: str, not_yet: str
) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    gate = browse(leave.GATE, language)

    hold_at(leave.paris("2027-03-15T06:59"))
    assert not_yet in row_of(gate.get("/gate/"), "D-1")
    hold_at(leave.paris("2027-03-15T07:00"))
    assert may in row_of(gate.get("/gate/"), "D-1")


def test_an_order_that_is_not_in_force_says_why_in_words(browse: Browse, hold_at: Hold) -> None:
    granted(1, "Osmeri", "Halvin", "10412")
    hold_at(MORNING)

    line = row_of(browse(leave.GATE).get("/gate/"), "D-1")

    assert "Ne sort pas" in line
    assert "L’ordonnance n’est pas notifiée à : le procureur de la République" in line
    assert "Et 2 autres raisons." in line
    assert "(notify)" not in line


def test_what_was_never_granted_is_no_business_of_the_gate(browse: Browse, hold_at: Hold) -> None:
    said(leave.recorded("P-1"), leave.filed("D-1", "P-1"), leave.routed("D-1"))
    hold_at(MORNING)

    assert "D-1" not in text(browse(leave.GATE).get("/gate/"))


def test_who_is_out_who_is_late_and_who_is_back_each_have_their_part(
    browse: Browse, hold_at: Hold
) -> None:
    for n, family in ((1, "Osmeri"), (2, "Lirdane"), (3, "Quendral")):
        permitted(n, family, "Halvin", f"1000{n}")
        out(n, f"1000{n}")
    said(leave.back("D-3"))
    gate = browse(leave.GATE)

    hold_at(leave.paris("2027-03-15T20:59"))
    before = gate.get("/gate/")
    assert "Partie : 7 h 40" in row_of(before, "D-1")
    assert "N’est pas rentrée" not in text(before)
    assert "20 h 30" in row_of(before, "D-3")

    hold_at(leave.paris("2027-03-15T21:00"))
    assert "N’est pas rentrée" not in text(gate.get("/gate/"))
    hold_at(leave.paris("2027-03-15T21:01"))
    after = gate.get("/gate/")
    assert "N’est pas rentrée" in row_of(after, "D-1")
    assert "Prévenez le chef d’établissement." in row_of(after, "D-1")
    assert text(after).index("Osmeri") < text(after).index("Départs du jour")


def test_someone_late_stays_on_the_page_the_days_after(browse: Browse, hold_at: Hold) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    out(1, "10412")
    ticked("2027-03-15T21:05")
    hold_at(leave.paris("2027-03-20T09:00"))

    line = row_of(browse(leave.GATE).get("/gate/"), "D-1")

    assert "N’est pas rentrée" in line
    assert "lundi 15 mars 2027 à 21 h 00" in line


def test_no_clock_calls_anyone_an_escaper(browse: Browse, hold_at: Hold) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    out(1, "10412")
    ticked("2027-03-15T21:05")
    hold_at(leave.paris("2027-03-20T09:00"))

    for who in (leave.GATE, leave.PRISON_CLERK):
        browser = browse(who)
        assert "vadé" not in text(browser.get("/gate/"))
        assert "vasion" not in text(browser.get("/gate/"))
        assert "vadé" not in text(browser.get("/gate/D-1/"))


def test_near_names_of_the_day_are_told_on_both_lines(browse: Browse, hold_at: Hold) -> None:
    permitted(1, "Tavoret", "Milan", "10231")
    permitted(2, "Tavorel", "Milan", "10877")
    permitted(3, "Osmeri", "Halvin", "10412")
    hold_at(MORNING)

    page = browse(leave.GATE).get("/gate/")

    assert "Nom voisin : Tavorel Milan" in row_of(page, "D-1")
    assert "Nom voisin : Tavoret Milan" in row_of(page, "D-2")
    assert "Nom voisin" not in row_of(page, "D-3")


def test_the_number_on_the_permit_finds_the_person_or_says_that_nobody_goes_out(
    browse: Browse, hold_at: Hold
) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(MORNING)
    gate = browse(leave.GATE)

    assert text(gate.get("/gate/?number=10412")).count("/gate/D-1/") == 2
    nobody = text(gate.get("/gate/?number=10413"))
    assert "Aucune sortie pour ce numéro d’écrou." in nobody


def test_another_prison_sees_nothing_of_it(browse: Browse, hold_at: Hold) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(MORNING)
    elsewhere = browse(Actor("gate-9", Role.GATE, "prison of the south"))

    assert "Osmeri" not in text(elsewhere.get("/gate/"))
    assert "Osmeri" not in text(elsewhere.get("/gate/?number=10412"))


@pytest.mark.parametrize("path", ["/gate/D-1/", "/gate/D-1/let_out/"])
def test_the_case_of_another_prison_is_answered_as_one_that_is_not_there(
    browse: Browse, hold_at: Hold, path: str
) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(MORNING)
    elsewhere = browse(Actor("gate-9", Role.GATE, "prison of the south"))

    theirs, none = elsewhere.get(path), elsewhere.get(path.replace("D-1", "D-404"))

    assert theirs.status_code == none.status_code == 404
    assert untold(theirs).replace("D-1", "D-404") == untold(none)


@pytest.mark.parametrize("who", [leave.JUDGE, leave.PROSECUTOR, leave.OFFICER])
def test_who_has_no_gate_finds_nothing_there(browse: Browse, hold_at: Hold, who: Actor) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(MORNING)

    assert browse(who).get("/gate/").status_code == 404
    assert browse(who).get("/gate/D-1/").status_code == 404


def test_the_questions_to_the_database_do_not_grow_with_the_people(
    browse: Browse, hold_at: Hold
) -> None:
    hold_at(MORNING)
    gate = browse(leave.GATE)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert gate.get("/gate/").status_code == 200
        return len(queries)

    permitted(1, "Osmeri", "Halvin", "10001")
    few = asked()
    for n in range(2, 7):
        permitted(n, f"Nom{n}", "Halvin", f"1000{n}")

    assert asked() == few


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "look",
    [{}, {"viewport": NARROW}, {"viewport": TOUCH, "has_touch": True}, {"color_scheme": "dark"},
     {"viewport": {"width": 640, "height": 450}}, {"forced_colors": "active"}],
    ids=["wide", "narrow", "touch", "dark", "twice as large", "forced colours"],
)  # fmt: skip
def test_the_page_is_sound_in_a_real_browser(
    window: Open, hold_at: Hold, language: str, look: dict[str, Any]
) -> None:
    permitted(1, "Tavoret", "Milan", "10231")
    permitted(2, "Tavorel", "Milan", "10877")
    granted(3, "Osmeri", "Halvin", "10412")
    permitted(4, "Lirdane", "Ofel", "10555")
    out(4, "10555")
    hold_at(leave.paris("2027-03-15T20:59"))
    opened = window(leave.GATE, language, **look)

    opened.open("/gate/")
    assert opened.faults() == []
    hold_at(leave.paris("2027-03-15T21:30"))
    opened.open("/gate/?number=99")
    assert opened.faults() == []


def test_what_may_be_pressed_is_wide_enough_for_a_finger(window: Open, hold_at: Hold) -> None:
    permitted(1, "Osmeri", "Halvin", "10412")
    hold_at(MORNING)
    opened = window(leave.GATE, viewport=TOUCH, has_touch=True)
    small = """[...document.querySelectorAll('main a, main button, main input:not([type=hidden])')]
        .filter(e => e.checkVisibility() && !e.closest('.unseen'))
        .map(e => [e.closest('.gate-row') || e.closest('.choice') || e, e])
        .map(([box, e]) => [box.getBoundingClientRect(), e])
        .filter(([box, e]) => box.height < 44 && getComputedStyle(e).display !== 'inline')
        .map(([box, e]) => e.outerHTML.slice(0, 80) + ' ' + box.height)"""

    for path in ("/gate/", "/gate/D-1/", "/gate/D-1/let_out/", "/gate/D-1/raise_doubt/"):
        assert opened.open(path).evaluate(small) == []
