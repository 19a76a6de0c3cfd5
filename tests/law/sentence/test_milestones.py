"""Security periods, parole, release under constraint; each row derived by hand."""

from datetime import date
from typing import Any

import pytest

from sortie.law.france.sentence.choices import first_choices
from sortie.law.france.sentence.reckoning import reckoning_of
from tests.law.sentence.files import a_reckoning, a_sentence, day, line, read, typed


def codes(reckoning: Any) -> list[str]:
    return [each.what for each in reckoning.lines]


# -- security periods -----------------------------------------------------------------------------


def test_a_security_period_counts_remand_and_no_reduction_moves_it() -> None:
    # The dates of Crim. 10 December 2014 as corrected by the law file: 13 y 4 m from 19 July
    # 2000 end on 19 November 2013. Committed 2003-07-19, 1,095 days of remand before.
    remand = [{"from": "2000-07-19", "until": "2003-07-18"}]
    more: dict[str, Any] = {"remand": remand, "security_period": {"length": "P13Y4M"}}
    reductions = [{"granted_on": "2010-01-01", "length": "P1Y", "kind": "supplementary"}]
    plain = a_reckoning("2003-07-19", a_sentence("P20Y", "2005-02-01"), **more)
    less = a_reckoning(
        "2003-07-19", a_sentence("P20Y", "2005-02-01"), **more, reductions=reductions
    )

    assert day(plain, "security_period.end") == day(less, "security_period.end") == "2013-11-19"


def test_several_security_periods_are_added_and_their_cap_in_concurrence_is_shown() -> None:
    # 5 y + 6 y = 11 y from 2020-01-01. Sentences 12 y: two thirds, 8 y: 2028-01-01.
    reckoning = a_reckoning(
        "2020-01-01",
        a_sentence("P6Y", "2020-01-01"),
        a_sentence("P6Y", "2020-01-01"),
        security_period=[{"length": "P5Y"}, {"length": "P6Y"}],
    )

    assert day(reckoning, "security_period.end") == "2031-01-01"
    assert day(reckoning, "security_period.cap_in_concurrence") == "2028-01-01"


def test_time_at_large_does_not_run_towards_a_security_period() -> None:
    # 5 y from 2020-01-01, ten days at large in 2021: 2025-01-11; an escape in 2026 is later.
    reckoning = a_reckoning(
        "2020-01-01",
        a_sentence("P10Y", "2020-01-01"),
        security_period={"length": "P5Y"},
        escapes=[("2021-03-01", "2021-03-10"), ("2026-03-01", "2026-03-05")],
    )

    assert day(reckoning, "security_period.end") == "2025-01-11"


def test_parole_waits_for_the_end_of_a_stated_security_period() -> None:
    # 10 y from 2024-01-01: half 2029-01-01; security until 2030-06-30, last day included.
    reckoning = a_reckoning(
        "2024-01-01",
        a_sentence("P10Y", "2024-01-01"),
        security_period={"from": "2024-01-01", "until": "2030-06-30"},
    )

    assert day(reckoning, "parole") == "2029-01-01"
    assert day(reckoning, "parole.after_security_period") == "2030-07-01"


def test_an_unknown_security_period_is_asked_for() -> None:
    reckoning = a_reckoning("2024-01-01", a_sentence("P10Y", "2024-01-01"), security_period=...)

    assert line(reckoning, "security_period").missing == ("custody.security_period",)
    assert str(reckoning.end) == "2034-01-01"


def test_a_security_period_by_its_length_has_no_end_while_remand_is_unknown() -> None:
    reckoning = a_reckoning(
        "2024-01-01",
        a_sentence("P10Y", "2024-01-01"),
        security_period={"length": "P5Y"},
        remand=...,
    )

    assert line(reckoning, "security_period.end").day is None
    assert line(reckoning, "security_period.end").missing == ("custody.remand",)


# -- parole ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "parole"),
    [
        # Half of 8 y.
        (a_sentence("P8Y", "2024-01-01"), "2028-01-01"),
        # Half of 34 y would be 17: fifteen at most; a recidivist, seventeen (below twenty).
        (a_sentence("P34Y", "2024-01-01"), "2039-01-01"),
        (a_sentence("P34Y", "2024-01-01", recidivist=True), "2041-01-01"),
        # Half of 42 y would be 21: twenty at most.
        (a_sentence("P42Y", "2024-01-01", recidivist=True), "2044-01-01"),
    ],
)
def test_parole_opens_at_half_or_at_the_capped_test_period(
    sentence: dict[str, Any], parole: str
) -> None:
    assert day(a_reckoning("2024-01-01", sentence), "parole") == parole


def test_recidivism_unknown_matters_to_parole_only_above_the_first_cap() -> None:
    short = a_reckoning("2024-01-01", a_sentence("P8Y", "2024-01-01", recidivist=None))
    long = a_reckoning("2024-01-01", a_sentence("P34Y", "2024-01-01", recidivist=None))

    assert day(short, "parole") == "2028-01-01"
    assert line(long, "parole").missing == ("custody.sentences[0].recidivist",)


def test_parole_of_a_recidivist_before_2015_is_not_modelled() -> None:
    # Half of 4 y, before the credit: at the latest 2012-03-01.
    reckoning = a_reckoning("2010-03-01", a_sentence("P4Y", "2010-03-01", recidivist=True))

    assert reckoning.not_modelled == ("parole_of_recidivists_before_2015",)
    assert "parole" not in codes(reckoning)


