"""Months counted on many days at once are those of one day."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sortie import days
from sortie.days import Length, MonthEnd
from sortie.population.synthetic import months

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
COUNTS = st.integers(0, 480)


@given(day=DAYS, count=st.integers(-480, 480))
def test_adding_months_is_that_of_the_house(day: date, count: int) -> None:
    found = months.add_months(np.array([months.number_of(day)]), count)

    assert months.day_of(found[0]) == days.add_months(day, count, MonthEnd.LAST_DAY)


@given(day=DAYS, count=COUNTS, extra=st.integers(0, 400))
def test_a_length_has_run_on_the_day_of_the_house(day: date, count: int, extra: int) -> None:
    found = months.after(np.array([months.number_of(day)]), np.array([count]), np.array([extra]))

    assert months.day_of(found[0]) == Length(count, extra).after(day, MonthEnd.LAST_DAY)


@given(day=DAYS, count=COUNTS, extra=st.integers(0, 400))
def test_a_length_counted_back_takes_its_months_first(day: date, count: int, extra: int) -> None:
    number = np.array([months.number_of(day)])
    found = months.day_of(months.counted_back(number, np.array([count]), np.array([extra]))[0])

    if (count, extra) == (1, 0):
        assert found == day - timedelta(days=30)
    else:
        back = days.add_months(day, -count, MonthEnd.LAST_DAY)
        assert found == back - timedelta(days=extra)
