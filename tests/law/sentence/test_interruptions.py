"""Days on which the sentence is not served, and custody that counts; each row derived by hand."""

from typing import Any

import pytest

from sortie.law import france
from sortie.law.france.kinds import CreditInFractions, FractionsBy
from sortie.law.france.sentence.choices import (
    OverlappingRemand,
    RegimeAfterInterruption,
    RemandOff,
)
from sortie.law.france.sentence.ends import moving
from tests.law.sentence.files import a_reckoning, a_sentence, day, line, read, typed

FOUR_YEARS = a_sentence("P4Y", "2024-01-01")
# 2025-01-01 to 2025-03-31: 31 + 28 + 31 = 90 days.
NINETY_DAYS = [{"from": "2025-01-01", "until": "2025-03-31"}]


def test_an_interruption_puts_off_only_what_was_not_served_before_it() -> None:
    # 2024-01-01 + 90 days = 2024-03-31. End: + 4 y = 2028-03-31. A third, 16 months: 2025-05-01
    # without it, 2025-07-31 with it. An interruption in 2026 leaves the half of 2026-01-01.
    early = a_reckoning("2024-01-01", FOUR_YEARS, interruptions=NINETY_DAYS)
    late = a_reckoning(
        "2024-01-01", FOUR_YEARS, interruptions=[{"from": "2026-02-01", "until": "2026-03-02"}]
    )

    assert line(early, "interruption").days == 90
    assert line(early, "interruption").basis.cites == ("fr.cpp.720-1", "fr.cpp.720-1-1")
    assert str(early.end) == "2028-03-31"
    assert day(early, "third_served.pronounced") == "2025-07-31"
    assert str(late.end) == "2028-01-31"
    assert day(late, "half_served.pronounced") == "2026-01-01"
    assert not any(each.what == "at_large" for each in early.lines)


def test_a_day_at_large_and_of_interruption_counts_once() -> None:
    # At large from 22 March to 10 April 2025, 20 days; 80 days of interruption are left before
    # them: 100 days. 2024-01-01 + 100 = 2024-04-10; + 4 y.
    reckoning = a_reckoning(
        "2024-01-01",
        FOUR_YEARS,
        interruptions=NINETY_DAYS,
        escapes=[("2025-03-22", "2025-04-10")],
    )

    assert (line(reckoning, "at_large").days, line(reckoning, "interruption").days) == (20, 80)
    assert str(reckoning.end) == "2028-04-10"


@pytest.mark.parametrize(
    "more",
    [
        {"interruptions": NINETY_DAYS},
        {"escapes": [("2025-01-01", "2025-03-31")]},
        {"interruptions": NINETY_DAYS, "escapes": [("2025-01-01", "2025-03-31")]},
    ],
)
@pytest.mark.parametrize("each", list(OverlappingRemand))
def test_a_day_in_custody_while_away_is_served_once_under_both_readings(
    more: dict[str, Any], each: OverlappingRemand
) -> None:
    # The last thirty of the ninety days are spent in prison (March 2 to 31), on a European
    # warrant or under 712-19: sixty days are lost. 2024-01-01 + 60 = 2024-03-01; + 4 y.
    warrant = [{"from": "2025-03-02", "until": "2025-03-31"}]
    choices = {"overlapping_remand": each}
    reckoning = a_reckoning("2024-01-01", FOUR_YEARS, remand=warrant, choices=choices, **more)

    assert str(reckoning.end) == "2028-03-01"


@pytest.mark.parametrize("until", ["none", None])
def test_an_interruption_that_lasts_has_no_end_and_asks_for_it(until: str | None) -> None:
    lasting = [{"from": "2025-01-01", "until": until}]
    reckoning = a_reckoning("2024-01-01", FOUR_YEARS, interruptions=lasting)

    assert reckoning.end is None
    assert reckoning.missing == ("custody.interruptions[0].until",)
    assert line(reckoning, "interruption").missing == ("custody.interruptions[0].until",)


def test_an_interruption_after_the_end_moves_nothing() -> None:
    after = [{"from": "2028-01-01", "until": "2028-06-30"}]

    assert str(a_reckoning("2024-01-01", FOUR_YEARS, interruptions=after).end) == "2028-01-01"


