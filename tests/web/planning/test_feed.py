"""A post's planning in a calendar: private, revocable, and with no name in it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from icalendar import Calendar

from sortie.web.accounts import managing
from sortie.web.accounts.journal import SeenQuery, seen
from sortie.web.accounts.models import Account
from sortie.web.accounts.posts import acting_of
from sortie.web.authority import Acting
from tests.office import one_leave as leave
from tests.web.accounts import people
from tests.web.lists import docket
from tests.web.lists.reading import text
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Hold = Callable[[datetime], None]
AT = leave.paris("2027-03-10T12:00")


class Someone:
    """An account with one post, and their browser."""

    def __init__(self, browse: Browse, role: str, place: str, language: str = "fr") -> None:
        self.account: Account = people.account(role, AT)
        self.post = people.post(self.account, role, place, AT)
        self.acting: Acting = acting_of(self.account, self.post, AT)
        self.browser = browse(self.acting, language)
        self.stranger = browse(None, language)

    def does(self, do: str) -> Any:
        token = self.browser.get("/planning/feed/").cookies["form"].value
        return self.browser.post("/planning/feed/", {"csrfmiddlewaretoken": token, "do": do})

    @property
    def address(self) -> str:
        page = self.browser.get("/planning/feed/").content.decode()
        said = page.partition('id="feed-address" value="')[2].partition('"')[0]
        return urlsplit(said).path

    def read(self, address: str = "") -> Any:
        """Read the calendar as an agenda does: signed in nowhere."""
        return self.stranger.get(address or self.address)


@pytest.fixture
def clerk(browse: Browse, hold_at: Hold) -> Someone:
    docket.granted(1)
    docket.filed(3)
    hold_at(AT)
    managing.record_place(leave.PRISON, "prison", "North", AT)
    managing.record_place(leave.COURT, "court", "Court", AT, reaches=[leave.PRISON])
    return Someone(browse, "prison_clerk", leave.PRISON)


def events(page: Any) -> list[Any]:
    assert page.status_code == 200
    return list(Calendar.from_ical(page.content).events)


def test_a_calendar_reads_the_departures_and_returns_without_signing_in(clerk: Someone) -> None:
    assert clerk.does("make").status_code == 303

    page = clerk.read()

    assert page["Content-Type"].startswith("text/calendar")
    out, back = events(page)
    assert (out.start.isoformat(), back.start.isoformat()) == (
        "2027-03-15T07:00:00+01:00", "2027-03-15T21:00:00+01:00",
    )  # fmt: skip
    assert str(out["SUMMARY"]) == "Départ, écrou 10412, dossier D-1"
    assert out["UID"] != back["UID"]


def test_the_clock_of_the_place_is_written_in_the_file(clerk: Someone) -> None:
    clerk.does("make")

    body = clerk.read().content.decode()

    assert "BEGIN:VTIMEZONE" in body
    assert "DTSTART;TZID=Europe/Paris:20270315T070000" in body


def test_no_name_and_no_offence_is_in_it(clerk: Someone) -> None:
    clerk.does("make")

    body = clerk.read().content.decode()

    assert "10412" in body
    for word in ("Osmeri", "Halvin", "employer", "P-1", "11203"):
        assert word not in body


def test_a_court_reads_the_case_and_no_committal_number(clerk: Someone, browse: Browse) -> None:
    assert clerk.acting.prisons
    court = Someone(browse, "court_clerk", leave.COURT, "en")
    court.does("make")

    body = court.read().content.decode()

    assert "Departure\\, case D-1" in body
    assert "10412" not in body


def test_an_address_that_was_closed_is_answered_as_one_that_never_was(clerk: Someone) -> None:
    clerk.does("make")
    address = clerk.address
    assert clerk.read(address).status_code == 200

    clerk.does("end")

    nowhere = text(clerk.stranger.get("/nothing-here/"))
    assert clerk.read(address).status_code == 404
    assert text(clerk.read(address)) == nowhere
    assert "Faire une adresse privée" in text(clerk.browser.get("/planning/feed/"))


def test_another_address_closes_the_one_before(clerk: Someone) -> None:
    clerk.does("make")
    first = clerk.address
    clerk.does("make")

    assert clerk.address != first
    assert clerk.read(first).status_code == 404
    assert clerk.read().status_code == 200


@pytest.mark.parametrize("change", ["proof", "id", "nonsense"])
def test_an_address_nobody_was_given_opens_nothing(clerk: Someone, change: str) -> None:
    clerk.does("make")
    feed_id, proof = clerk.address.split("/")[2:4]
    changed = {
        "proof": (feed_id, proof[:-1] + ("0" if proof[-1] != "0" else "1")),
        "id": ("00000000-0000-4000-8000-000000000000", proof),
        "nonsense": ("é", "é"),
    }[change]

    assert clerk.read(f"/calendar/{changed[0]}/{changed[1]}/sortie.ics").status_code == 404


def test_it_closes_by_itself_when_the_post_ends(clerk: Someone, hold_at: Hold) -> None:
    clerk.does("make")
    address = clerk.address
    managing.end_post(clerk.post, AT + timedelta(hours=1), by=clerk.acting)

    hold_at(AT + timedelta(hours=2))

    assert clerk.read(address).status_code == 404


def test_each_reading_is_a_line_of_the_log_and_the_owner_sees_the_last(clerk: Someone) -> None:
    clerk.does("make")
    assert "Jamais lue encore." in text(clerk.browser.get("/planning/feed/"))
    proof = clerk.address.split("/")[3]

    clerk.read()

    lines = seen(SeenQuery(kind="feed"))
    assert [(each.account, each.action) for each in lines] == [(clerk.account.id, "planning.feed")]
    assert not any(proof in each.about for each in seen(SeenQuery()))
    assert "Lue pour la dernière fois le mercredi 10 mars 2027" in text(
        clerk.browser.get("/planning/feed/")
    )


def test_what_may_still_change_is_tentative(clerk: Someone) -> None:
    docket.decided(2)
    clerk.does("make")

    found = {str(each["UID"]): str(each["STATUS"]) for each in events(clerk.read())}

    assert found["D-1.departs@sortie"] == "CONFIRMED"
    assert found["D-2.departs@sortie"] == "TENTATIVE"


def test_who_has_no_feed_is_answered_as_where_nothing_is(browse: Browse, clerk: Someone) -> None:
    assert clerk.account.id
    prosecutor = browse(leave.PROSECUTOR)

    assert prosecutor.get("/planning/feed/").status_code == 404
    assert text(prosecutor.get("/planning/feed/")) == text(prosecutor.get("/nothing-here/"))
