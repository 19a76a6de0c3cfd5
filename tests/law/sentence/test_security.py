"""Security periods: a share of a sentence, several together, what they count and wait for."""

from typing import Any

import pytest

from tests.law.sentence.files import a_reckoning, a_sentence, day, line, typed
from tests.law.sentence.secured import (
    FIVE_AND_EIGHT,
    NINE,
    PATH,
    TWELVE,
    days,
    ends,
    eve_of,
    on,
    told,
)

# -- a share of the sentence ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "share", "end"),
    [
        # Half of 15 y: 7 y 6 m.
        ("P15Y", "half", "2027-07-01"),
        # Two thirds of 20 y: 13 y 4 m, the length in Crim. 10 December 2014.
        ("P20Y", "two_thirds", "2033-05-01"),
        # Two thirds of 11 y: 7 y 4 m.
        ("P11Y", "two_thirds", "2027-05-01"),
        # Half of 10 y 1 m: 5 y and half a month of thirty days.
        ("P10Y1M", "half", "2025-01-16"),
        # Life: 18 y, 22 y.
        ("life", "half", "2038-01-01"),
        ("life", "two_thirds", "2042-01-01"),
    ],
)
def test_a_share_is_a_length_of_the_sentence_pronounced(length: str, share: str, end: str) -> None:
    sentence = a_sentence(length, "2020-01-01")

    assert ends("2020-01-01", sentence, security_period={"share": share}) == end


def test_no_reduction_moves_a_share_and_remand_counts() -> None:
    # Half of 12 y: 6 y. Remand 2019-07-01 to 2019-12-31 (184 days): from 2019-07-01 to 2025-07-01.
    more: dict[str, Any] = {
        "remand": [{"from": "2019-07-01", "until": "2019-12-31"}],
        "reductions": [{"granted_on": "2021-01-01", "length": "P2Y", "kind": "exceptional"}],
        "security_period": {"share": "half"},
    }

    assert ends("2020-01-01", a_sentence("P12Y", "2020-01-01"), **more) == "2025-07-01"


def test_days_at_large_and_interruptions_put_off_a_share_that_they_come_before() -> None:
    # Half of 12 y from 2020-01-01: 2026-01-01; 10 days at large and 20 interrupted: 2026-01-31.
    # An escape in March 2026 comes later.
    more: dict[str, Any] = {
        "escapes": [("2021-03-01", "2021-03-10"), ("2026-03-01", "2026-03-05")],
        "interruptions": [{"from": "2022-06-01", "until": "2022-06-20"}],
        "security_period": {"share": "half"},
    }

    assert ends("2020-01-01", a_sentence("P12Y", "2020-01-01"), **more) == "2026-01-31"


def test_a_share_of_one_sentence_among_several_is_undetermined_until_it_is_named() -> None:
    sentences = [a_sentence("P12Y", "2020-01-01"), a_sentence("P2Y", "2020-01-01")]
    case = typed("2020-01-01", *sentences, security_period={"share": "half"})
    named = {"share": "half", "sentence": 0}

    assert on(case, "2024-01-01") == (f"{PATH}[0].sentence",)
    assert ends("2020-01-01", *sentences, security_period=named) == "2026-01-01"


@pytest.mark.parametrize(
    ("sentence", "lacking"),
    [
        # CP 132-23: a sentence «non assortie du sursis».
        (a_sentence("P8Y", suspended="P2Y"), f"{PATH}[0].length"),
        (a_sentence("P8Y") | {"length": None}, "custody.sentences[0].length"),
    ],
)
def test_a_share_of_what_is_not_known_is_asked_for(sentence: dict[str, Any], lacking: str) -> None:
    more: dict[str, Any] = {"security_period": {"share": "half"}}

    assert on(typed("2020-01-01", sentence, **more), "2050-01-01") == (lacking,)
    assert line(a_reckoning("2020-01-01", sentence, **more), "security_period.half").missing == (
        lacking,
    )


# -- several together -----------------------------------------------------------------------------


