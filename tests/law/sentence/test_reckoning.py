"""The worked examples of the law files, line by line, each derived by hand."""

from datetime import date

import pytest

from sortie.days import Length
from sortie.law.france.kinds import EndDay, FractionsBy
from sortie.law.france.sentence.choices import OverlappingRemand, ReleaseEve, RemandOff
from tests.law.sentence.files import a_reckoning, a_sentence, day, line


def test_three_sentences_are_added_and_half_of_them_served_in_october_2026() -> None:
    # R01. 2 y + 2 y + 18 m = 5 y 6 m. 2024-01-08 + 5 y 6 m = 2029-07-08. Half: 33 months,
    # 2024-01-08 + 2 y 9 m = 2026-10-08. 2029-07-08 is a Sunday: release on Saturday the 7th.
    reckoning = a_reckoning("2024-01-08", a_sentence("P2Y"), a_sentence("P2Y"), a_sentence("P18M"))

    assert reckoning.total == Length(months=66)
    assert str(reckoning.end) == "2029-07-08"
    assert day(reckoning, "half_served.current_date") == "2026-10-08"
    assert day(reckoning, "half_served.pronounced") == "2026-10-08"
    assert str(reckoning.release) == "2029-07-07"


def test_six_years_from_mid_march_2023_end_six_years_later() -> None:
    # T04. 2023-03-15 + 6 y = 2029-03-15, a Thursday; left exactly three years on 2026-03-15,
    # which is also half (3 y).
    reckoning = a_reckoning("2023-03-15", a_sentence("P6Y"))

    assert str(reckoning.end) == str(reckoning.release) == "2029-03-15"
    assert day(reckoning, "half_served.pronounced") == "2026-03-15"


def test_a_third_of_nine_years_is_three() -> None:
    # T05. 2023-06-01 + 3 y.
    reckoning = a_reckoning("2023-06-01", a_sentence("P9Y"))

    assert day(reckoning, "third_served.pronounced") == "2026-06-01"


@pytest.mark.parametrize(
    ("since", "length", "end", "release"),
    [
        # T22 (a): one month is thirty days: 2026-01-31 + 30 = 2026-03-02, a Monday.
        ("2026-01-31", "P1M", "2026-03-02", "2026-03-02"),
        # T22 (b): five months from date to date: 14 July, a holiday (Tuesday) -> Monday 13.
        ("2026-02-14", "P5M", "2026-07-14", "2026-07-13"),
        # 31 August + 6 months: February 2027 has 28 days; the 28th is a Sunday -> Saturday 27.
        ("2026-08-31", "P6M", "2027-02-28", "2027-02-27"),
        # 29 February 2024 + 1 year: 28 February 2025, a Friday.
        ("2024-02-29", "P1Y", "2025-02-28", "2025-02-28"),
        # 1 November 2027 is a Monday and a holiday; Sunday 31 October before it; Saturday 30.
        ("2026-11-01", "P1Y", "2027-11-01", "2027-10-30"),
    ],
)
def test_one_month_is_thirty_days_and_more_runs_from_date_to_date(
    since: str, length: str, end: str, release: str
) -> None:
    reckoning = a_reckoning(since, a_sentence(length, since))

    assert (str(reckoning.end), str(reckoning.release)) == (end, release)


def test_released_on_the_friday_where_saturday_is_no_working_day() -> None:
    # 2029-07-08 is a Sunday: Saturday 7, or Friday 6.
    chosen = {"release_eve": ReleaseEve.SATURDAY_DOES_NOT}
    reckoning = a_reckoning("2024-01-08", a_sentence("P66M"), choices=chosen)

    assert str(reckoning.release) == "2029-07-06"
    assert line(reckoning, "release").basis.readings == ("fr.reading.release_eve",)


def test_an_end_on_a_saturday_is_not_moved_whatever_saturday_is() -> None:
    # 2027-03-06 is a Saturday.
    chosen = {"release_eve": ReleaseEve.SATURDAY_DOES_NOT}
    reckoning = a_reckoning("2026-03-06", a_sentence("P1Y", "2026-03-06"), choices=chosen)

    assert str(reckoning.release) == "2027-03-06"


