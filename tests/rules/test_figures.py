"""Figures: dated numbers of the regulations, read from a sheet and asked with the day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from sortie.days import Length, MonthEnd, Months
from sortie.rules import AuthorMistake, figure, last_day

SHEET: Mapping[str, Any] = {
    "title_fr": "Nombre de prêts",
    "title_en": "Number of loans",
    "unit": "count",
    "values": [
        {"since": date(2000, 1, 1), "value": 5, "cites": ["text.1"]},
        {"since": date(2014, 3, 1), "value": 7, "cites": ["text.2"]},
    ],
}


def sheet(**changed: Any) -> Mapping[str, Any]:
    return {**SHEET, **changed}


def test_a_figure_has_the_value_of_the_day() -> None:
    loans = figure("library.loans", SHEET)

    assert loans[date(2014, 2, 28)] == 5
    assert loans[date(2014, 3, 1)] == 7
    assert loans.title == {"fr": "Nombre de prêts", "en": "Number of loans"}


def test_a_figure_has_no_value_before_its_first_day() -> None:
    with pytest.raises(LookupError, match=r"library\.loans has no value on 1999-12-31"):
        figure("library.loans", SHEET)[date(1999, 12, 31)]


def test_each_value_keeps_its_citation_and_its_last_day() -> None:
    first, last = figure("library.loans", SHEET).versions

    assert (first.cites, last_day(first)) == (("text.1",), date(2014, 2, 28))
    assert (last.cites, last_day(last)) == (("text.2",), None)


def test_months_come_with_their_rounding() -> None:
    rows = [{"since": date(2000, 1, 1), "value": 6}]
    months = figure("library.months", sheet(unit="months", month_end="last_day", values=rows))

    assert months[date(2010, 1, 1)] == Months(6, MonthEnd.LAST_DAY)


def test_lengths_are_written_as_in_a_case() -> None:
    rows = [{"since": date(2000, 1, 1), "value": "P1Y6M"}]

    assert figure("library.stay", sheet(unit="length", values=rows))[date(2010, 1, 1)] == Length(18)


@pytest.mark.parametrize(
    ("changed", "found", "instead"),
    [
        ({"unit": "weeks"}, "the unit is weeks", "months, length, count"),
        ({"unit": None}, "the unit is None", "months, length, count"),
        ({"unit": "months"}, "months without a rounding", "last_day, first_of_next"),
        ({"unit": "months", "month_end": "up"}, "months without a rounding", "month_end:"),
        ({"values": []}, "in the order of their first day", "sort by since"),
        ({"values": [*SHEET["values"]][::-1]}, "in the order of their first day", "sort by since"),
        ({"values": [SHEET["values"][0]] * 2}, "in the order of their first day", "sort by since"),
        ({"values": [{"value": 5}]}, "a version without since", "since: YYYY-MM-DD"),
        ({"values": [{"since": "2000"}]}, "a version without since", "since: YYYY-MM-DD"),
        ({"values": [{"since": date(2000, 1, 1)}]}, "a version without value", "write value:"),
        ({"title_en": ""}, "no title_en", "title_fr and title_en"),
    ],
)
def test_refused_when_the_sheet_is_wrong(
    changed: Mapping[str, Any], found: str, instead: str
) -> None:
    with pytest.raises(AuthorMistake) as refusal:
        figure("library.loans", sheet(**changed))

    assert found in refusal.value.found
    assert instead in refusal.value.instead
    assert refusal.value.file == "values/library.loans.yaml"
