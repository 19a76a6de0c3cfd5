"""Lengths of sentence: how they are read, written, compared, divided and counted."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import days
from sortie.days import NEVER, Length, LengthFault, MonthEnd
from tests.days.drawing import lengths, month_ends, some_days

LAST_DAY = MonthEnd.LAST_DAY


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("P8Y", Length(months=96)),
        ("P1Y1D", Length(months=12, days=1)),
        ("P10M", Length(months=10)),
        ("P5M10D", Length(months=5, days=10)),
        ("P2W", Length(days=14)),
        ("P0D", Length()),
    ],
)
def test_a_length_is_read_from_its_iso_text(text: str, length: Length) -> None:
    assert Length.parse(text) == length


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", LengthFault.EMPTY),
        ("8Y", LengthFault.NO_LEADING_P),
        ("p8y", LengthFault.NO_LEADING_P),
        ("-P1Y", LengthFault.SIGNED),
        ("P-1Y", LengthFault.SIGNED),
        ("PT5H30M", LengthFault.TIME_OF_DAY),
        ("P1DT5H", LengthFault.TIME_OF_DAY),
        ("P1.5Y", LengthFault.FRACTION),
        ("P1,5Y", LengthFault.FRACTION),
        ("P", LengthFault.NO_PART),
        ("P3A", LengthFault.UNKNOWN_UNIT),
        ("P1Y 6M", LengthFault.UNKNOWN_UNIT),
        ("P\u0663Y", LengthFault.UNKNOWN_UNIT),
        ("P1Y6", LengthFault.NUMBER_WITHOUT_UNIT),
        ("P1YM", LengthFault.UNIT_WITHOUT_NUMBER),
        ("PD", LengthFault.UNIT_WITHOUT_NUMBER),
        ("P12345Y", LengthFault.TOO_LARGE),
        ("P1D1Y", LengthFault.PARTS_OUT_OF_ORDER),
        ("P1Y1Y", LengthFault.PARTS_OUT_OF_ORDER),
    ],
)
def test_refused_with_its_own_cause_when_the_text_is_no_length(
    text: str, fault: LengthFault
) -> None:
    with pytest.raises(days.NotALength) as refusal:
        Length.parse(text)

    assert (refusal.value.text, refusal.value.fault) == (text, fault)


@given(st.text(alphabet="P0123456789YMWDT.,-+ \n", max_size=12))
def test_any_text_is_a_length_or_is_refused_with_a_cause(text: str) -> None:
    with suppress(days.NotALength):
        assert str(Length.parse(text)).startswith("P")


def test_years_months_and_days_are_written_in_this_order() -> None:
    assert str(Length(months=18, days=10)) == "P1Y6M10D"
    assert str(Length()) == "P0D"


@given(lengths)
def test_what_is_written_is_read_back_the_same(length: Length) -> None:
    assert Length.parse(str(length)) == length


def test_one_month_ranks_as_thirty_days_and_a_year_as_three_hundred_and_sixty() -> None:
    assert Length(months=1) <= Length(days=30) <= Length(months=1)
    assert Length(days=31) > Length(months=1)
    assert Length(months=12) < Length(days=361)


def test_lengths_that_rank_alike_are_still_two_lengths() -> None:
    assert Length(months=1) != Length(days=30)


def test_sentences_are_added_part_by_part() -> None:
    assert Length.parse("P8M20D") + Length.parse("P6M20D") == Length(months=14, days=40)


def test_days_taken_off_months_break_a_month_into_thirty() -> None:
    assert Length.parse("P1Y") - Length.parse("P10D") == Length.parse("P11M20D")


def test_months_taken_off_days_are_thirty_days_each() -> None:
    assert Length.parse("P45D") - Length.parse("P1M") == Length.parse("P15D")


def test_refused_when_more_is_taken_off_than_there_is() -> None:
    with pytest.raises(days.NegativeLength):
        Length.parse("P1M") - Length.parse("P31D")


def test_refused_when_a_length_is_made_with_less_than_nothing() -> None:
    with pytest.raises(days.NegativeLength):
        Length(months=-1)


@given(lengths, lengths)
def test_taking_off_is_refused_exactly_when_the_length_ranks_below(a: Length, b: Length) -> None:
    if a < b:
        with pytest.raises(days.NegativeLength):
            a - b
    else:
        assert (a - b).key == a.key - b.key


@given(lengths, lengths)
def test_adding_then_taking_off_gives_the_length_back(a: Length, b: Length) -> None:
    assert (a + b) - b == a


def test_half_of_an_odd_number_of_months_counts_fifteen_days() -> None:
    assert Length.parse("P5M").fraction(1, 2) == Length.parse("P2M15D")


def test_a_third_of_a_year_is_four_months_and_two_thirds_are_eight() -> None:
    assert Length.parse("P1Y").fraction(1, 3) == Length.parse("P4M")
    assert Length.parse("P1Y").fraction(2, 3) == Length.parse("P8M")


def test_a_part_of_a_day_is_rounded_up() -> None:
    assert Length.parse("P1D").fraction(1, 2) == Length.parse("P1D")
    assert Length.parse("P1M1D").fraction(1, 3) == Length.parse("P11D")


@given(lengths, st.sampled_from([(1, 2), (1, 3), (2, 3)]))
def test_a_fraction_is_never_short_and_never_a_day_too_long(
    length: Length, part: tuple[int, int]
) -> None:
    numerator, denominator = part
    missing = length.fraction(*part).key * denominator - length.key * numerator

    assert 0 <= missing < denominator


def test_one_month_alone_is_thirty_days() -> None:
    assert Length.parse("P1M").after(date(2027, 1, 15), LAST_DAY) == date(2027, 2, 14)
    assert Length.parse("P1M").after(date(2027, 2, 1), LAST_DAY) == date(2027, 3, 3)


def test_more_than_one_month_runs_from_date_to_date() -> None:
    assert Length.parse("P2M").after(date(2027, 1, 15), LAST_DAY) == date(2027, 3, 15)
    assert Length.parse("P1Y").after(date(2027, 3, 1), LAST_DAY) == date(2028, 3, 1)


def test_the_days_come_after_the_months() -> None:
    assert Length.parse("P1Y1D").after(date(2027, 3, 31), LAST_DAY) == date(2028, 4, 1)
    assert Length.parse("P1M1D").after(date(2027, 1, 31), LAST_DAY) == date(2027, 3, 1)


def test_one_month_and_one_day_begun_in_february_ends_before_one_month() -> None:
    begun = date(2027, 2, 1)

    assert Length.parse("P1M1D").after(begun, LAST_DAY) < Length.parse("P1M").after(begun, LAST_DAY)


def test_a_length_beyond_the_calendar_never_ends() -> None:
    assert Length.parse("P9000Y").after(date(2027, 3, 1), LAST_DAY) == NEVER
    assert Length(days=999_999_999).after(date(2027, 3, 1), LAST_DAY) == NEVER
    assert Length.parse("P1M").after(NEVER, LAST_DAY) == NEVER


@given(some_days, st.integers(2, 600), st.integers(0, 60), month_ends)
def test_beyond_one_month_a_longer_length_never_ends_sooner(
    begun: date, count: int, more: int, end: MonthEnd
) -> None:
    shorter, longer = Length(count, more), Length(count + 1, more)

    assert shorter.after(begun, end) <= longer.after(begun, end)
    assert shorter.after(begun, end) < Length(count, more + 1).after(begun, end)
