"""The canonical form: English keys, one order, nothing for what is unknown."""

import json

from hypothesis import given

from sortie import facts
from tests.facts.files import ENGLISH, FRENCH_TEXT, a_case, read
from tests.law.people import cases
from tests.law.tables import Case


def test_what_is_written_reads_the_same_again() -> None:
    case = read(FRENCH_TEXT)

    assert read(facts.to_canonical(case)) == case


def test_both_languages_are_written_the_same_to_the_letter() -> None:
    assert json.dumps(facts.to_canonical(read(FRENCH_TEXT))) == json.dumps(
        facts.to_canonical(read(ENGLISH))
    )


def test_what_is_unknown_is_not_written() -> None:
    assert facts.to_canonical(read(a_case(application={"escorted": None}))) == a_case()


def test_something_known_of_which_nothing_is_known_is_written() -> None:
    case = a_case(custody={"sentences": [{}], "territory_ban": {}})

    assert facts.to_canonical(read(case)) == case


def test_the_order_is_that_of_the_format_whatever_was_typed() -> None:
    typed = a_case(custody={"remand": [], "committed_on": "2020-01-01"}, person={})

    assert list(facts.to_canonical(read(typed))["custody"]) == ["committed_on", "remand"]


@given(typed=cases())
def test_every_invented_person_is_read_and_written_again(typed: Case) -> None:
    case = read(typed)

    assert read(facts.to_canonical(case)) == case
    assert read(json.dumps(typed)) == case