def test_where_saturday_does_not_count_a_shorter_sentence_may_free_a_day_later() -> None:
    # 2027-03-07 is a Sunday: Friday 5. One day of remand: the end is Saturday 6, not moved.
    # The reading has this consequence; where Saturday counts both are freed on Saturday 6.
    chosen = {"release_eve": ReleaseEve.SATURDAY_DOES_NOT}
    remand = [{"from": "2026-03-06", "until": "2026-03-06"}]
    long = a_reckoning("2026-03-07", a_sentence("P1Y"), choices=chosen)
    short = a_reckoning("2026-03-07", a_sentence("P1Y"), remand=remand, choices=chosen)

    assert (str(long.end), str(long.release)) == ("2027-03-07", "2027-03-05")
    assert (str(short.end), str(short.release)) == ("2027-03-06", "2027-03-06")


def test_the_term_ends_on_the_eve_under_the_other_reading() -> None:
    reckoning = a_reckoning("2023-03-15", a_sentence("P6Y"), choices={"end_day": EndDay.EVE})

    assert str(reckoning.end) == "2029-03-14"
    assert line(reckoning, "end").moved == -1


# -- sentences ------------------------------------------------------------------------------------


def test_only_the_firm_part_is_served_and_a_merged_sentence_is_not_added() -> None:
    # 4 y of which 1 suspended: 3 y firm; the second sentence is merged into the first.
    reckoning = a_reckoning(
        "2024-01-08", a_sentence("P4Y", suspended="P1Y"), a_sentence("P2Y", merged_into=0)
    )

    assert reckoning.total == Length(months=36)
    assert line(reckoning, "sentence").length == Length(months=36)
    assert line(reckoning, "sentence.merged").moved == 0
    assert str(reckoning.end) == "2027-01-08"


def test_life_absorbs_the_others_and_has_no_end() -> None:
    # 729: eighteen years, 2010-05-01 -> 2028-05-01; twenty-two for a recidivist: 2032-05-01.
    reckoning = a_reckoning("2010-05-01", a_sentence("life", "2010-05-01"), a_sentence("P8Y"))
    again = a_reckoning("2010-05-01", a_sentence("life", "2010-05-01", recidivist=True))

    assert reckoning.end == date.max
    assert reckoning.release is None
    assert line(reckoning, "sentence.absorbed").length == Length(months=96)
    assert day(reckoning, "parole") == "2028-05-01"
    assert day(again, "parole") == "2032-05-01"
    assert not [each for each in reckoning.lines if each.what.startswith("half_served")]


# -- the time in prison ---------------------------------------------------------------------------


def test_remand_is_deducted_day_by_day_and_each_day_once() -> None:
    # Two cases, one remand of 31 days (January 2024) within another of 60 (1 January to 29
    # February): 60 distinct days. S = 2024-06-01 - 60 days = 2024-04-02; + 2 y = 2026-04-02.
    reckoning = a_reckoning(
        "2024-06-01",
        a_sentence("P2Y"),
        remand=[
            {"from": "2024-01-01", "until": "2024-02-29"},
            {"from": "2024-01-01", "until": "2024-01-31"},
        ],
    )

    assert line(reckoning, "remand").days == 60
    assert (str(reckoning.start), str(reckoning.end)) == ("2024-04-02", "2026-04-02")


def test_remand_off_the_end_may_differ_by_a_leap_day() -> None:
    # Off the start: 2024-06-01 - 100 days = 2024-02-22; + 1 y = 2025-02-22 (366 days).
    # Off the end: 2025-06-01 - 100 days = 2025-02-21.
    remand = [{"from": "2023-09-01", "until": "2023-12-09"}]
    start = a_reckoning("2024-06-01", a_sentence("P1Y"), remand=remand)
    chosen = {"remand_off": RemandOff.OFF_THE_END}
    end = a_reckoning("2024-06-01", a_sentence("P1Y"), remand=remand, choices=chosen)

    assert line(start, "remand").days == 100
    assert (str(start.end), str(end.end)) == ("2025-02-22", "2025-02-21")