def test_a_parent_and_a_person_of_seventy_need_no_fraction() -> None:
    # 9 y: four years left on 2029-01-01. Born 1960-02-29: seventy on 2030-02-28.
    long = a_reckoning("2024-01-01", a_sentence("P9Y", "2024-01-01"))
    short = a_reckoning("2024-01-01", a_sentence("P4Y", "2024-01-01"))

    assert day(long, "parole.parent") == "2029-01-01"
    assert day(short, "parole.parent") == "2024-01-01"
    assert "parole.seventy" not in codes(long)


def as_a_parent(sentence: dict[str, Any], parent: object, **more: Any) -> Any:
    """Return the reckoning of a person of whom the file says whether they are a parent."""
    committed = more.pop("committed", "2024-01-01")
    values = typed(committed, sentence, **more)
    values["person"]["parent_of_child_under_ten"] = parent
    return reckoning_of(read(values), first_choices())


def test_parole_of_a_parent_needs_no_fraction_where_the_file_says_so() -> None:
    # 9 y: half on 2028-07-01, four years left on 2029-01-01, later: the half stays. 7 y: half on
    # 2027-07-01, four years left on 2027-01-01. 4 y: at once.
    nine = as_a_parent(a_sentence("P9Y", "2024-01-01"), parent=True)
    seven = as_a_parent(a_sentence("P7Y", "2024-01-01"), parent=True)
    four = as_a_parent(a_sentence("P4Y", "2024-01-01"), parent=True)

    assert [day(each, "parole") for each in (nine, seven, four)] == [
        "2028-07-01",
        "2027-01-01",
        "2024-01-01",
    ]
    assert not any("parole.parent" in codes(each) for each in (nine, seven, four))
    assert line(seven, "parole").basis.cites == ("fr.cpp.729-3",)
    assert [each.code for each in seven.warnings] == ["parole_of_parent"]
    assert not nine.warnings


def test_the_day_of_a_parent_is_not_written_for_who_is_not_one() -> None:
    reckoning = as_a_parent(a_sentence("P4Y", "2024-01-01"), parent=False)

    assert "parole.parent" not in codes(reckoning)
    assert day(reckoning, "parole") == "2026-01-01"


@pytest.mark.parametrize(
    ("offences", "written", "parole"),
    [
        (["murder_of_minor"], False, "2027-07-01"),
        (["other", "rape_of_minor_under_15"], False, "2027-07-01"),
        # The file does not say whether the victim was a minor: shown, and not counted.
        (["sexual_706_47"], True, "2027-07-01"),
        (None, True, "2027-07-01"),
        (["couple_violence"], False, "2027-01-01"),
    ],
)
def test_nobody_sentenced_for_an_offence_on_a_minor_is_a_parent_within_the_article(
    offences: list[str] | None, written: bool, parole: str
) -> None:
    reckoning = as_a_parent(a_sentence("P7Y", "2024-01-01", offences=offences), parent=True)

    assert ("parole.parent" in codes(reckoning)) is written
    assert day(reckoning, "parole") == parole


def test_a_recidivist_is_a_parent_within_the_article_since_2015_only() -> None:
    # 4 y from 2013-06-01, at once for others; a recidivist waits for 2015-01-01.
    first = as_a_parent(a_sentence("P4Y", "2013-06-01"), parent=True, committed="2013-06-01")
    again = as_a_parent(
        a_sentence("P4Y", "2013-06-01", recidivist=True), parent=True, committed="2013-06-01"
    )

    assert day(first, "parole") == "2013-06-01"
    assert day(again, "parole") == "2015-01-01"


def test_parole_of_a_parent_waits_for_the_end_of_a_security_period() -> None:
    stated = {"from": "2024-01-01", "until": "2027-06-30"}
    seven = a_sentence("P7Y", "2024-01-01")
    reckoning = as_a_parent(seven, parent=True, security_period=stated)

    assert day(reckoning, "parole") == "2027-01-01"
    assert day(reckoning, "parole.after_security_period") == "2027-07-01"


# -- release under constraint ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "examined", "as_of_right"),
    [
        # 3 y: two thirds 2026-01-01; above two years nothing is as of right.
        ("P3Y", "2026-01-01", None),
        # 2 y: two thirds = 16 m, 2025-05-01; three months before 2026-01-01: 2025-10-01.
        ("P2Y", "2025-05-01", "2025-10-01"),
        # Exactly five years is in, a day more is out.
        ("P5Y", "2027-05-01", None),
        ("P5Y1D", None, None),
    ],
)
def test_release_under_constraint_at_two_thirds_and_in_the_last_three_months(
    length: str, examined: str | None, as_of_right: str | None
) -> None:
    reckoning = a_reckoning("2024-01-01", a_sentence(length, "2024-01-01"))
    found = {each.what: str(each.day) for each in reckoning.lines}

    assert found.get("constraint.examined") == examined
    assert found.get("constraint.as_of_right") == as_of_right


def test_release_as_of_right_begins_with_the_law_of_2023() -> None:
    # 2 y from 2021-06-15, credit 5 m: end 2023-01-15; three months before: 2022-10-15.
    reckoning = a_reckoning("2021-06-15", a_sentence("P2Y", "2021-06-15"))

    assert reckoning.end == date(2023, 1, 15)
    assert day(reckoning, "constraint.as_of_right") == "2023-01-01"
