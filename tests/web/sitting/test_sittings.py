"""The board: its list, what each file lacks, opinions in the room, the sitting, its minutes."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from sortie import store
from sortie.casework import Actor, Role
from sortie.web.accounts.models import Consultation
from sortie.words import LANGUAGES
from tests.office import one_leave as leave
from tests.web.opening import NARROW, Window
from tests.web.reading import text
from tests.web.sending import held_in, send
from tests.web.signing import Browser
from tests.web.sitting.seized import (
    ADDRESS,
    HELD,
    MINUTES,
    SURVEILLANCE,
    all_opined,
    held,
    opined,
    seized,
)

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]
SITS = leave.paris("2027-02-20T14:10")
ROOM = "/case/D-1/sitting/head_of_prison/"
IN_THE_ROOM: dict[str, str | list[str]] = {
    "member": "head_of_prison:seat-12-head_of_prison",
    "facts": ["escape.2014-02-07"],
    "sense": "unfavourable",
    "reasons": "L'évasion de 2014.",
}


def events(case: str = "D-1") -> list[store.StoredEvent]:
    return list(store.events_of(store.Stream("case", case)))


def kinds(case: str = "D-1") -> list[str]:
    return [each.kind for each in events(case)]


@pytest.fixture
def clerk(browse: Browse, hold_at: Hold) -> Browser:
    seized()
    hold_at(SITS)
    return browse(leave.COURT_CLERK)


@pytest.mark.parametrize(("language", "files"), [("fr", "1 dossier"), ("en", "1 file")])
def test_a_sitting_is_listed_by_prison_and_by_day(
    browse: Browse, hold_at: Hold, language: str, files: str
) -> None:
    seized()
    hold_at(SITS)
    shown = text(browse(leave.COURT_CLERK, language).get("/sittings/"))

    assert "prison of the north" in shown
    assert files in shown


def test_each_file_says_what_it_lacks(browse: Browse, hold_at: Hold) -> None:
    seized(1)
    seized(2, file={**leave.FILE, "custody": {**leave.FILE["custody"], "end_of_sentence": None}},
           pieces=False)  # fmt: skip
    opined(1, leave.OFFICER)
    hold_at(SITS)
    rows = re.findall(r"<tr>.*?</tr>", browse(leave.JUDGE).get(ADDRESS).content.decode(), re.DOTALL)
    one, two = (next(row for row in rows if f"/case/D-{n}/sitting/" in row) for n in (1, 2))

    assert "Aucune pièce" not in one
    assert "Aucune pièce n’est versée." in two
    assert one.count("manque</span>") == 3
    assert two.count("manque</span>") == 4
    assert "Pas encore vu par" in one


def test_the_board_of_others_is_not_there(clerk: Browser, browse: Browse) -> None:
    other = browse(Actor("clerk-9", Role.COURT_CLERK, "court of the south"))
    assert clerk.get(ADDRESS).status_code == 200

    theirs = other.get(ADDRESS)
    nothing = other.get(ADDRESS.replace("sitting=12", "sitting=99"))
    assert (theirs.status_code, nothing.status_code) == (404, 404)
    assert text(theirs) == text(nothing)
    assert "prison of the north" not in text(other.get("/sittings/"))
    assert browse(leave.GATE).get("/sittings/").status_code == 404
    assert clerk.get("/sitting/").status_code == 404


def test_a_file_shows_the_law_the_facts_and_the_opinions(clerk: Browser) -> None:
    opined(1, leave.PROSECUTOR, "unfavourable", "un risque")
    shown = text(clerk.get("/case/D-1/sitting/"))

    assert "un risque" in shown
    assert "Évasion, du 7 février 2014 au 20 février 2014" in shown
    assert "peut accorder la permission, sans y être tenu" in shown
    assert "Écrire l’avis : Le chef d’établissement" in shown


def test_an_opinion_is_written_in_the_room_once_the_facts_were_read(clerk: Browser) -> None:
    unread = send(clerk, ROOM, {**IN_THE_ROOM, "facts": []})
    assert unread.status_code == 422
    assert 'href="#f-facts"' in unread.content.decode()
    assert "n’ont pas encore été lus au membre" in text(unread)
    assert held_in(unread)["reasons"] == ["L'évasion de 2014."]
    assert "fact_seen" not in kinds()

    done = send(clerk, ROOM, IN_THE_ROOM)
    assert (done.status_code, done["Location"]) == (303, "/case/D-1/sitting/")
    seen, given = (next(e for e in events() if e.kind == k) for k in ("fact_seen", "opinion_given"))
    assert (seen.actor_id, seen.actor_role) == (given.actor_id, given.actor_role)
    assert given.actor_role == "head_of_prison"
    assert given.body["sense"] == "unfavourable"
    assert "Écrire l’avis : Le chef d’établissement" not in text(clerk.get("/case/D-1/sitting/"))


def test_an_opinion_without_a_reason_is_not_written(clerk: Browser) -> None:
    refused = send(clerk, ROOM, {**IN_THE_ROOM, "reasons": " "})
    assert refused.status_code == 422
    assert "opinion_given" not in kinds()


def test_only_the_clerk_and_the_judge_write_for_others(browse: Browse, hold_at: Hold) -> None:
    seized()
    hold_at(SITS)

    assert browse(leave.JUDGE).get(ROOM).status_code == 200
    for actor in (leave.HEAD, leave.OFFICER, leave.PROSECUTOR, SURVEILLANCE):
        assert browse(actor).get(ROOM).status_code == 404


def test_a_member_reads_the_facts_then_speaks_from_their_own_post(
    browse: Browse, hold_at: Hold
) -> None:
    seized()
    hold_at(SITS)
    member = browse(SURVEILLANCE)
    facts = "/case/D-1/facts/?to=sitting_file"

    assert "vous ne l’avez pas vu" in text(member.get("/case/D-1/sitting/"))
    nothing = send(member, facts, {})
    assert nothing.status_code == 422
    read = member.post(facts, {**held_in(nothing), "facts": ["escape.2014-02-07"], "do": "send"})
    assert (read.status_code, read["Location"]) == (303, "/case/D-1/sitting/")
    assert "vous ne l’avez pas vu" not in text(member.get("/case/D-1/sitting/"))
    said = {"member": "surveillance_staff", "sense": "reserved", "reasons": "rien à signaler"}
    assert send(member, "/case/D-1/act/give_opinion/", said).status_code == 303


def test_a_board_with_an_empty_seat_has_not_sat(clerk: Browser) -> None:
    all_opined()
    four = ["enforcement_judge", "prosecutor", "head_of_prison", "probation_officer"]
    page = clerk.get(HELD)
    refused = clerk.post(HELD, {**held_in(page), "present": four, "minutes": "PV-12", "do": "send"})

    assert refused.status_code == 422
    assert "ne siège pas valablement" in text(refused)
    assert "board_sat" not in kinds()


def test_a_sitting_is_written_once_for_every_file_it_heard(browse: Browse, hold_at: Hold) -> None:
    for n in (1, 2):
        seized(n)
        all_opined(n)
    hold_at(leave.paris("2027-02-20T15:00"))
    clerk = browse(leave.COURT_CLERK)
    here = ["enforcement_judge", "prosecutor", "head_of_prison", "probation_officer",
            "surveillance_staff"]  # fmt: skip
    page = clerk.get(HELD)
    body = {**held_in(page), "present": here, "minutes": "PV-12", "do": "send"}
    assert sorted(body["cases"]) == ["D-1", "D-2"]

    first, second = clerk.post(HELD, body), clerk.post(HELD, body)
    assert first.status_code == 303
    assert second.status_code == 422 or second.status_code == 303
    assert kinds("D-1").count("board_sat") == kinds("D-2").count("board_sat") == 1
    assert "Entendu" in text(clerk.get(ADDRESS))


def test_a_file_that_refuses_is_told_and_the_others_stand(browse: Browse, hold_at: Hold) -> None:
    for n in (1, 2):
        seized(n)
        all_opined(n)
    person = Actor("P-2", Role.DETAINED_PERSON, leave.PRISON)
    leave.Said("discontinue", "D-2", person, leave.paris("2027-02-20T14:30")).say()
    hold_at(leave.paris("2027-02-20T15:00"))
    clerk = browse(leave.COURT_CLERK)
    here = ["enforcement_judge", "prosecutor", "head_of_prison", "probation_officer",
            "surveillance_staff"]  # fmt: skip
    body = {**held_in(clerk.get(HELD)), "present": here, "minutes": "PV-12", "do": "send"}
    told = clerk.post(HELD, body)

    assert told.status_code == 422
    assert "dossier D-2 –" in text(told)
    assert "board_sat" in kinds("D-1")
    assert "board_sat" not in kinds("D-2")
    assert held_in(told)["cases"] == ["D-2"]


def test_the_minutes_are_shown_and_printed(clerk: Browser) -> None:
    all_opined()
    held()
    shown = text(clerk.get(MINUTES))

    assert "l'évasion de 2014" in shown
    assert "Membres présents" in shown
    printed = clerk.get(MINUTES.replace("/minutes/", "/minutes/paper/"))
    assert printed["Content-Type"] == "application/pdf"
    assert printed.content.startswith(b"%PDF-")


def test_whoever_may_not_print_a_file_prints_no_minutes(browse: Browse, hold_at: Hold) -> None:
    seized()
    hold_at(SITS)

    assert browse(SURVEILLANCE).get(MINUTES).status_code == 200
    paper = MINUTES.replace("/minutes/", "/minutes/paper/")
    assert browse(SURVEILLANCE).get(paper).status_code == 404


@pytest.mark.parametrize("look", [{}, {"viewport": NARROW}, {"color_scheme": "dark"}])
def test_the_pages_of_the_board_have_no_fault(
    window: Open, hold_at: Hold, look: dict[str, Any]
) -> None:
    seized()
    opined(1, leave.OFFICER)
    hold_at(SITS)
    clerk = window(leave.COURT_CLERK, "fr", **look)

    for path in ("/sittings/", ADDRESS, HELD, MINUTES, "/case/D-1/sitting/", ROOM):
        clerk.open(path)
        assert clerk.faults() == [], path
    for language in LANGUAGES:
        member = window(SURVEILLANCE, language, **look)
        member.open("/case/D-1/facts/")
        assert member.faults() == []


def test_a_fact_that_is_not_shown_to_the_clerk_is_neither_named_nor_read_by_them(
    clerk: Browser,
) -> None:
    noted = {"fact": "source-1", "kind": "disciplinary", "shown_to": ["head_of_prison"]}
    at = leave.paris("2027-02-20T14:00")
    leave.Said("note_fact", "D-1", leave.HEAD, at, noted).say()

    refused = send(clerk, ROOM, IN_THE_ROOM)
    assert refused.status_code == 422
    assert "un fait qui ne vous est pas montré" in text(refused)
    assert "source-1" not in refused.content.decode()
    assert "opinion_given" not in kinds()


def test_the_log_says_who_wrote_an_opinion_and_whose_file_was_in_the_minutes(
    clerk: Browser,
) -> None:
    send(clerk, ROOM, IN_THE_ROOM)
    clerk.get(MINUTES)

    seen = {(each.account, each.action, each.about) for each in Consultation.objects.all()}
    assert (leave.COURT_CLERK.id, "at_sitting.give_opinion", "D-1") in seen
    assert (leave.COURT_CLERK.id, "opinions.see", "D-1") in seen
