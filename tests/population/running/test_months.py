"""The kernel's months are those of ``sortie.days``, at every end of a month and beside it."""

from datetime import date, timedelta
from typing import Any

import pytest

from sortie.days import EVER, NEVER, MonthEnd, add_months, first_day_beyond, first_day_reaching
from sortie.days import months as some_months
from sortie.population.running import months

KERNEL: Any = months  # compiled to machine code, without types of ours
CAL = KERNEL.calendar()
# Every day of eight years with a leap year and one without at both ends, and the ends of time.
DAYS = [date(1999, 12, 25) + timedelta(days=rank) for rank in range(3000)]
EDGES = [EVER, EVER + timedelta(days=1), NEVER - timedelta(days=1), NEVER]
COUNTS = (1, 6, 11, 24, 36, 216, -1)


@pytest.mark.parametrize("month_end", list(MonthEnd))
@pytest.mark.parametrize("count", COUNTS)
def test_adding_months_and_its_inverse_agree_on_every_day(count: int, month_end: MonthEnd) -> None:
    term, next_month = some_months(count, month_end), int(month_end is MonthEnd.FIRST_OF_NEXT)
    for day in (*DAYS, *EDGES):
        number = day.toordinal()
        found = (
            KERNEL.add_months(CAL, number, count, next_month),
            KERNEL.first_day(CAL, number, count, next_month, 1),
            KERNEL.first_day(CAL, number, count, next_month, 0),
        )
        wanted = (
            add_months(day, count, month_end),
            first_day_beyond(day, term),
            first_day_reaching(day, term),
        )
        assert found == tuple(each.toordinal() for each in wanted), day


def test_without_a_term_a_day_is_itself_or_the_next() -> None:
    day = date(2026, 11, 28).toordinal()
    assert KERNEL.added(CAL, day, months.NO_TERM, 0) == day
    assert KERNEL.first_day(CAL, day, months.NO_TERM, 0, 0) == day
    assert KERNEL.first_day(CAL, day, months.NO_TERM, 0, 1) == day + 1