def test_remand_during_the_custody_counts_once_or_for_each() -> None:
    # 2024-06-01 + 3 y = 2027-06-01; thirty days more off: 2027-05-02.
    remand = [{"from": "2024-09-01", "until": "2024-09-30"}]
    once = a_reckoning("2024-06-01", a_sentence("P3Y"), remand=remand)
    chosen = {"overlapping_remand": OverlappingRemand.COUNTED_FOR_EACH}
    each = a_reckoning("2024-06-01", a_sentence("P3Y"), remand=remand, choices=chosen)

    assert (str(once.end), str(each.end)) == ("2027-06-01", "2027-05-02")


def test_time_at_large_is_not_served() -> None:
    # 14 days at large, 7 to 20 February 2025: 2024-06-01 + 14 = 2024-06-15; + 2 y.
    reckoning = a_reckoning("2024-06-01", a_sentence("P2Y"), escapes=[("2025-02-07", "2025-02-20")])

    assert line(reckoning, "at_large").days == 14
    assert str(reckoning.end) == "2026-06-15"
    assert reckoning.served(date(2025, 2, 7)) == reckoning.served(date(2025, 2, 21)) == 251


def test_an_escape_after_the_end_moves_nothing() -> None:
    # 2024-06-01 + 2 y = 2026-06-01; the escape of July 2026 is not from this sentence.
    reckoning = a_reckoning("2024-06-01", a_sentence("P2Y"), escapes=[("2026-07-01", "2026-07-09")])

    assert str(reckoning.end) == "2026-06-01"


def test_remand_that_outlasts_the_sentence_is_deducted_only_while_the_sentence_runs() -> None:
    # 2024-06-01 + 1 y = 2025-06-01. Remand from 2025-05-02 to 2025-09-30: thirty days are left
    # on 2 May; each day served is deducted once more, so fifteen days: 2025-05-17.
    remand = [{"from": "2025-05-02", "until": "2025-09-30"}]
    chosen = {"overlapping_remand": OverlappingRemand.COUNTED_FOR_EACH}
    reckoning = a_reckoning("2024-06-01", a_sentence("P1Y"), remand=remand, choices=chosen)

    assert line(reckoning, "remand.overlapping").days == 15
    assert str(reckoning.end) == "2025-05-17"


def test_the_last_day_of_an_odd_number_is_served_and_not_deducted() -> None:
    # As above, from 2025-05-01: thirty-one days are left; after fifteen days served and fifteen
    # deducted one is left, 16 May, which is served: 2025-05-17. Sixteen would make thirty-two.
    remand = [{"from": "2025-05-01", "until": "2025-09-30"}]
    chosen = {"overlapping_remand": OverlappingRemand.COUNTED_FOR_EACH}
    reckoning = a_reckoning("2024-06-01", a_sentence("P1Y"), remand=remand, choices=chosen)

    assert line(reckoning, "remand.overlapping").days == 15
    assert str(reckoning.end) == "2025-05-17"


# -- fractions under the two readings --------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "now", "pronounced"),
    [
        # 4 y less 6 months: net 42 months, half 21: 2025-03-01 -> 2026-12-01; pronounced: 24.
        (FractionsBy.CALENDAR, "2026-12-01", "2027-03-01"),
        # By days: to 2028-09-01, 1,280 days, half 640: 2026-12-01; to 2029-03-01, 1,461: 731.
        (FractionsBy.DAYS, "2026-12-01", "2027-03-02"),
    ],
)
def test_half_is_counted_to_todays_end_or_on_the_sentence_pronounced(
    by: FractionsBy, now: str, pronounced: str
) -> None:
    reckoning = a_reckoning(
        "2025-03-01",
        a_sentence("P4Y", "2025-03-01"),
        reductions=[{"granted_on": "2026-03-01", "length": "P6M", "kind": "single"}],
        choices={"fractions_by": by},
    )

    assert str(reckoning.end) == "2028-09-01"
    assert day(reckoning, "half_served.current_date") == now
    assert day(reckoning, "half_served.pronounced") == pronounced
