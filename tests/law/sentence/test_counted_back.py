"""Reductions counted back from the end: month ends, February, and the two orders, by hand."""

from datetime import date

import pytest

from sortie.days import Length, MonthEnd
from sortie.law.france.sentence.choices import ReductionsCountedBack
from sortie.law.france.sentence.reduced.reductions import counted_back
from tests.law.sentence.files import a_reckoning, a_sentence, line

MONTHS, DAYS = ReductionsCountedBack.MONTHS_FIRST, ReductionsCountedBack.DAYS_FIRST


@pytest.mark.parametrize(
    ("end", "length", "months_first", "days_first"),
    [
        # Back to 10 February, then 15 days; or to 23 February, then one month.
        ("2026-03-10", "P1M15D", "2026-01-26", "2026-01-23"),
        # Two months before 30 April are the last day of February, leap or not.
        ("2023-04-30", "P2M", "2023-02-28", "2023-02-28"),
        ("2024-04-30", "P2M", "2024-02-29", "2024-02-29"),
        # 29 February, then the 28th; or 30 March, then 29 February.
        ("2024-03-31", "P1M1D", "2024-02-28", "2024-02-29"),
        # 1 June, then 42 days; or 21 July, then three months: the credit of eighteen months.
        ("2017-09-01", "P3M42D", "2017-04-20", "2017-04-21"),
        # One month alone is thirty days; thirty days are too.
        ("2026-03-31", "P1M", "2026-03-01", "2026-03-01"),
        ("2026-03-31", "P30D", "2026-03-01", "2026-03-01"),
        # Both orders agree where the months they cross are as long.
        ("2024-08-31", "P5M20D", "2024-03-11", "2024-03-11"),
    ],
)
def test_months_and_days_come_off_the_end_in_one_order_or_the_other(
    end: str, length: str, months_first: str, days_first: str
) -> None:
    back, off = date.fromisoformat(end), Length.parse(length)

    assert str(counted_back(back, off, MONTHS)) == months_first
    assert str(counted_back(back, off, DAYS)) == days_first


def test_counting_back_is_not_undone_by_counting_forward() -> None:
    # 28 February + 2 months = 28 April, not 30; 26 January + 1 month and 15 days = 13 March.
    two, mixed = Length(months=2), Length(months=1, days=15)
    april, march = date(2023, 4, 30), date(2026, 3, 10)

    assert two.after(counted_back(april, two, MONTHS), MonthEnd.LAST_DAY) == date(2023, 4, 28)
    assert mixed.after(counted_back(march, mixed, MONTHS), MonthEnd.LAST_DAY) == date(2026, 3, 13)
    assert mixed.after(counted_back(march, mixed, DAYS), MonthEnd.LAST_DAY) == march


def test_the_order_is_a_reading_only_where_it_changes_the_end() -> None:
    # 2023-03-10 + 3 y = 2026-03-10, less P1M15D: 2026-01-26 or 2026-01-23; six months: one day.
    def reckoning(length: str, order: ReductionsCountedBack):  # type: ignore[no-untyped-def]
        row = {"granted_on": "2024-08-01", "length": length, "kind": "single"}
        chosen = {"reductions_counted_back": order}
        return a_reckoning("2023-03-10", a_sentence("P3Y"), reductions=[row], choices=chosen)

    assert [str(reckoning("P1M15D", order).end) for order in (MONTHS, DAYS)] == [
        "2026-01-26",
        "2026-01-23",
    ]
    assert line(reckoning("P1M15D", MONTHS), "reduction.single").basis.readings == (
        "fr.reading.reductions_counted_back",
    )
    assert line(reckoning("P6M", MONTHS), "reduction.single").basis.readings == ()
