"""Merged in part, revoked, commuted, in concurrence: each total and end derived by hand."""

from typing import Any

import pytest

from sortie.days import Length
from sortie.law.france.sentence.reckoning import Reckoning
from tests.law.sentence.files import a_reckoning, a_sentence, line

SINCE = "2024-01-08"  # the single reduction: no credit


def revoked(length: str, decided_on: str = "2024-03-01") -> list[dict[str, str]]:
    return [{"decided_on": decided_on, "length": length}]


def group(at_most: str, *ranks: int) -> list[dict[str, Any]]:
    return [{"sentences": [*ranks], "at_most": at_most}]


def moved(reckoning: Reckoning, what: str) -> tuple[str, int, str]:
    found = line(reckoning, what)
    return str(found.length), found.moved, str(found.end)


# -- merged in part -------------------------------------------------------------------------------


def test_only_the_part_merged_is_absorbed_and_the_rest_is_served() -> None:
    # CP 132-4. 4 y + (2 y less 1 y merged) = 5 y: 2024-01-08 -> 2029-01-08. Before the merger
    # 2030-01-08, a year of 365 days later.
    reckoning = a_reckoning(
        SINCE, a_sentence("P4Y"), a_sentence("P2Y", merged_into=0, merged_part="P1Y")
    )

    assert reckoning.total == Length(months=60)
    assert moved(reckoning, "sentence.merged_part") == ("P1Y", -365, "2029-01-08")
    assert str(reckoning.end) == "2029-01-08"


# -- a suspension revoked -------------------------------------------------------------------------


def test_what_was_revoked_of_a_suspension_is_served_too() -> None:
    # CP 132-36, 132-48. 3 y of which 1 y suspended, 4 m of it revoked: 2 y 4 m, 8 m stay
    # suspended. 2024-01-08 -> 2026-05-08; 2026-01-08 to 2026-05-08 are 120 days.
    sentence = a_sentence("P3Y", suspended="P1Y", suspension_revoked=revoked("P4M"))
    reckoning = a_reckoning(SINCE, sentence)

    assert line(reckoning, "sentence").length == Length(months=24)
    assert moved(reckoning, "sentence.suspension_revoked") == ("P4M", 120, "2026-05-08")
    assert line(reckoning, "sentence.suspended_part").length == Length(months=8)
    assert str(reckoning.end) == "2026-05-08"


def test_a_sentence_wholly_suspended_is_served_for_what_was_revoked() -> None:
    # Two decisions, 4 m and 2 m of 10: 6 m. 2024-01-08 -> 2024-07-08.
    decisions = [*revoked("P4M"), *revoked("P2M", "2024-05-02")]
    sentence = a_sentence("P10M", suspended="P10M", suspension_revoked=decisions)
    reckoning = a_reckoning(SINCE, sentence)

    assert [each.what for each in reckoning.lines if each.what == "sentence"] == []
    assert str(reckoning.end) == "2024-07-08"


def test_what_was_revoked_without_a_length_is_asked_for() -> None:
    sentence = a_sentence("P3Y", suspended="P1Y", suspension_revoked={"decided_on": "2024-03-01"})
    reckoning = a_reckoning(SINCE, sentence)

    assert reckoning.total is None
    assert "custody.sentences[0].suspension_revoked[0].length" in reckoning.missing


# -- commuted -------------------------------------------------------------------------------------


def test_a_life_sentence_commuted_is_no_more_for_life() -> None:
    # 2024-01-08 + 20 y.
    pardon = {"decided_on": "2025-07-14", "length": "P20Y"}
    reckoning = a_reckoning(SINCE, a_sentence("life", commuted=pardon), a_sentence("P1Y"))

    assert line(reckoning, "sentence.commuted").value == "life"
    assert reckoning.total == Length(months=252)
    assert str(reckoning.end) == "2045-01-08"


def test_a_length_that_no_pardon_tells_is_asked_for() -> None:
    pardon = {"decided_on": "2025-07-14"}
    reckoning = a_reckoning(SINCE, a_sentence("P10Y", commuted=pardon))

    assert "custody.sentences[0].commuted.length" in reckoning.missing


# -- in concurrence -------------------------------------------------------------------------------


def test_sentences_in_concurrence_stop_at_the_legal_maximum() -> None:
    # CP 132-4. 3 y + 3 y, at most 5 y, and 2 y beside: 7 y, 2031-01-08. Without the maximum
    # 2032-01-08, 365 days later.
    sentences = [a_sentence("P3Y"), a_sentence("P3Y"), a_sentence("P2Y")]
    reckoning = a_reckoning(SINCE, *sentences, concurrence=group("P5Y", 0, 1))

    assert reckoning.total == Length(months=84)
    assert moved(reckoning, "concurrence.over") == ("P1Y", -365, "2031-01-08")
    assert line(reckoning, "concurrence.over").basis.cites == ("fr.cp.132-4",)
    assert str(reckoning.end) == "2031-01-08"


