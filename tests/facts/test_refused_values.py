"""Values that are refused one by one."""

from collections.abc import Mapping

import pytest

from sortie.facts import Cause, Wanted
from tests.facts.files import a_case, faults_of, the_fault

HEAD = "format: sortie/case@1\njurisdiction: fr\n"


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        ("2025-02-29", Cause.NO_SUCH_DATE),
        ("2025-13-01", Cause.NO_SUCH_DATE),
        ("0000-01-01", Cause.NO_SUCH_DATE),
        ("1899-12-31", Cause.DATE_OUT_OF_RANGE),
        ("2201-01-01", Cause.DATE_OUT_OF_RANGE),
        ("01/02/2025", Cause.NOT_A_DATE),
        ("2025-1-2", Cause.NOT_A_DATE),
        ("20250102", Cause.NOT_A_DATE),
        ("2025-W01-1", Cause.NOT_A_DATE),
        ("٢٠٢٥-٠١-٠١", Cause.NOT_A_DATE),
        ("2025-01-02T00:00", Cause.NOT_A_DATE),
        ("none", Cause.NOT_A_DATE),
        (20250102, Cause.NOT_A_DATE),
        (float("nan"), Cause.NOT_A_DATE),
        (True, Cause.NOT_A_DATE),
        ([], Cause.NOT_A_DATE),
        ({}, Cause.NOT_A_DATE),
    ],
)
def test_a_date_is_a_day_that_exists_in_our_times(typed: object, cause: Cause) -> None:
    fault = the_fault(a_case(person={"born_on": typed}))

    assert (fault.path, fault.code, fault.expected) == ("person.born_on", cause, Wanted.DATE)
    assert len(fault.read) <= 80


def test_a_number_too_long_to_print_is_refused() -> None:
    assert the_fault(a_case(person={"born_on": 10**6000})).read == "integer"
    assert the_fault(HEAD + f"person: {{born_on: {'9' * 6000}}}\n").read.startswith("999")


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        ("P0D", Cause.LENGTH_ZERO),
        ("P0Y0M", Cause.LENGTH_ZERO),
        ("P999Y", Cause.LENGTH_TOO_LONG),
        ("P99999999999999Y", Cause.NOT_A_LENGTH),
        ("P1.5Y", Cause.NOT_A_LENGTH),
        ("PT5H", Cause.NOT_A_LENGTH),
        ("P", Cause.NOT_A_LENGTH),
        ("-P1Y", Cause.NOT_A_LENGTH),
        ("P٨Y", Cause.NOT_A_LENGTH),
        ("8 years", Cause.NOT_A_LENGTH),
        ("none", Cause.NOT_A_LENGTH),
        (8, Cause.NOT_A_LENGTH),
    ],
)
def test_a_sentence_is_a_length_of_one_day_at_least_or_life(typed: object, cause: Cause) -> None:
    fault = the_fault(a_case(custody={"sentences": [{"length": typed}]}))

    assert (fault.code, fault.expected) == (cause, Wanted.LENGTH_OR_LIFE)


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        ("2025-11-24", Cause.NOT_AN_INSTANT),
        ("07:00", Cause.NOT_AN_INSTANT),
        ("2025-11-24 07:00", Cause.NOT_AN_INSTANT),
        ("2025-11-24T07:00:00.5", Cause.NOT_AN_INSTANT),
        ("2025-11-24T25:00", Cause.NO_SUCH_INSTANT),
        ("2025-11-31T07:00", Cause.NO_SUCH_INSTANT),
        ("2025-11-24T07:00+99:00", Cause.NO_SUCH_INSTANT),
        ("1800-11-24T07:00", Cause.DATE_OUT_OF_RANGE),
    ],
)
def test_an_instant_has_a_day_and_a_clock_that_exist(typed: str, cause: Cause) -> None:
    assert the_fault(a_case(application={"departs_at": typed})).code == cause


@pytest.mark.parametrize("typed", ["5:30", "PT", "P1Y", "PT1.5H", 330])
def test_travel_time_is_hours_and_minutes(typed: object) -> None:
    assert the_fault(a_case(application={"travel_time": typed})).code == Cause.NOT_A_LENGTH


