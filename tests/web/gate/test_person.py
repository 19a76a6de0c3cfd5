"""One person before the gate: identified, let out, stopped, seen back, or not back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from sortie import casework, store
from sortie.casework import Actor, Role
from tests.office import one_leave as leave
from tests.web.gate.leaves import granted, out, permitted, said, ticked
from tests.web.gate.pages import row_of, text, words
from tests.web.opening import NARROW, Window
from tests.web.sending import held_in, send, send_on
from tests.web.signing import Browser

Browse = Callable[..., Browser]
Open = Callable[..., Window]
Hold = Callable[[datetime], None]
MORNING = leave.paris("2027-03-15T07:40")
CHECKED = {
    "answered_name": "yes", "committal_number": "10231", "second_means": "fingerprint",
    "permit": "T-D-1", "permit_handed": "yes", "exit": "leave",
}  # fmt: skip
STOP, SETTLE = "/gate/D-1/raise_doubt/", "/gate/D-1/settle_doubt/"
OTHER_CLERK = Actor("prison-clerk-2", Role.PRISON_CLERK, leave.PRISON)


def kinds() -> list[str]:
    found = store.events_of(store.Stream("case", "D-1"))
    return [each.kind for each in found if each.kind != "message_sent"]


@pytest.fixture
def gate(browse: Browse, hold_at: Hold) -> Browser:
    permitted(1, "Tavoret", "Milan", "10231")
    hold_at(MORNING)
    return browse(leave.GATE)


def test_someone_identified_twice_on_an_order_in_force_is_let_out(gate: Browser) -> None:
    done = send(gate, "/gate/D-1/let_out/", CHECKED)

    assert (done.status_code, done["Location"].partition("?")[0]) == (303, "/gate/")
    assert kinds()[-1] == "departed"
    day = gate.get(done["Location"])
    assert "C’est enregistré." in text(day)
    assert "Partie : 7 h 40" in row_of(day, "D-1")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"committal_number": ""}, "Numéro d’écrou, lu sur le titre : il faut le dire."),
        ({"exit": ""}, "Genre de sortie : il faut le dire."),
        ({"committal_number": "10877"}, "le numéro d’écrou n’est pas celui du dossier."),
        ({"answered_name": "no"}, "la personne n’a pas dit elle-même son nom."),
        ({"permit_handed": "no"}, "le titre de permission n’a pas été remis à la personne."),
        ({"permit": "T-9"}, "ce titre de permission n’est pas celui du dossier."),
        ({"exit": "escorted"}, "l’ordonnance ouvre une sortie « permission »"),
        ({"second_means": "second_person"}, "la seconde personne qui identifie n’est pas nommée."),
    ],
)
def test_nobody_is_let_out_by_name_alone_and_what_was_typed_stays(
    gate: Browser, typed: dict[str, str], told: str
) -> None:
    refused = send(gate, "/gate/D-1/let_out/", {**CHECKED, **typed})

    assert refused.status_code == 422
    assert told in text(refused).replace("&#x27;", "’").replace("'", "’")
    assert held_in(refused)["permit"] == [{**CHECKED, **typed}["permit"]]
    assert "departed" not in kinds()


def test_near_names_stand_side_by_side_and_a_photograph_is_not_enough(
    browse: Browse, hold_at: Hold
) -> None:
    permitted(1, "Tavoret", "Milan", "10231")
    permitted(2, "Tavorel", "Milan", "10877", unit="B2")
    said(leave.recorded("P-3", family_name="Tavoret", given_name="Milen", committal_number="10004"))
    said(leave.recorded("P-4", family_name="Osmeri", given_name="Halvin", committal_number="10412"))
    hold_at(MORNING)
    gate = browse(leave.GATE)

    page = words(gate.get("/gate/D-1/let_out/"))
    refused = send(gate, "/gate/D-1/let_out/", {**CHECKED, "second_means": "photo"})

    assert "2 personnes de l’établissement ont un nom voisin" in page
    assert "Sort aussi aujourd’hui : 7 h 00 Tavorel Milan Écrou 10877 Quartier : B2" in page
    assert "Sans sortie aujourd’hui Tavoret Milen Écrou 10004" in page
    assert "La photographie ne suffit pas ici" in page
    assert "Osmeri" not in page
    assert refused.status_code == 422
    assert "10877" in text(refused)
    assert send(gate, "/gate/D-1/let_out/", CHECKED).status_code == 303


def test_the_form_stays_shut_while_anything_keeps_the_person_in(
    browse: Browse, hold_at: Hold
) -> None:
    granted(1, "Tavoret", "Milan", "10231")
    hold_at(MORNING)
    page = browse(leave.GATE).get("/gate/D-1/let_out/")

    assert "Ne sort pas" in text(page)
    assert "Le formulaire de sortie n’est pas ouvert" in text(page)
    assert held_in(page) == {}
    assert "Le peut : le greffe pénitentiaire ou le chef d’établissement." in words(page)


def test_what_was_typed_before_the_way_shut_is_found_again_once_it_opens(
    gate: Browser,
) -> None:
    send(gate, "/gate/D-1/let_out/", {**CHECKED, "permit": "T-D-1 bis"}, do="keep")
    doubt = {"doubt": "elsewhere", "about": "the dates"}
    said(leave.Said("raise_doubt", "D-1", leave.HEAD, MORNING, doubt))
    assert held_in(gate.get("/gate/D-1/let_out/")) == {}

    how = {"doubt": "elsewhere", "how": "they are right"}
    said(leave.Said("settle_doubt", "D-1", leave.PRISON_CLERK, MORNING, how))

    assert held_in(gate.get("/gate/D-1/let_out/"))["permit"] == ["T-D-1 bis"]


def test_they_say_it_is_wrong_stops_the_way_out_with_one_press(gate: Browser) -> None:
    filled_in = gate.get("/gate/D-1/let_out/")
    assert "La personne dit que c’est faux" in text(filled_in)

    done = send(gate, STOP, {})

    assert (done.status_code, done["Location"].partition("?")[0]) == (303, "/gate/D-1/")
    stopped = words(gate.get(done["Location"]))
    assert "Ne sort pas" in stopped
    assert "Vous l’avez émis : une autre personne doit y répondre." in stopped
    assert "Lever un doute" not in stopped
    assert gate.get(SETTLE).status_code == 404
    assert send_on(gate, "/gate/D-1/let_out/", filled_in, CHECKED).status_code == 422
    assert "departed" not in kinds()


def test_a_stop_is_written_whatever_else_arrived_meanwhile(gate: Browser) -> None:
    page = gate.get(STOP)
    said(leave.Said("raise_doubt", "D-1", leave.HEAD, MORNING, {"doubt": "x", "about": "y"}))

    assert send_on(gate, STOP, page, {"about": "Le retour est demain."}).status_code == 303
    assert kinds().count("doubt_raised") == 2


def test_someone_else_settles_it_and_the_way_opens_again(gate: Browser, browse: Browse) -> None:
    send(gate, STOP, {"about": "Le retour est demain."})
    clerk = browse(OTHER_CLERK)
    (doubt,) = casework_of("D-1").open_doubts

    assert "Le retour est demain." in words(clerk.get("/gate/D-1/"))
    done = send(clerk, SETTLE, {"doubt": doubt.doubt, "how": "Relu avec la personne : ce soir."})

    assert done.status_code == 303
    assert "Peut sortir" in words(gate.get("/gate/D-1/"))
    assert send(gate, "/gate/D-1/let_out/", CHECKED).status_code == 303


def casework_of(case: str) -> casework.Case:
    events = store.events_of(store.Stream("case", case))
    return casework.fold(
        casework.Recorded(
            event=casework.read_event(each.body), at=each.at, recorded_at=each.recorded_at,
            by=Actor(each.actor_id, Role(each.actor_role), each.actor_of), number=each.number,
        )
        for each in events
    )  # fmt: skip


def test_a_return_is_recorded_with_one_press_whatever_arrived_meanwhile(
    gate: Browser, hold_at: Hold
) -> None:
    out(1, "10231")
    hold_at(leave.paris("2027-03-15T20:42"))
    page = gate.get("/gate/D-1/record_return/")
    late = {"kind": "breach_of_conditions", "what": "drank"}
    said(leave.Said("report_incident", "D-1", leave.GATE, leave.paris("2027-03-15T20:42"), late))

    done = send_on(gate, "/gate/D-1/record_return/", page, {})

    assert done.status_code == 303
    assert kinds()[-1] == "return_recorded"
    assert "20 h 42" in row_of(gate.get(done["Location"]), "D-1")


def test_a_return_written_afterwards_says_when_it_was(gate: Browser, hold_at: Hold) -> None:
    out(1, "10231")
    hold_at(leave.paris("2027-03-15T21:20"))
    when = {"happened_at:day": "2027-03-15", "happened_at:time": "20:55"}

    assert send(gate, "/gate/D-1/record_return/", when).status_code == 303

    assert "Retour noté : 20 h 55" in words(gate.get("/gate/D-1/"))
    assert casework.state_of(casework_of("D-1")) is casework.State.RETURNED


def test_a_return_of_someone_who_is_not_out_is_told_before_it_is_written(gate: Browser) -> None:
    assert "Personne n’est noté dehors dans ce dossier." in text(
        gate.get("/gate/D-1/record_return/")
    )


def test_the_gate_reports_what_it_sees_and_calls_it_nothing_more(
    gate: Browser, hold_at: Hold
) -> None:
    out(1, "10231")
    hold_at(leave.paris("2027-03-15T15:20"))
    page = gate.get("/gate/D-1/report_incident/")

    assert "La personne s’est éclipsée" in text(page)
    assert "vasion" not in text(page)
    done = send_on(gate, "/gate/D-1/report_incident/", page,
                   {"kind": "slipped_away", "what": "a quitté le groupe"})  # fmt: skip
    assert done.status_code == 303
    assert "Ce qu’il faut faire, et qui" in text(gate.get("/gate/D-1/"))


def test_someone_not_back_is_a_fact_and_only_the_head_may_call_it_anything(
    gate: Browser, browse: Browse, hold_at: Hold
) -> None:
    out(1, "10231")
    ticked("2027-03-15T21:05")
    hold_at(leave.paris("2027-03-15T21:40"))
    seen = words(gate.get("/gate/D-1/"))

    assert "N’est pas rentrée" in seen
    assert "Déclarer une évasion, ou ne pas le faire : le chef d’établissement" in seen
    for who in (leave.GATE, leave.PRISON_CLERK):
        assert browse(who).get("/gate/D-1/declare_escape/").status_code == 404
    head = browse(leave.HEAD)
    told = words(head.get("/gate/D-1/"))
    assert "le juge de l’application des peines personne non rentrée à l’heure" in told
    assert "Sans réponse ; attendue avant : 21 h 35" in told
    done = send(head, "/gate/D-1/declare_escape/", {"because": "Absent, et injoignable."})
    assert done.status_code == 303
    declared = words(head.get(done["Location"]))
    assert "Évasion déclarée par le chef d’établissement (head-1), 21 h 40." in declared


def test_what_the_law_hides_from_the_gate_is_not_said_by_the_way(
    browse: Browse, hold_at: Hold
) -> None:
    first, *rest = leave.until_permitted("D-1", "P-1")
    victims = [{"victim": "victim-of-1998", "must_be_told": True, "wish": "told"}]
    said(leave.recorded("P-1", committal_number="10231", victims=victims), *rest[:-1])
    assert first.target == "P-1"
    hold_at(MORNING)

    at_the_gate = words(browse(leave.GATE).get("/gate/D-1/"))

    assert "victim-of-1998" not in at_the_gate
    assert "Un avis que la loi impose avant la sortie n’est pas fait." in at_the_gate
    assert "victim-of-1998" in words(browse(leave.PRISON_CLERK).get("/gate/D-1/"))


@pytest.mark.parametrize("verb", ["decide", "notify", "issue_permit", "nothing"])
def test_what_is_no_act_of_the_gate_is_not_there(gate: Browser, verb: str) -> None:
    assert gate.get(f"/gate/D-1/{verb}/").status_code == 404


PAGES = ["/gate/D-1/", "/gate/D-1/let_out/", "/gate/D-1/raise_doubt/"]
LATE = ["/gate/D-1/", "/gate/D-1/record_return/", "/gate/D-1/report_incident/",
        "/gate/D-1/record_recapture/"]  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "look", [{}, {"viewport": NARROW}, {"color_scheme": "dark"}], ids=["wide", "narrow", "dark"]
)
def test_the_pages_are_sound_in_a_real_browser(
    window: Open, hold_at: Hold, language: str, look: dict[str, Any]
) -> None:
    permitted(1, "Tavoret", "Milan", "10231")
    permitted(2, "Tavorel", "Milan", "10877")
    hold_at(MORNING)
    opened = window(leave.PRISON_CLERK, language, **look)
    for path in PAGES:
        opened.open(path)
        assert opened.faults() == [], path

    out(1, "10231")
    ticked("2027-03-15T21:05")
    hold_at(leave.paris("2027-03-15T21:40"))
    for path in LATE:
        opened.open(path)
        assert opened.faults() == [], path
