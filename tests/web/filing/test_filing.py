"""Filing an application: for whom, what the law answers before, what is filed after."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from sortie import store
from sortie.casework import Actor, Role
from tests.office import one_leave as leave
from tests.web.opening import NARROW, Window
from tests.web.reading import mark_in, text
from tests.web.sending import held_in, send, send_on
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]
FILE = "/filing/P-1/"
MORNING = leave.paris("2027-02-01T09:00")
ASKED = {
    "form": "declaration",
    "signed": "yes",
    "application.purpose": "employer",
    "application.departs_at:day": "2027-03-15",
    "application.departs_at:time": "07:00",
    "application.returns_at:day": "2027-03-15",
    "application.returns_at:time": "21:00",
    "application.escorted": "no",
    "said_places.0": "un atelier",
}
NEEDED = {
    "application.funds_shown": "yes",
    "application.lodging_shown": "not_needed",
    "application.transport_shown": "true",
    "none:expert_report_on": "yes",
    "application.prosecutor_agrees": "no",
    "application.places.0.commune": "69123",
}


def filed() -> list[store.IndexedCase]:
    return list(store.cases(store.CaseQuery(person_id="P-1")))


@pytest.fixture
def clerk(browse: Browse, hold_at: Hold) -> Browser:
    leave.recorded("P-1").say()
    hold_at(MORNING)
    return browse(leave.PRISON_CLERK)


def to_the_end(browser: Browser, **typed: str) -> Any:
    """Type what is asked, then what the law waits for, read it again, and file it."""
    asked = send(browser, FILE, {**ASKED, **typed}, do="ask")
    reread = send_on(browser, FILE, asked, NEEDED, do="send")
    return send_on(browser, FILE, reread, {}, do=mark_in(reread))


def test_a_person_is_found_by_the_whole_number_or_by_a_name_near_it(clerk: Browser) -> None:
    by_number = text(clerk.get("/filing/", {"number": "number of P-1"}))
    by_name = text(clerk.get("/filing/", {"name": "famille p-1"}))
    nobody = text(clerk.get("/filing/", {"number": "number of P"}))

    assert "Famille-P-1" in by_number
    assert "Famille-P-1" in by_name
    assert "Personne ne répond" in nobody


def test_nobody_of_another_prison_is_found(browse: Browse, hold_at: Hold) -> None:
    leave.recorded("P-1").say()
    hold_at(MORNING)
    other = browse(Actor("clerk-2", Role.PRISON_CLERK, "prison of the south"))

    assert "Famille-P-1" not in text(other.get("/filing/", {"number": "number of P-1"}))
    theirs, nobody = other.get(FILE), other.get("/filing/P-9/")
    assert (theirs.status_code, nobody.status_code) == (404, 404)
    assert text(theirs) == text(nobody)


def test_whoever_never_files_has_no_such_page(browse: Browse, hold_at: Hold) -> None:
    leave.recorded("P-1").say()
    hold_at(MORNING)

    for actor in (leave.GATE, leave.JUDGE, leave.PROSECUTOR):
        assert browse(actor).get("/filing/").status_code == 404
        assert browse(actor).get(FILE).status_code == 404


def test_only_the_facts_that_the_law_waits_for_are_asked(clerk: Browser) -> None:
    bare = held_in(clerk.get(FILE))
    asked = send(clerk, FILE, ASKED, do="ask")

    assert "application.funds_shown" not in bare
    shown = asked.content.decode()
    assert 'name="application.funds_shown"' in shown
    assert 'name="application.video_link_possible"' not in shown
    assert "Pour répondre, il manque" in text(asked)


def test_the_law_answers_before_anything_is_filed_and_never_says_granted(clerk: Browser) -> None:
    asked = send(clerk, FILE, ASKED, do="ask")
    answered = send_on(clerk, FILE, asked, NEEDED, do="ask")

    shown = text(answered)
    assert "peut accorder la permission, sans y être tenu" in shown
    assert "accordée" not in shown
    assert "CPP D143-4" in shown
    assert filed() == []


def test_an_application_is_read_again_then_filed_once(clerk: Browser) -> None:
    asked = send(clerk, FILE, ASKED, do="ask")
    reread = send_on(clerk, FILE, asked, NEEDED, do="send")
    assert reread.status_code == 200
    assert "Relisez avant de déposer" in text(reread)
    assert filed() == []

    mark = mark_in(reread)
    done = send_on(clerk, FILE, reread, {}, do=mark)
    twice = send_on(clerk, FILE, reread, {}, do=mark)

    (row,) = filed()
    assert (done.status_code, twice.status_code) == (303, 303)
    assert done["Location"] == twice["Location"]
    shown = text(clerk.get(done["Location"]))
    assert "C’est enregistré." in shown
    assert "Une réponse est due" in shown
    (event,) = [
        each for each in store.events_of(store.Stream("case", row.case_id))
        if each.kind == "application_filed"
    ]  # fmt: skip
    assert event.body["author"] == "P-1"
    assert event.body["asked"]["places"] == ["un atelier"]
    departs_at = datetime.fromisoformat(event.body["asked"]["departs_at"])
    assert departs_at == leave.paris("2027-03-15T07:00")


def test_what_changed_since_it_was_read_again_is_read_once_more(clerk: Browser) -> None:
    asked = send(clerk, FILE, ASKED, do="ask")
    reread = send_on(clerk, FILE, asked, NEEDED, do="send")
    changed = send_on(
        clerk, FILE, reread, {"application.returns_at:time": "22:00"}, do=mark_in(reread)
    )

    assert changed.status_code == 200
    assert "22 h 00" in text(changed)
    assert filed() == []


def test_every_fault_stands_beside_its_field_and_nothing_typed_is_lost(clerk: Browser) -> None:
    refused = send(
        clerk,
        FILE,
        {**ASKED, **NEEDED, "application.returns_at:day": "2027-03-14", "signed": "",
         "application.places.0.commune": "Lyon"},
    )  # fmt: skip
    assert refused.status_code == 422
    assert 'href="#f-signed"' in refused.content.decode()

    again = send_on(clerk, FILE, refused, {"signed": "yes"})
    shown = again.content.decode()
    assert again.status_code == 422
    assert 'href="#f-application-places-0-commune"' in shown
    assert held_in(again)["application.places.0.commune"] == ["Lyon"]
    assert held_in(again)["said_places.0"] == ["un atelier"]


def test_what_was_typed_is_found_again_by_whoever_typed_it(clerk: Browser, browse: Browse) -> None:
    send(clerk, FILE, {**ASKED, "application.purpose": "exam"}, do="keep")

    assert held_in(clerk.get(FILE))["application.purpose"] == ["exam"]
    other = browse(Actor("prison-clerk-9", Role.PRISON_CLERK, leave.PRISON))
    assert held_in(other.get(FILE))["application.purpose"] == [""]


def test_someone_else_who_wrote_it_is_named(clerk: Browser) -> None:
    asked = send(clerk, FILE, {**ASKED, "author": "other"}, do="ask")
    refused = send_on(clerk, FILE, asked, NEEDED)
    assert refused.status_code == 422
    assert 'href="#f-author_name"' in refused.content.decode()

    reread = send_on(clerk, FILE, refused, {"author_name": "Me X., avocate"})
    assert send_on(clerk, FILE, reread, {}, do=mark_in(reread)).status_code == 303


def test_the_law_names_who_decides_and_the_application_is_sent_on(
    clerk: Browser, browse: Browse
) -> None:
    done = to_the_end(clerk)
    page = text(clerk.get(done["Location"]))
    assert "La loi désigne : le juge de l’application des peines." in page
    assert "Orienter la requête" in page

    (row,) = filed()
    sent = send(browse(leave.COURT_CLERK), f"/case/{row.case_id}/act/route_application/", {})
    assert sent.status_code == 303
    assert filed()[0].state == "routed"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_languages_say_the_same_form(browse: Browse, hold_at: Hold, language: str) -> None:
    leave.recorded("P-1").say()
    hold_at(MORNING)
    clerk = browse(leave.PRISON_CLERK, language)

    asked = send(clerk, FILE, ASKED, do="ask")
    may = {"fr": "peut accorder", "en": "may allow"}[language]
    assert may in text(send_on(clerk, FILE, asked, NEEDED, do="ask"))
    assert clerk.get("/filing/").status_code == 200


@pytest.mark.parametrize("look", [{}, {"viewport": NARROW}, {"color_scheme": "dark"}])
def test_the_pages_of_filing_have_no_fault(
    window: Open, hold_at: Hold, look: dict[str, Any]
) -> None:
    leave.recorded("P-1").say()
    hold_at(MORNING)
    clerk = window(leave.PRISON_CLERK, "fr", **look)

    page = clerk.open("/filing/?number=number%20of%20P-1")
    assert clerk.faults() == []
    page.get_by_role("link", name="Déposer une requête Famille-P-1 Prénom").click()
    page.get_by_label("Comment la requête est arrivée").select_option("handed_in")
    page.get_by_label("Ce pour quoi la sortie est demandée").select_option("employer")
    page.get_by_role("button", name="Voir ce que la loi répond").click()
    page.get_by_label("Transport").wait_for()
    assert clerk.faults() == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_was_filed_is_shown_without_a_fault(
    window: Open, hold_at: Hold, language: str
) -> None:
    leave.say_all([leave.recorded("P-1"), leave.filed("D-1", "P-1")])
    hold_at(MORNING)
    clerk = window(leave.PRISON_CLERK, language)
    clerk.open("/case/D-1/filed/")
    assert clerk.page.locator("h1").count() == 1
    assert clerk.faults() == []