def test_where_life_was_incurred_and_not_pronounced_the_maximum_is_thirty_years() -> None:
    # CP 132-5. 20 y + 18 y = 38 y, cut to 30: 2054-01-08.
    sentences = [a_sentence("P20Y"), a_sentence("P18Y")]
    reckoning = a_reckoning(SINCE, *sentences, concurrence=group("life", 0, 1))

    assert line(reckoning, "concurrence.over").basis.cites == ("fr.cp.132-4", "fr.cp.132-5")
    assert (str(reckoning.total), str(reckoning.end)) == ("P30Y", "2054-01-08")


def test_a_part_suspended_or_merged_takes_nothing_of_the_maximum() -> None:
    # 3 y + (3 y less 1 y suspended) = 5 y; revoked, 6 y are cut to 5. 3 y + (3 y less 1 y merged)
    # = 5 y.
    mixed = a_sentence("P3Y", suspended="P1Y")
    both = group("P5Y", 0, 1)
    within = a_reckoning(SINCE, a_sentence("P3Y"), mixed, concurrence=both)
    over = a_reckoning(
        SINCE, a_sentence("P3Y"), mixed | {"suspension_revoked": revoked("P1Y")}, concurrence=both
    )
    merged = a_sentence("P3Y", merged_into=0, merged_part="P1Y")
    rest = a_reckoning(SINCE, a_sentence("P3Y"), merged, concurrence=both)

    assert line(within, "concurrence.within").moved == 0
    assert line(over, "concurrence.over").length == Length(months=12)
    assert {str(each.total) for each in (within, over, rest)} == {"P5Y"}


def test_the_maximum_is_asked_for_only_when_two_sentences_are_to_be_served() -> None:
    untold = [{"sentences": [0, 1]}]
    asked = a_reckoning(SINCE, a_sentence("P3Y"), a_sentence("P3Y"), concurrence=untold)
    merged = a_sentence("P3Y", merged_into=0)
    alone = a_reckoning(SINCE, a_sentence("P3Y"), merged, concurrence=untold)

    assert (asked.end, asked.total) == (None, None)
    assert "custody.concurrence[0].at_most" in asked.missing
    assert alone.total == Length(months=36)


# -- the credit of the committals before 2023 -----------------------------------------------------


def test_what_is_revoked_has_a_credit_of_its_own() -> None:
    # D115-3. 16 m of which 8 suspended, all revoked: 56 d on 8 m, twice (sixteen months in one
    # would have 3 m 28 d). 2016-03-01 + 16 m = 2017-07-01; - 56 d = 05-06; - 56 d = 2017-03-11.
    sentence = a_sentence(
        "P16M", "2016-03-01", suspended="P8M", suspension_revoked=revoked("P8M", "2016-09-01")
    )

    assert str(a_reckoning("2016-03-01", sentence).end) == "2017-03-11"


def test_sentences_merged_in_part_have_the_credit_of_the_one_they_make() -> None:
    # D115-4. 2 y + (1 y 6 m less 6 m) = 3 y: 3 + 2 + 2 m (2 y and 1 y apart: 5 + 3).
    # 2016-03-01 + 3 y = 2019-03-01; - 7 m = 2018-08-01.
    reckoning = a_reckoning(
        "2016-03-01",
        a_sentence("P2Y", "2016-03-01"),
        a_sentence("P18M", "2016-03-01", merged_into=0, merged_part="P6M"),
    )

    assert str(reckoning.end) == "2018-08-01"


@pytest.mark.parametrize(
    ("second", "more", "name"),
    [
        ({}, {"concurrence": group("P3Y", 0, 1)}, "credit_of_sentences_over_the_maximum"),
        ({"commuted": {"decided_on": "2017-07-14", "length": "P1Y"}}, {},
         "credit_of_commuted_sentence"),
        ({"suspended": "P1Y", "suspension_revoked": revoked("P6M", "2016-09-01"),
          "merged_into": 0, "merged_part": "P3M"}, {}, "credit_of_merged_and_revoked"),
        ({"recidivist": True, "final_on": "2010-03-01", "pronounced_on": "2010-03-01",
          "merged_into": 0, "merged_part": "P3M"}, {}, "credit_of_merged_recidivists"),
        ({"recidivist": True, "final_on": "2010-03-01", "pronounced_on": "2010-03-01",
          "suspended": "P1Y", "suspension_revoked": revoked("P1Y", "2015-09-01")}, {},
         "credit_of_revoked_recidivists"),
    ],
)  # fmt: skip
def test_where_no_text_says_the_credit_there_is_no_number(
    second: dict[str, Any], more: dict[str, Any], name: str
) -> None:
    first = a_sentence("P3Y", "2010-03-01")
    reckoning = a_reckoning("2010-03-01", first, a_sentence("P2Y", "2016-03-01") | second, **more)

    assert name in reckoning.not_modelled
    assert reckoning.end is None
    assert reckoning.total is not None
