"""The planning: who leaves and who comes back, day by day, with no script and on paper."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie.casework import Actor, Role
from tests.office import one_leave as leave
from tests.web.lists import docket
from tests.web.lists.reading import links, text
from tests.web.opening import NARROW, Window
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]
AT = leave.paris("2027-03-10T12:00")
MARCH = "/planning/?on=2027-03-15"


def moves(page: Any) -> list[str]:
    """Return the moves of a page in their order."""
    found = re.findall(r'<li class="move.*?</li>', page.content.decode(), re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", each).split()) for each in found]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ["07:00 Départ Osmeri Halvin 10412 accordé",
                "21:00 Retour Osmeri Halvin 10412 accordé"]),
        ("en", ["07:00 Departure Osmeri Halvin 10412 granted",
                "21:00 Return Osmeri Halvin 10412 granted"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("view", ["month", "week", "days"])
def test_a_departure_and_a_return_stand_on_their_day_in_every_layout(
    browse: Browse, hold_at: Hold, language: str, told: list[str], view: str
) -> None:
    docket.granted(1)
    hold_at(AT)

    page = browse(leave.PRISON_CLERK, language).get(f"{MARCH}&view={view}")

    assert moves(page) == told


def test_a_month_begins_on_a_monday_and_ends_on_a_sunday(browse: Browse, hold_at: Hold) -> None:
    hold_at(AT)
    page = browse(leave.PRISON_CLERK).get("/planning/?on=2027-05-10")
    days = re.findall(r'<time datetime="(\d{4}-\d\d-\d\d)"', page.content.decode())

    assert (days[0], days[-1], len(days)) == ("2027-04-26", "2027-06-06", 42)


def test_public_holidays_are_named(browse: Browse, hold_at: Hold) -> None:
    hold_at(AT)
    assert "Lundi de Pâques" in text(browse(leave.PRISON_CLERK).get(MARCH))


def test_one_goes_to_the_month_before_and_after(browse: Browse, hold_at: Hold) -> None:
    hold_at(AT)
    clerk = browse(leave.PRISON_CLERK)
    page = clerk.get("/planning/?on=2027-01-31")

    assert "février 2027" in text(clerk.get(links(page, "Mois suivant")))
    assert "décembre 2026" in text(clerk.get(links(page, "Mois précédent")))
    assert "mars 2027" in text(clerk.get(links(page, "Aujourd’hui")))


def test_what_is_only_asked_for_is_shown_when_wanted_and_never_as_granted(
    browse: Browse, hold_at: Hold
) -> None:
    docket.filed(3)
    hold_at(AT)
    clerk = browse(leave.PRISON_CLERK)

    assert moves(clerk.get(MARCH)) == []
    asked = moves(clerk.get(f"{MARCH}&asked=1"))
    assert asked == ["07:00 Départ Osméry Tavic 11203 demandé",
                     "21:00 Retour Osméry Tavic 11203 demandé"]  # fmt: skip


def test_a_refusal_that_nobody_was_told_yet_is_no_departure(browse: Browse, hold_at: Hold) -> None:
    docket.refused(1)
    docket.decided(2)
    hold_at(AT)

    found = moves(browse(leave.PRISON_CLERK).get(f"{MARCH}&asked=1"))

    assert [each.split()[2] for each in found] == ["Lirdane", "Lirdane"]


def test_who_is_out_and_who_is_late_is_told_apart(browse: Browse, hold_at: Hold) -> None:
    docket.granted(1)
    docket.out(1)
    hold_at(leave.paris("2027-03-15T12:00"))

    assert [each.split()[-1] for each in moves(browse(leave.HEAD).get(MARCH))] == [
        "dehors", "dehors"
    ]  # fmt: skip


def test_another_house_sees_nothing(browse: Browse, hold_at: Hold) -> None:
    docket.granted(1)
    hold_at(AT)
    south = Actor("clerk-9", Role.PRISON_CLERK, "prison of the south")

    assert moves(browse(south).get(MARCH)) == []
    assert moves(browse(south).get(f"{MARCH}&prison=prison+of+the+north")) == []


def test_a_lawyer_has_no_planning_and_is_answered_as_where_nothing_is(browse: Browse) -> None:
    lawyer = browse(Actor("lawyer-1", Role.LAWYER, "bar"))

    assert lawyer.get("/planning/").status_code == 404
    assert text(lawyer.get("/planning/")) == text(lawyer.get("/nothing-here/"))


@pytest.mark.parametrize("asked", ["on=yesterday", "view=year", "on=0001-01-01", "on=9999-12-31"])
def test_an_address_that_says_nothing_sensible_still_shows_days(
    browse: Browse, hold_at: Hold, asked: str
) -> None:
    hold_at(AT)
    assert browse(leave.PRISON_CLERK).get(f"/planning/?{asked}").status_code == 200


def test_the_questions_to_the_database_do_not_grow_with_the_moves(
    browse: Browse, hold_at: Hold
) -> None:
    hold_at(AT)
    clerk = browse(leave.PRISON_CLERK)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert clerk.get(f"{MARCH}&asked=1").status_code == 200
        return len(queries)

    docket.granted(1)
    few = asked()
    docket.fill_more()

    assert 0 < few == asked()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "look",
    [{}, {"viewport": NARROW}, {"viewport": {"width": 640, "height": 450}},
     {"color_scheme": "dark"}],
    ids=["wide", "narrow", "twice as large", "dark"],
)  # fmt: skip
@pytest.mark.parametrize("path", [MARCH, f"{MARCH}&view=week", f"{MARCH}&view=days",
                                  "/planning/feed/"])  # fmt: skip
def test_the_pages_are_sound_in_a_real_browser(
    window: Open, hold_at: Hold, language: str, look: dict[str, Any], path: str
) -> None:
    docket.granted(1)
    hold_at(AT)
    opened = window(leave.PRISON_CLERK, language, **look)

    opened.open(path)

    assert opened.page.title()
    assert opened.faults() == []


def test_on_paper_there_are_the_days_and_no_button(window: Open, hold_at: Hold) -> None:
    docket.granted(1)
    hold_at(AT)
    page = window(leave.PRISON_CLERK).open(MARCH)

    page.emulate_media(media="print")

    assert page.get_by_text("Osmeri Halvin").first.is_visible()
    assert not page.get_by_text("Mois suivant").is_visible()
    assert not page.get_by_role("button", name="Afficher").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
