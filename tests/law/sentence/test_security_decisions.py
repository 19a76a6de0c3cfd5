"""What courts and pardons change of a security period, from their day on."""

from typing import Any

import pytest

from tests.law.sentence.files import a_sentence, typed
from tests.law.sentence.secured import FIVE_AND_EIGHT, NINE, PATH, TWELVE, days, ends, told

# -- shortened, lifted ----------------------------------------------------------------------------


def of_ten_years(**decided: Any) -> dict[str, Any]:
    return typed(
        "2020-01-01",
        a_sentence("P20Y", "2020-01-01"),
        security_period={"share": "half", **decided},
    )


def test_a_period_shortened_ends_earlier_from_the_decision_on() -> None:
    # 10 y from 2020-01-01 less 2 y: 2028-01-01.
    case = of_ten_years(shortened={"decided_on": "2026-05-04", "length": "P2Y"})

    assert days(case, "2026-05-03", "2027-12-31", "2028-01-01") == [True, True, False]


def test_a_shortening_that_comes_late_ends_the_period_on_its_day() -> None:
    # 10 y less 2 y would be 2028-01-01; decided on 2028-06-15, until when the period ran.
    cut = {"decided_on": "2028-06-15", "length": "P2Y"}

    assert days(of_ten_years(shortened=cut), "2028-06-14", "2028-06-15") == [True, False]
    assert ends(
        "2020-01-01",
        a_sentence("P20Y", "2020-01-01"),
        security_period={"share": "half", "shortened": cut},
    ) == "2028-06-15"  # fmt: skip


def test_two_shortenings_are_taken_off_one_after_the_other() -> None:
    # 10 y less 1 y (2029-01-01), less 18 months more: 2027-07-01.
    cuts = [
        {"decided_on": "2024-01-01", "length": "P1Y"},
        {"decided_on": "2027-02-01", "length": "P18M"},
    ]

    assert days(of_ten_years(shortened=cuts), "2027-06-30", "2027-07-01") == [True, False]


def test_an_escape_after_the_shortened_end_does_not_put_it_off() -> None:
    # 2028-01-01 after the decision of 2026; the escape of 2028 comes when nothing runs.
    cut = {"decided_on": "2026-05-04", "length": "P2Y"}
    more: dict[str, Any] = {
        "security_period": {"share": "half", "shortened": cut},
        "escapes": [("2028-03-01", "2028-03-31")],
    }

    assert ends("2020-01-01", a_sentence("P20Y", "2020-01-01"), **more) == "2028-01-01"


@pytest.mark.parametrize(
    ("cut", "path"),
    [
        ({"length": "P2Y"}, f"{PATH}[0].shortened[0].decided_on"),
        ({"decided_on": "2024-01-01"}, f"{PATH}[0].shortened[0].length"),
    ],
)
def test_a_shortening_of_unknown_day_or_length_leaves_doubt(cut: dict[str, str], path: str) -> None:
    case = of_ten_years(shortened=cut)

    assert days(case, "2023-12-31", "2028-01-01", "2029-12-31", "2030-01-01") == [
        True, (path,), (path,), False,
    ]  # fmt: skip


def test_a_period_lifted_is_over_from_that_day() -> None:
    case = of_ten_years(lifted_on="2026-05-04")

    assert days(case, "2026-05-03", "2026-05-04") == [True, False]
    assert told("2020-01-01", a_sentence("P20Y", "2020-01-01"),
                security_period={"share": "half", "lifted_on": "2026-05-04"}) == [
        ("half", "P10Y", ""), ("lifted", "", "2026-05-04"), ("end", "", "2026-05-04"),
    ]  # fmt: skip


def test_one_of_two_periods_lifted_leaves_the_other_and_perhaps_more() -> None:
    # 5 y and 8 y; the first lifted in 2022: 8 y are sure, 13 y are the most.
    periods = [FIVE_AND_EIGHT[0] | {"lifted_on": "2022-01-01"}, FIVE_AND_EIGHT[1]]
    case = typed("2020-01-01", NINE, TWELVE, security_period=periods)

    assert days(case, "2027-12-31", "2028-01-01", "2033-01-01") == [True, (PATH,), False]


def test_what_is_taken_off_one_of_two_periods_comes_off_their_sum() -> None:
    # 5 y + 8 y less 1 y: 12 y.
    cut = {"decided_on": "2024-01-01", "length": "P1Y"}
    periods = [FIVE_AND_EIGHT[0] | {"shortened": cut}, FIVE_AND_EIGHT[1]]

    assert ends("2020-01-01", NINE, TWELVE, security_period=periods) == "2032-01-01"


def test_what_is_taken_off_one_of_two_merged_may_or_may_not_count() -> None:
    # Longest 8 y, one year off the other: 7 y are sure, 8 y at most.
    cut = {"decided_on": "2024-01-01", "length": "P1Y"}
    periods = [FIVE_AND_EIGHT[0] | {"shortened": cut}, FIVE_AND_EIGHT[1]]
    case = typed("2020-01-01", NINE | {"merged_into": 1}, TWELVE, security_period=periods)

    assert days(case, "2026-12-31", "2027-01-01", "2028-01-01") == [True, (PATH,), False]


# -- periods with dates ---------------------------------------------------------------------------


def dated(**more: Any) -> dict[str, Any]:
    period = {"from": "2020-01-01", "until": "2029-12-31", **more}
    return typed("2020-01-01", a_sentence("P20Y", "2020-01-01"), security_period=period)


