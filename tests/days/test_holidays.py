"""Holidays come from a table: what a row may say, and how working days follow."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import days
from sortie.days import HolidayFault, Holidays, RowFault, rolled

NEW_YEAR: dict[str, Any] = {
    "fr": "Jour de l'An",
    "en": "New Year's Day",
    "month": 1,
    "day": 1,
    "territories": ["here", "there"],
    "since": date(1810, 3, 23),
    "cites": ["a law"],
    "confidence": "read",
    "verified_until": date(2027, 1, 1),
}
EASTER_MONDAY: dict[str, Any] = {
    **{key: value for key, value in NEW_YEAR.items() if key not in ("month", "day")},
    "fr": "Lundi de Pâques",
    "easter": 1,
}
ONCE = {**NEW_YEAR, "fr": "Une fois", "month": 5, "day": 8, "since": date(2026, 5, 8)} | {
    "until": date(2026, 5, 8),
    "territories": ["here"],
}


def test_a_holiday_is_named_where_and_while_it_is_in_force() -> None:
    table = Holidays.load([NEW_YEAR, ONCE])

    assert table.name_of(date(2026, 5, 8), "here") == "Une fois"
    assert table.name_of(date(2026, 5, 8), "there") is None
    assert table.name_of(date(2027, 5, 8), "here") is None
    assert table.name_of(date(1810, 1, 1), "here") is None


def test_a_movable_holiday_follows_easter() -> None:
    table = Holidays.load([EASTER_MONDAY])

    assert table.name_of(date(2027, 3, 29), "here") == "Lundi de Pâques"
    assert table.name_of(date(2038, 4, 26), "here") == "Lundi de Pâques"


def test_the_first_row_gives_its_name_when_two_fall_together() -> None:
    other = {**NEW_YEAR, "fr": "Autre fête"}

    assert Holidays.load([other, NEW_YEAR]).name_of(date(2027, 1, 1), "here") == "Autre fête"


def test_refused_when_no_row_names_the_territory() -> None:
    with pytest.raises(days.UnknownTerritory) as refusal:
        Holidays.load([NEW_YEAR]).name_of(date(2027, 1, 1), "elsewhere")

    assert refusal.value.territory == "elsewhere"


def test_a_limit_on_saturday_moves_past_sunday_and_the_holiday() -> None:
    table = Holidays.load([EASTER_MONDAY])

    assert rolled(date(2027, 3, 27), table, "here") == date(2027, 3, 30)


def test_a_limit_on_a_working_day_stays() -> None:
    assert rolled(date(2027, 3, 30), Holidays.load([NEW_YEAR]), "here") == date(2027, 3, 30)


def test_the_working_day_before_a_long_weekend_is_friday() -> None:
    table = Holidays.load([EASTER_MONDAY])

    assert table.previous_working_day(date(2027, 3, 29), "here") == date(2027, 3, 26)


def test_the_next_working_day_is_never_the_day_itself() -> None:
    table = Holidays.load([NEW_YEAR])

    assert table.next_working_day(date(2027, 3, 1), "here") == date(2027, 3, 2)


@given(st.dates(date(1980, 1, 1), date(2060, 1, 1)))
def test_a_rolled_limit_is_a_working_day_with_none_passed_over(day: date) -> None:
    table = Holidays.load([NEW_YEAR, EASTER_MONDAY])
    to = rolled(day, table, "here")

    assert table.is_working_day(to, "here")
    assert to == day or not table.is_working_day(day, "here")
    assert table.previous_working_day(to, "here") < day or to == day


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({**NEW_YEAR, "day": 32}, RowFault(1, "day", HolidayFault.NO_SUCH_DAY)),
        ({**NEW_YEAR, "month": 2, "day": 29}, RowFault(1, "day", HolidayFault.NO_SUCH_DAY)),
        ({**NEW_YEAR, "territories": []}, RowFault(1, "territories", HolidayFault.NO_TERRITORY)),
        ({**NEW_YEAR, "cites": []}, RowFault(1, "cites", HolidayFault.MISSING_KEY)),
        ({**NEW_YEAR, "since": "1810"}, RowFault(1, "since", HolidayFault.WRONG_TYPE)),
        ({**NEW_YEAR, "untill": None}, RowFault(1, "untill", HolidayFault.UNKNOWN_KEY)),
        ({**EASTER_MONDAY, "day": 1}, RowFault(1, "day", HolidayFault.UNKNOWN_KEY)),
        (
            {**NEW_YEAR, "until": date(1800, 1, 1)},
            RowFault(1, "until", HolidayFault.ENDS_BEFORE_START),
        ),
    ],
)
def test_refused_with_its_own_cause_when_a_row_is_wrong(
    row: dict[str, Any], fault: RowFault
) -> None:
    with pytest.raises(days.BrokenHolidays) as refusal:
        Holidays.load([row])

    assert refusal.value.faults == (fault,)


def test_all_the_faults_of_all_the_rows_are_told_at_once() -> None:
    undated = {key: value for key, value in NEW_YEAR.items() if key not in ("since", "month")}

    with pytest.raises(days.BrokenHolidays) as refusal:
        Holidays.load([undated, EASTER_MONDAY, {**NEW_YEAR, "day": 32}])

    assert [(fault.row, fault.key) for fault in refusal.value.faults] == [
        (1, "since"),
        (1, "month"),
        (3, "day"),
    ]
