"""The list of cases: what its address asks for, page by page, and nothing of another house."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie.casework import Actor, Role
from sortie.web.authority import Acting
from tests.office import one_leave as leave
from tests.web.lists import docket
from tests.web.lists.reading import cases_of, headings, links, rows, text
from tests.web.opening import NARROW, Window
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]
AT = leave.paris("2027-03-10T12:00")
ELSEWHERE = Actor("clerk-9", Role.COURT_CLERK, "court of the south")


@pytest.mark.parametrize(
    ("language", "heading", "state"),
    [("fr", "Écrou", "Notifiée"), ("en", "Committal number", "Notified")],
)
def test_a_case_is_listed_with_who_it_is_about_in_both_languages(
    browse: Browse, language: str, heading: str, state: str
) -> None:
    docket.granted(1)

    page = browse(leave.PRISON_CLERK, language).get("/cases/")

    assert page.status_code == 200
    (line,) = rows(page)
    told = dict(zip(headings(page), line, strict=True))
    assert told[heading] == "10412"
    assert line[:2] == ["Osmeri", "Halvin"]
    assert state in line
    assert "2027-03-15 07:00" in line


def test_the_latest_filed_comes_first_until_another_order_is_asked(browse: Browse) -> None:
    docket.filed(1, 5)
    docket.filed(2, 3)
    docket.filed(3, 4)
    clerk = browse(leave.PRISON_CLERK)

    page = clerk.get("/cases/")
    assert cases_of(page) == ["D-1", "D-3", "D-2"]
    turned = clerk.get(links(page, "Dépôt ▼"))
    assert cases_of(turned) == ["D-2", "D-3", "D-1"]
    assert 'aria-sort="ascending"' in turned.content.decode()


def test_dates_are_counted_by_the_instant_that_orders_the_list_both_days_included(
    browse: Browse,
) -> None:
    docket.filed(1, 5)
    docket.filed(2, 3)
    docket.filed(4, 4, departs_at="2027-03-28T08:00", returns_at="2027-03-28T20:00")
    clerk = browse(leave.PRISON_CLERK)

    assert cases_of(clerk.get("/cases/?since=2027-02-03&until=2027-02-04")) == ["D-4", "D-2"]
    assert cases_of(clerk.get("/cases/?by=departs&since=2027-03-28")) == ["D-4"]
    assert cases_of(clerk.get("/cases/?by=returns&until=2027-03-15")) == ["D-1", "D-2"]


def test_what_rings_before_a_day_is_found_by_its_clock(browse: Browse) -> None:
    docket.filed(1, 5)
    docket.filed(2, 3)
    clerk = browse(leave.COURT_CLERK)

    every = clerk.get("/cases/?by=due")
    due = [re.findall(r"2027-\d\d-\d\d", line[-1])[0] for line in rows(every)]

    assert cases_of(every) == ["D-2", "D-1"]
    assert due == sorted(due)
    assert due[0] < due[1]
    assert cases_of(clerk.get(f"/cases/?by=due&until={due[0]}")) == ["D-2"]
    assert cases_of(clerk.get("/cases/?by=due&until=2027-01-31")) == []


def test_a_state_is_asked_for_alone(browse: Browse) -> None:
    docket.granted(1)
    docket.filed(3)
    clerk = browse(leave.PRISON_CLERK)

    assert cases_of(clerk.get("/cases/?state=filed")) == ["D-3"]
    assert cases_of(clerk.get("/cases/?state=notified")) == ["D-1"]
    assert "Aucun dossier ne répond." in text(clerk.get("/cases/?state=out"))


@pytest.mark.parametrize("asked", ["", "order=first", "by=departs", "by=departs&order=last"])
def test_pages_follow_each_other_without_a_hole_and_without_a_case_twice(
    browse: Browse, asked: str
) -> None:
    for n in range(1, 54):
        leave.say_all([leave.recorded(f"P-{n}"), leave.filed(f"D-{n}", f"P-{n}")])
    clerk = browse(leave.PRISON_CLERK)

    first = clerk.get(f"/cases/?{asked}")
    second = clerk.get(links(first, "Page suivante"))

    assert len(cases_of(first)) == 50
    assert len(cases_of(second)) == 3
    found = cases_of(first) + cases_of(second)
    assert sorted(found, key=lambda each: int(each[2:])) == [f"D-{n}" for n in range(1, 54)]
    assert found == sorted(found, reverse="last" in asked or not asked)
    assert links(second, "Page suivante") == ""
    assert cases_of(clerk.get(links(second, "Revenir au début"))) == cases_of(first)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("by=colour", "Les dates se comptent selon"),
        ("order=sideways", "L’ordre est du premier au dernier"),
        ("state=lost", "Cet état n’existe pas."),
        ("since=2027-02-30", "Le premier jour ne se lit pas"),
        ("until=9999-12-31", "Le dernier jour ne se lit pas"),
        ("after=nowhere", "La page demandée ne se retrouve pas"),
        ("after=2027-01-01T00:00~D-1", "La page demandée ne se retrouve pas"),
    ],
)
def test_an_address_that_cannot_be_read_says_what_is_wrong_and_lists_nothing(
    browse: Browse, asked: str, told: str
) -> None:
    docket.filed(1)

    page = browse(leave.PRISON_CLERK).get(f"/cases/?{asked}")

    assert page.status_code == 422
    assert told in text(page)
    assert cases_of(page) == []


def test_nothing_of_another_house_is_listed_whatever_the_address_asks(browse: Browse) -> None:
    docket.granted(1)
    clerk = browse(ELSEWHERE)

    for asked in ("", "?person=P-1", "?court=court+of+the+north", "?prison=prison+of+the+north"):
        assert cases_of(clerk.get(f"/cases/{asked}")) == []


def test_who_lists_no_case_is_answered_as_where_nothing_is(browse: Browse) -> None:
    docket.granted(1)
    gate = browse(leave.GATE)

    nowhere = gate.get("/nothing-here/")
    assert nowhere.status_code == 404
    for path in ("/cases/", "/people/", "/search/"):
        page = gate.get(path)
        assert page.status_code == 404
        assert text(page) == text(nowhere)


def test_a_stranger_is_sent_to_sign_in(browse: Browse) -> None:
    assert browse().get("/cases/").status_code in (303, 401)


def test_the_questions_to_the_database_do_not_grow_with_the_cases(browse: Browse) -> None:
    clerk = browse(leave.PRISON_CLERK)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert clerk.get("/cases/").status_code == 200
        return len(queries)

    docket.granted(1)
    few = asked()
    docket.fill_more()

    assert 0 < few == asked()


def test_a_place_that_is_the_same_on_every_line_is_no_column(browse: Browse) -> None:
    docket.granted(1)
    officer = Acting(
        account="o", post="o", role="probation_director", prisons=frozenset({leave.PRISON, "south"})
    )

    assert "Établissement" not in headings(browse(leave.PRISON_CLERK).get("/cases/"))
    assert "Juridiction" in headings(browse(leave.PRISON_CLERK).get("/cases/"))
    assert "Établissement" in headings(browse(officer).get("/cases/"))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "look",
    [{}, {"viewport": NARROW}, {"viewport": {"width": 640, "height": 450}},
     {"color_scheme": "dark"}],
    ids=["wide", "narrow", "twice as large", "dark"],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/cases/", "/people/", "/search/"])
def test_the_pages_are_sound_in_a_real_browser(
    window: Open, hold_at: Hold, language: str, look: dict[str, Any], path: str
) -> None:
    docket.granted(1)
    docket.filed(3)
    hold_at(AT)
    opened = window(leave.PRISON_CLERK, language, **look)

    opened.open(path)

    assert opened.page.title()
    assert opened.faults() == []
