"""Months are added as said, never reverse an order, and can be taken back exactly."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sortie.days import (
    EVER,
    NEVER,
    MonthEnd,
    Months,
    add_months,
    first_day_beyond,
    first_day_reaching,
    months,
    years,
)
from tests.days.drawing import month_ends, some_days, terms

LAST_DAY, FIRST_OF_NEXT = MonthEnd.LAST_DAY, MonthEnd.FIRST_OF_NEXT
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "count", "last_day", "first_of_next"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28), date(2027, 3, 1)),
        (date(2028, 1, 31), 1, date(2028, 2, 29), date(2028, 3, 1)),
        (date(2028, 1, 29), 1, date(2028, 2, 29), date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28), date(2029, 3, 1)),
        (date(2026, 10, 31), 6, date(2027, 4, 30), date(2027, 5, 1)),
        (date(2027, 3, 31), -1, date(2027, 2, 28), date(2027, 3, 1)),
        (date(2027, 11, 30), 3, date(2028, 2, 29), date(2028, 3, 1)),
        (date(2027, 1, 15), -1, date(2026, 12, 15), date(2026, 12, 15)),
    ],
)
def test_a_day_the_month_does_not_have_falls_where_the_rounding_says(
    day: date, count: int, last_day: date, first_of_next: date
) -> None:
    assert add_months(day, count, LAST_DAY) == last_day
    assert add_months(day, count, FIRST_OF_NEXT) == first_of_next


def test_months_are_added_with_a_plus_sign() -> None:
    assert date(2026, 3, 1) + months(36, LAST_DAY) == date(2029, 3, 1)
    assert date(2026, 3, 1) + years(3, LAST_DAY) == date(2029, 3, 1)


def test_what_never_comes_stays_there_whatever_is_added() -> None:
    assert NEVER + months(-36, LAST_DAY) == NEVER
    assert EVER + months(36, LAST_DAY) == EVER


def test_a_day_beyond_the_calendar_is_never_and_one_before_it_is_ever() -> None:
    assert date(2027, 3, 1) + years(9000, LAST_DAY) == NEVER
    assert date(2027, 3, 1) + years(-9000, LAST_DAY) == EVER


def test_the_first_day_with_less_than_three_years_left_is_the_day_after() -> None:
    end_of_sentence = date(2030, 3, 1)

    first = first_day_beyond(end_of_sentence, months(36, LAST_DAY))

    assert first == date(2027, 3, 2)


def test_an_end_on_the_last_of_february_is_passed_on_the_first_of_march() -> None:
    assert first_day_beyond(date(2027, 2, 28), months(1, LAST_DAY)) == date(2027, 2, 1)
    assert first_day_beyond(date(2027, 2, 28), months(1, FIRST_OF_NEXT)) == date(2027, 1, 29)
    assert first_day_reaching(date(2027, 2, 28), months(1, LAST_DAY)) == date(2027, 1, 28)


def test_nothing_goes_beyond_never_and_everything_beyond_ever() -> None:
    term = months(36, LAST_DAY)

    assert first_day_beyond(NEVER, term) == first_day_reaching(NEVER, term) == NEVER
    assert first_day_beyond(EVER, term) == first_day_reaching(EVER, term) == EVER


def test_a_bound_near_the_edge_of_the_calendar_gives_the_open_bound() -> None:
    assert first_day_beyond(date(2, 1, 1), years(5, LAST_DAY)) == EVER
    assert first_day_beyond(date(9998, 1, 1), years(-5, LAST_DAY)) == NEVER
    assert first_day_beyond(date(9999, 12, 30), months(0, LAST_DAY)) == NEVER
    assert first_day_beyond(date(9999, 12, 30), months(-1, LAST_DAY)) == NEVER


@given(some_days, terms)
@example(date(2027, 2, 28), months(1, LAST_DAY))
@example(date(2028, 2, 29), months(12, FIRST_OF_NEXT))
@example(date(2027, 3, 30), months(-1, LAST_DAY))
def test_the_first_day_beyond_goes_beyond_and_its_eve_does_not(bound: date, term: Months) -> None:
    first = first_day_beyond(bound, term)

    assert first + term > bound
    assert (first - ONE_DAY) + term <= bound


@given(some_days, terms)
@example(date(2027, 3, 1), months(1, LAST_DAY))
def test_the_first_day_reaching_reaches_and_its_eve_does_not(bound: date, term: Months) -> None:
    first = first_day_reaching(bound, term)

    assert first + term >= bound
    assert (first - ONE_DAY) + term < bound


@given(st.dates(), st.dates(), terms)
def test_adding_months_never_reverses_the_order_of_two_days(
    one: date, other: date, term: Months
) -> None:
    earlier, later = sorted([one, other])

    assert earlier + term <= later + term


@given(some_days, st.integers(-600, 600), st.integers(1, 3), month_ends)
def test_more_months_never_end_sooner(day: date, count: int, more: int, end: MonthEnd) -> None:
    assert add_months(day, count, end) < add_months(day, count + more, end)


@given(st.dates(), st.integers(-200_000, 200_000), month_ends)
def test_adding_months_always_gives_a_day(day: date, count: int, end: MonthEnd) -> None:
    assert EVER <= add_months(day, count, end) <= NEVER


@given(some_days, st.integers(-600, 600))
def test_the_two_roundings_differ_by_one_day_at_most(day: date, count: int) -> None:
    cut, carried = add_months(day, count, LAST_DAY), add_months(day, count, FIRST_OF_NEXT)

    assert carried - cut in (timedelta(0), ONE_DAY)
    assert cut == carried or (cut.day < day.day and carried.day == 1)