def test_periods_of_sentences_not_in_concurrence_are_added() -> None:
    # 720-3: 5 y + 8 y from 2020-01-01. Without the sentences the rules know of eight years only.
    unnamed = [{"length": "P5Y"}, {"length": "P8Y"}]
    case = typed("2020-01-01", NINE, TWELVE, security_period=unnamed)

    assert ends("2020-01-01", NINE, TWELVE, security_period=FIVE_AND_EIGHT) == "2033-01-01"
    assert told("2020-01-01", NINE, TWELVE, security_period=FIVE_AND_EIGHT) == [
        ("pronounced", "P5Y", ""),
        ("pronounced", "P8Y", ""),
        ("added", "P13Y", ""),
        ("end", "P13Y", "2033-01-01"),
    ]
    assert days(case, "2027-12-31", "2028-01-01", "2032-12-31", "2033-01-01") == [
        True, (PATH,), (PATH,), False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("at_most", "end"),
    [
        # 9 y + 12 y within 15 y: two thirds, 10 y.
        ("P15Y", "2030-01-01"),
        # Within 20 y: two thirds of twenty, 13 y 4 m, above 13 y.
        ("P20Y", "2033-01-01"),
        # Life incurred and not pronounced: within 30 y, 21 y; two thirds 14 y, above 13 y.
        ("life", "2033-01-01"),
    ],
)
def test_periods_of_sentences_in_concurrence_stop_at_two_thirds(at_most: str, end: str) -> None:
    more: dict[str, Any] = {
        "concurrence": [{"sentences": [0, 1], "at_most": at_most}],
        "security_period": FIVE_AND_EIGHT,
    }

    assert ends("2020-01-01", NINE, TWELVE, **more) == end


@pytest.mark.parametrize(
    ("of_life", "of_other", "end"),
    [
        # 18 y + 6 y: 22 y at most.
        ({"share": "half"}, "P6Y", "2042-01-01"),
        # 18 y + 3 y: 21 y, below.
        ({"share": "half"}, "P3Y", "2041-01-01"),
        # A special period of 30 y is the limit itself.
        ({"length": "P30Y"}, "P6Y", "2050-01-01"),
    ],
)
def test_with_life_they_stop_at_twenty_two_years_or_at_the_special_period(
    of_life: dict[str, str], of_other: str, end: str
) -> None:
    more: dict[str, Any] = {
        "concurrence": [{"sentences": [0, 1]}],
        "security_period": [{**of_life, "sentence": 0}, {"length": of_other, "sentence": 1}],
    }

    assert ends("2020-01-01", a_sentence("life", "2020-01-01"), TWELVE, **more) == end


def test_the_longest_period_of_merged_sentences_counts_alone() -> None:
    merged = NINE | {"merged_into": 1}

    assert ends("2020-01-01", merged, TWELVE, security_period=FIVE_AND_EIGHT) == "2028-01-01"
    assert ("longest", "P8Y", "") in told(
        "2020-01-01", merged, TWELVE, security_period=FIVE_AND_EIGHT
    )


def test_merged_sentences_and_another_are_the_longest_and_the_other() -> None:
    # 8 y (the longest of the first two) + 3 y.
    merged, third = NINE | {"merged_into": 1}, a_sentence("P6Y", "2020-01-01")
    periods = [*FIVE_AND_EIGHT, {"share": "half", "sentence": 2}]

    assert ends("2020-01-01", merged, TWELVE, third, security_period=periods) == "2031-01-01"


@pytest.mark.parametrize(
    ("sentences", "concurrence", "path", "least", "most"),
    [
        # Legal maximum unknown: two thirds of 12 y at least, all of 21 y at most: 13 y.
        ([NINE, TWELVE], {"sentences": [0, 1]}, "custody.concurrence[0].at_most",
         "2028-01-01", "2033-01-01"),
        # Which are in concurrence is unknown: 8 y at least.
        ([NINE, TWELVE], {"at_most": "P15Y"}, "custody.concurrence[0].sentences",
         "2028-01-01", "2033-01-01"),
        # A third sentence of the concurrence has none: 720-3 speaks of sentences that all have one.
        ([NINE, TWELVE, a_sentence("P1Y", "2020-01-01")],
         {"sentences": [0, 1, 2], "at_most": "P15Y"}, PATH, "2030-01-01", "2033-01-01"),
        # Merged in part: no text says whether the longest counts alone.
        ([NINE | {"merged_into": 1, "merged_part": "P2Y"}, TWELVE], None, PATH,
         "2028-01-01", "2033-01-01"),
    ],
)  # fmt: skip
def test_what_the_file_or_the_law_does_not_tell_lies_between(
    sentences: list[Any], concurrence: Any, path: str, least: str, most: str
) -> None:
    groups = [concurrence] if concurrence else []
    more: dict[str, Any] = {"security_period": FIVE_AND_EIGHT, "concurrence": groups}
    case = typed("2020-01-01", *sentences, **more)

    assert days(case, eve_of(least), least, most) == [True, (path,), False]
    assert (
        path in line(a_reckoning("2020-01-01", *sentences, **more), "security_period.end").missing
    )


# -- what the milestones see ----------------------------------------------------------------------


def test_parole_waits_for_the_end_of_a_share() -> None:
    # Half of 12 y from 2024-01-01: 2030-01-01; two thirds: 2032-01-01.
    reckoning = a_reckoning(
        "2024-01-01", a_sentence("P12Y", "2024-01-01"), security_period={"share": "two_thirds"}
    )

    assert day(reckoning, "parole.after_security_period") == "2032-01-01"
