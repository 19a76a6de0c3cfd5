"""Every open case is asked under both laws; what changes is listed, and nothing is written."""

import json
from typing import Any

import pytest

from sortie import store
from tests.cli.running import Ran, run
from tests.office.one_leave import (
    FILE,
    back,
    filed,
    let_out,
    recorded,
    routed,
    say_all,
    until_permitted,
)

ANNOUNCED = "fr.reform.announced_2025@2027-01-01"
ON = "2027-02-10"


@pytest.fixture
def office(database: str) -> str:
    """Someone in an organised-crime unit, someone with an exam, and a leave that is over."""
    units = [{**FILE["custody"]["placements"][0], "unit": "organised_crime_unit"}]
    in_unit = {**FILE, "custody": {**FILE["custody"], "placements": units}}
    say_all([
        recorded("P-unit", file=in_unit), filed("C-unit", "P-unit"), routed("C-unit"),
        recorded("P-exam"), filed("C-exam", "P-exam", purpose="exam"),
        *until_permitted("C-over", "P-over"), let_out("C-over", "P-over"), back("C-over"),
    ])  # fmt: skip
    return database


def replay(*more: str, reform: str = ANNOUNCED) -> Ran:
    return run("reform", "replay", reform, "--on", ON, *more)


def told(*more: str, reform: str = ANNOUNCED) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(replay("--json", *more, reform=reform).out)
    return found


def held() -> dict[store.Stream, tuple[store.StoredEvent, ...]]:
    return {stream: store.events_of(stream) for stream in store.streams("case")}


@pytest.mark.usefixtures("office")
def test_the_answers_that_change_are_listed_with_what_changed_them() -> None:
    found = told()
    assert (found["format"], found["cases"], found["unread"]) == ("sortie/replay@1", 2, [])
    (changed,) = found["changed"]
    assert (changed["case"], changed["departs_on"]) == ("C-unit", "2027-03-15")
    assert [each["on"] for each in changed["answers"]] == [ON, "2027-03-15"]
    departure = changed["answers"][1]
    assert (departure["was"], departure["becomes"]) == ("open", "closed")
    (day,) = [each for each in departure["routes"] if each["leave"] == "fr.leave.day"]
    assert day["because"] == ["fr.reform.organised_crime_units"]


@pytest.mark.usefixtures("office")
def test_a_change_of_limits_is_a_change_though_the_leave_stays_open() -> None:
    found = told(reform="fr.reform.longer_day")
    assert {each["case"] for each in found["changed"]} == {"C-unit", "C-exam"}
    routes = found["changed"][0]["answers"][0]["routes"]
    assert [(each["leave"], each["was"], each["becomes"]) for each in routes] == [
        ("fr.leave.day", "open", "open")
    ]
    assert routes[0]["limits"] == {"longest": {"was": "P1D", "becomes": "P2D"}}


@pytest.mark.usefixtures("office")
def test_a_reform_that_begins_later_changes_nothing_yet() -> None:
    assert told(reform="fr.reform.announced_2025@2030-01-01")["changed"] == []
    assert told("--prison", "prison of the south")["cases"] == 0


@pytest.mark.usefixtures("office")
def test_nothing_is_written() -> None:
    before = held()
    replay()
    assert held() == before


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("fr", ["rien n'est écrit", "2 dossiers ouverts", "elle serait « fermée »"]),
        ("en", ["nothing is written", "2 open cases", "it would be “closed”"]),
    ],
)
def test_the_page_says_it_in_both_languages_and_names_nobody(
    language: str, sentences: list[str]
) -> None:
    page = " ".join(replay("--lang", language).out.split()).replace("\u202f", " ")
    assert all(sentence in page for sentence in sentences)
    assert "C-unit" in page
    assert "Famille" not in page
    assert "P-unit" not in page


@pytest.mark.usefixtures("office")
def test_the_page_of_other_limits_says_them() -> None:
    page = " ".join(replay("--lang", "fr", reform="fr.reform.longer_day").out.split())
    assert "la réponse reste" in page
    assert "durée la plus longue 1\u00a0jour → 2\u00a0jours" in page or "1 jour → 2 jours" in page
