"""People are looked for in a body, never in an address, and strangers are nobody."""

import pytest

from sortie.web.tokens import READ
from tests.api.programs import World
from tests.web.lists import docket


@pytest.fixture
def people(world: World) -> World:
    docket.fill()
    return world


def test_a_person_is_found_by_number_or_by_name(people: World) -> None:
    clerk = people.program("prison_clerk", READ)

    by_number = clerk.send("/people/searches", {"committal_number": "10412"}).json()
    by_name = clerk.send("/people/searches", {"name": "Lirdane"}).json()

    assert [each["person"] for each in by_number["people"]] == ["P-1"]
    assert [each["name"]["family_name"] for each in by_name["people"]] == ["Lirdane"]
    assert by_name["cut"] is False


def test_elsewhere_nobody_is_found_nor_read(people: World) -> None:
    stranger = people.program("prison_clerk", READ, elsewhere=True)
    assert stranger.send("/people/searches", {"committal_number": "10412"}).json()["people"] == []
    theirs, absent = stranger.ask("/people/P-1"), stranger.ask("/people/P-0")
    assert theirs.status_code == 404
    assert (theirs.content, dict(theirs.headers)) == (absent.content, dict(absent.headers))


def test_a_person_is_read_as_far_as_the_table_lets_it(people: World) -> None:
    clerk = people.program("court_clerk", READ).ask("/people/P-1").json()
    officer = people.program("probation_officer", READ).ask("/people/P-1").json()

    assert clerk["custody"]["sentences"][0]["offences"] == ["other"]
    assert clerk["cases"] == ["D-1"]
    assert clerk["committal_number"] == "10412"
    assert set(officer) == set(clerk) - {"custody", "cases"}


@pytest.mark.parametrize("body", [{}, {"name": "  "}, {"name": "12"}, {"colour": "blue"}])
def test_nobody_is_looked_for_by_nothing(people: World, body: dict[str, str]) -> None:
    told = people.program("prison_clerk", READ, language="en").send("/people/searches", body)
    assert told.status_code == 422
    assert told.json()["faults"][0]["message"]