def test_a_dated_period_is_shortened_from_its_end_and_lifted() -> None:
    cut = {"decided_on": "2024-01-01", "length": "P2Y"}

    assert days(dated(shortened=cut), "2027-12-31", "2028-01-01") == [True, False]
    assert days(dated(lifted_on="2026-05-04"), "2026-05-03", "2026-05-04") == [True, False]
    assert days(dated(until="none", lifted_on="2026-05-04"), "2026-05-03", "2026-05-04") == [
        True, False,
    ]  # fmt: skip


def test_a_dated_period_less_months_and_days_ends_between_the_two_ways_to_count_back() -> None:
    # 2030-01-01 less 1 month and 15 days: 2029-12-01, 2029-11-16; or 2029-12-17, 2029-11-17.
    case = dated(shortened={"decided_on": "2024-01-01", "length": "P1M15D"})

    assert days(case, "2029-11-15", "2029-11-16", "2029-11-17") == [True, (PATH,), False]


def test_what_is_taken_off_a_period_without_end_leaves_doubt() -> None:
    case = dated(until="none", shortened={"decided_on": "2024-01-01", "length": "P1Y"})

    assert days(case, "2023-12-31", "2024-01-01") == [True, (PATH,)]


def test_a_pardon_leaves_a_dated_period_between_half_of_the_new_sentence_and_its_end() -> None:
    # Half of 12 y: 6 y from 2020-01-01.
    pardoned = a_sentence(
        "P20Y", "2020-01-01", commuted={"decided_on": "2023-01-01", "length": "P12Y"}
    )
    period = {"from": "2020-01-01", "until": "2029-12-31"}
    case = typed("2020-01-01", pardoned, security_period=period)

    assert days(case, "2025-12-31", "2026-01-01", "2030-01-01") == [True, (PATH,), False]


# -- pardons --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "share", "new", "end"),
    [
        # Life, 18 y; commuted to 20 y: half, 10 y.
        ("life", "half", "P20Y", "2030-01-01"),
        # 20 y, two thirds 13 y 4 m; commuted to 15 y: half, 7 y 6 m.
        ("P20Y", "two_thirds", "P15Y", "2027-07-01"),
    ],
)
def test_a_pardon_leaves_half_of_the_new_sentence(
    length: str, share: str, new: str, end: str
) -> None:
    pardoned = a_sentence(
        length, "2020-01-01", commuted={"decided_on": "2025-03-01", "length": new}
    )

    assert ends("2020-01-01", pardoned, security_period={"share": share}) == end


def test_a_pardon_never_lengthens_a_security_period() -> None:
    # 5 y set by the court; half of 18 y would be 9 y.
    pardoned = a_sentence(
        "P20Y", "2020-01-01", commuted={"decided_on": "2023-01-01", "length": "P18Y"}
    )

    assert ends("2020-01-01", pardoned, security_period={"length": "P5Y"}) == "2025-01-01"


def test_a_pardon_changes_nothing_before_its_day() -> None:
    # Half of 10 y: 5 y, over on 2025-01-01; but the pardon came in 2027, until when ten years ran.
    pardon = {"decided_on": "2027-03-01", "length": "P10Y"}
    pardoned = a_sentence("P20Y", "2020-01-01", commuted=pardon)
    case = typed("2020-01-01", pardoned, security_period={"share": "half"})

    assert days(case, "2025-06-01", "2027-02-28", "2027-03-01") == [True, True, False]


def test_what_was_taken_off_before_a_pardon_may_or_may_not_come_off_after_it() -> None:
    # 10 y less 1 y; then half of 16 y: 8 y, or 7 y.
    pardoned = a_sentence(
        "P20Y", "2020-01-01", commuted={"decided_on": "2024-01-01", "length": "P16Y"}
    )
    cut = {"decided_on": "2023-01-01", "length": "P1Y"}
    period = {"share": "half", "shortened": cut}
    case = typed("2020-01-01", pardoned, security_period=period)

    assert days(case, "2026-12-31", "2027-01-01", "2028-01-01") == [True, (PATH,), False]


@pytest.mark.parametrize(
    ("pardon", "path", "least"),
    [
        ({"length": "P10Y"}, "custody.sentences[0].commuted.decided_on", "2025-01-01"),
        ({"decided_on": "2023-01-01"}, "custody.sentences[0].commuted.length", "2023-01-01"),
    ],
)
def test_a_pardon_of_unknown_day_or_length_leaves_doubt(
    pardon: dict[str, str], path: str, least: str
) -> None:
    pardoned = a_sentence("P20Y", "2020-01-01", commuted=pardon)
    case = typed("2020-01-01", pardoned, security_period={"share": "half"})

    assert days(case, "2022-12-31", least, "2029-12-31", "2030-01-01") == [
        True, (path,), (path,), False,
    ]  # fmt: skip


def test_a_period_whose_sentence_is_unnamed_may_be_that_of_the_pardoned_one() -> None:
    # 8 y; if it is the pardoned sentence's, half of 6 y: 3 y.
    pardoned = a_sentence(
        "P12Y", "2020-01-01", commuted={"decided_on": "2021-01-01", "length": "P6Y"}
    )
    case = typed("2020-01-01", pardoned, NINE, security_period={"length": "P8Y"})

    assert days(case, "2022-12-31", "2023-01-01", "2028-01-01") == [True, (PATH,), False]


def test_unknown_remand_leaves_doubt_up_to_the_day_it_was_lifted() -> None:
    period = {"share": "half", "lifted_on": "2026-05-04"}
    case = typed("2020-01-01", a_sentence("P20Y", "2020-01-01"), security_period=period, remand=...)

    assert days(case, "2021-01-01", "2026-05-04") == [("custody.remand",), False]