@pytest.mark.parametrize("typed", ["yes", "no", "on", "off", "true", "Y", 1, 0, [], "none"])
def test_only_true_and_false_are_true_and_false(typed: object) -> None:
    fault = the_fault(a_case(application={"escorted": typed}))

    assert (fault.code, fault.expected) == (Cause.WRONG_TYPE, Wanted.FLAG)


def test_yes_in_yaml_is_a_word_and_is_refused() -> None:
    fault = the_fault(HEAD + "application:\n  escorted: yes\n")

    assert (fault.read, fault.line) == ("yes", 4)


@pytest.mark.parametrize("typed", ["69123", "01004", "1_000", "0x10D", "1e5"])
def test_a_commune_without_quotes_is_a_number_and_is_refused_as_typed(typed: str) -> None:
    fault = the_fault(HEAD + f"application: {{places: [{{commune: {typed}}}]}}\n")

    assert (fault.code, fault.path, fault.read) == (
        Cause.NOT_A_CODE,
        "application.places[0].commune",
        typed,
    )


@pytest.mark.parametrize("typed", ["fr", "FRA", "France", "", 33, False])
def test_a_country_is_two_capital_letters(typed: object) -> None:
    assert the_fault(a_case(application={"places": [{"country": typed}]})).code == Cause.NOT_A_CODE


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("employeer", "employer"), ("employeurs", "employeur"), ("zzz", ""), (12, ""), ([], "")],
)
def test_a_word_out_of_its_list_is_refused_and_the_nearest_is_offered(
    typed: object, nearest: str
) -> None:
    fault = the_fault(a_case(application={"purpose": typed}))

    assert fault.code == Cause.NOT_IN_LIST
    assert fault.params == {"list": "purposes", "nearest": nearest}


def test_a_word_of_another_list_is_refused() -> None:
    assert the_fault(a_case(application={"purpose": "parole"})).code == Cause.NOT_IN_LIST


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        (2025, Cause.WRONG_TYPE),
        ("", Cause.TEXT_EMPTY),
        ("  ", Cause.TEXT_EMPTY),
        ("a" * 3000, Cause.TEXT_TOO_LONG),
        ("a\x00b", Cause.CONTROL_CHARACTER),
        ("a\u202eb", Cause.CONTROL_CHARACTER),
        ("a\ud800b", Cause.CONTROL_CHARACTER),
    ],
)
def test_a_title_is_printable_text(typed: object, cause: Cause) -> None:
    assert the_fault(a_case(title=typed)).code == cause


@pytest.mark.parametrize(
    ("custody", "path"),
    [
        ({"sentences": {"length": "P1Y"}}, "custody.sentences"),
        ({"sentences": ["P1Y"]}, "custody.sentences[0]"),
        ({"sentences": [None]}, "custody.sentences[0]"),
        ({"territory_ban": []}, "custody.territory_ban"),
        ({"status": "convicted"}, "custody.status"),
        ({"admissible_to": "parole"}, "custody.admissible_to"),
    ],
)
def test_a_list_is_a_list_and_a_mapping_a_mapping(custody: Mapping[str, object], path: str) -> None:
    fault = the_fault(a_case(custody=custody))

    assert (fault.code, fault.path) == (Cause.WRONG_TYPE, path)


@pytest.mark.parametrize("typed", [{}, {"until": "2020-01-01"}, {"from": None}])
def test_a_placement_needs_a_first_day(typed: object) -> None:
    fault = the_fault(a_case(custody={"placements": [typed]}))

    assert (fault.code, fault.path) == (Cause.KEY_MISSING, "custody.placements[0].from")
    assert fault.params == {"key": "from", "also": "du"}


def test_the_same_word_twice_in_a_list_is_refused() -> None:
    fault = the_fault(a_case(custody={"admissible_to": ["parole", "libération conditionnelle"]}))

    assert (fault.code, fault.path) == (Cause.TWICE, "custody.admissible_to[1]")


def test_a_thousand_unknown_keys_are_a_thousand_faults() -> None:
    typed = {f"key{count}" * 10: count for count in range(1000)}

    assert len(faults_of(a_case(custody=typed))) == 1000