def test_whoever_was_freed_by_an_interruption_and_came_back_since_2023_follows_a_reading() -> None:
    # 2022-01-01 + 3 y + 31 days (January 2023) = 2025-02-01; the credit of three years, seven
    # months: 2024-07-01. As a new committal, no credit.
    away = [{"from": "2023-01-01", "until": "2023-01-31"}]
    sentence = a_sentence("P3Y", "2022-01-01")
    kept = a_reckoning("2022-01-01", sentence, interruptions=away)
    lost = a_reckoning(
        "2022-01-01",
        sentence,
        interruptions=away,
        choices={"regime_after_interruption": RegimeAfterInterruption.LOST},
    )

    assert (str(kept.end), str(lost.end)) == ("2024-07-01", "2025-02-01")
    assert line(kept, "regime").basis.readings == ("fr.reading.regime_after_interruption",)
    assert line(lost, "regime").value == "new"


def test_the_readings_of_interruptions_are_asked_for_where_there_is_one() -> None:
    silent = read(typed("2024-01-01", FOUR_YEARS))
    told = read(typed("2024-01-01", FOUR_YEARS, interruptions=NINETY_DAYS))

    assert moving(silent) == ("end_day",)
    assert moving(told) == ("end_day", "remand_off", "regime_after_interruption")


# -- what counts as served ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "remand"),
    [
        ("remand of the case, in France or abroad for the same facts", ["2023-10-03 2023-12-31"]),
        ("two cases at once, of which one was annulled",
         ["2023-10-03 2023-12-31", "2023-11-01 2023-12-31"]),
        ("a European warrant abroad, then remand", ["2023-10-03 2023-11-30",
                                                    "2023-12-01 2023-12-31"]),
        ("an extradition that ended long before", ["2021-01-01 2021-03-31"]),
        ("provisional custody under 712-17 or 712-19, away from the committal",
         ["2022-06-01 2022-07-30", "2023-06-01 2023-06-30"]),
    ],
)  # fmt: skip
def test_all_custody_typed_as_remand_is_deducted_by_both_paths(
    title: str, remand: list[str]
) -> None:
    # Each comes to 90 days: 2024-01-01 - 90 = 2023-10-03; half of 4 y: + 2 y = 2025-10-03.
    rows = [dict(zip(("from", "until"), each.split(), strict=True)) for each in remand]
    reckoning = a_reckoning("2024-01-01", FOUR_YEARS, remand=rows)
    half = half_by_the_rules(typed("2024-01-01", FOUR_YEARS, remand=rows))

    assert line(reckoning, "remand").days == 90, title
    assert str(reckoning.end) == "2027-10-03"
    assert day(reckoning, "half_served.pronounced") == half == "2025-10-03"


@pytest.mark.parametrize(
    ("more", "half"),
    [
        # Half of 4 y: 2026-01-01 + 90 days, counted from 2024-03-31: 2026-03-31.
        ({"interruptions": NINETY_DAYS}, "2026-03-31"),
        # An escape over the same days, and thirty of them on a warrant: 60 days, 2024-03-01.
        (
            {
                "interruptions": NINETY_DAYS,
                "escapes": [("2025-02-01", "2025-03-31")],
                "remand": [{"from": "2025-03-02", "until": "2025-03-31"}],
            },
            "2026-03-01",
        ),
    ],
)
def test_the_rules_count_the_days_not_served_as_the_reckoning_does(
    more: dict[str, Any], half: str
) -> None:
    reckoning = a_reckoning("2024-01-01", FOUR_YEARS, **more)
    stated = typed("2024-01-01", FOUR_YEARS, end_of_sentence=str(reckoning.end), **more)

    assert day(reckoning, "half_served.pronounced") == half
    assert half_by_the_rules(stated) == half


def half_by_the_rules(values: dict[str, Any]) -> str:
    """Return the day of the half as the rules of leave are told it, under one reading of each."""
    half: Any = france.person_from(read(values)).half_term
    chosen = (CreditInFractions.PRONOUNCED, FractionsBy.CALENDAR, RemandOff.OFF_THE_START)
    return str(half.values[chosen])
