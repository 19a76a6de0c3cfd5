"""What a case file says, and what it leaves unsaid."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
import yaml

from sortie import days, facts
from sortie.facts import LIFE, UNKNOWN
from tests.facts.files import ENGLISH, FRENCH_TEXT, a_case, read


def test_an_absent_key_is_unknown() -> None:
    case = read(a_case())

    assert case.custody.committed_on is UNKNOWN
    assert case.custody.sentences is UNKNOWN
    assert case.application.funds_shown is UNKNOWN


def test_a_null_is_unknown_said_aloud() -> None:
    case = read(a_case(application={"escorted": None}, custody={"remand": None}))

    assert case == read(a_case())


def test_none_an_empty_list_and_false_are_known_not_to_be() -> None:
    case = read(
        a_case(
            custody={"territory_ban": "none", "remand": "none", "reductions": []},
            application={"escorted": False},
        )
    )

    assert case.custody.territory_ban is None
    assert case.custody.remand == ()
    assert case.custody.reductions == ()
    assert case.application.escorted is False


def test_what_is_unknown_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(UNKNOWN)


def test_a_merged_into_that_is_null_says_that_the_sentence_stands() -> None:
    case = read(a_case(custody={"sentences": [{"merged_into": None}, {}]}))

    assert case.custody.sentences is not UNKNOWN
    assert case.custody.sentences[0].merged_into is None
    assert case.custody.sentences[1].merged_into is UNKNOWN


def test_the_whole_file_is_read() -> None:
    case = read(ENGLISH)

    assert case.custody.sentences is not UNKNOWN
    first, second = case.custody.sentences
    assert first.length == days.Length(96)
    assert first.offences == ("organised_crime", "escape")
    assert second.length is LIFE
    assert second.merged_into == 0
    assert case.application.departs_at == datetime(2025, 11, 24, 7)  # noqa: DTZ001 (civil time)
    assert case.application.travel_time == timedelta(hours=5, minutes=30)
    assert case.application.lodging_shown == "not_needed"
    assert case.history.leaves == (
        facts.LeaveTaken(
            leave="fr.leave.day",
            since=date(2024, 2, 1),
            until=date(2024, 2, 1),
            granted_by="enforcement_judge",
            outcome="returned",
        ),
    )


def test_french_and_english_read_the_same() -> None:
    assert read(FRENCH_TEXT) == read(ENGLISH)


def test_yaml_json_bytes_and_a_dict_read_the_same() -> None:
    case = read(ENGLISH)
    canonical = facts.to_canonical(case)

    assert read(ENGLISH.encode()) == case
    assert read("\ufeff" + ENGLISH) == case
    assert read(canonical) == case
    assert read(json.dumps(canonical)) == case
    assert read(json.dumps(canonical, indent=4).encode()) == case


def test_dates_that_another_yaml_reader_made_are_dates() -> None:
    text = (
        "format: sortie/case@1\njurisdiction: fr\nperson: {born_on: 1973-05-02}\n"
        "application: {departs_at: 2025-11-24T07:00:00+01:00}\n"
    )

    assert read(yaml.safe_load(text)) == read(text)


def test_the_last_day_of_a_period_is_included() -> None:
    custody = read(
        a_case(custody={"remand": [{"from": "2020-01-01", "until": "2020-01-31"}]})
    ).custody

    assert custody.remand is not UNKNOWN
    assert custody.remand[0].span == days.Span(date(2020, 1, 1), date(2020, 2, 1))


def test_a_period_without_last_day_still_runs() -> None:
    custody = read(a_case(custody={"isolation": [{"from": "2020-01-01"}]})).custody

    assert custody.isolation is not UNKNOWN
    assert custody.isolation[0].span.end == days.NEVER


def test_a_placement_lasts_until_the_eve_of_the_next() -> None:
    custody = read(
        a_case(custody={"placements": [{"from": "2020-01-01"}, {"from": "2021-03-01"}]})
    ).custody

    assert custody.placements is not UNKNOWN
    assert custody.placements[0].until == date(2021, 2, 28)
    assert custody.placements[1].until is UNKNOWN


@pytest.mark.parametrize(
    ("typed", "count"),
    [("none", 0), ({"from": "2020-01-01"}, 1), ([{"length": "P2Y"}, {"from": "2020-01-01"}], 2)],
)
def test_a_security_period_is_none_or_one_or_several(typed: object, count: int) -> None:
    periods = read(a_case(custody={"security_period": typed})).custody.security_periods

    assert periods is not UNKNOWN
    assert len(periods) == count


def test_an_instant_keeps_its_offset_and_civil_time_has_none() -> None:
    told = read(a_case(application={"departs_at": "2025-11-24T06:00Z"})).application.departs_at

    assert told == datetime(2025, 11, 24, 6, tzinfo=UTC)


def test_words_that_yaml_takes_for_booleans_stay_words() -> None:
    case = read(
        'format: sortie/case@1\njurisdiction: fr\ntitle: "no"\n'
        "history: {incidents: [{on: 2014-02-07, kind: escape}]}\n"
        "application: {places: [{country: NO}]}\n"
    )

    assert case.title == "no"
    assert case.application.places == (facts.Place(country="NO"),)
    assert case.history.incidents == (facts.Incident(kind="escape", on=date(2014, 2, 7)),)


def test_accents_typed_in_two_parts_are_the_same_word() -> None:
    typed = {"status": [{"is": "condamne\u0301", "from": "2020-01-01"}]}

    assert read(a_case(custody=typed)).custody.status == (
        facts.StatusChange(status="convicted", since=date(2020, 1, 1)),
    )
