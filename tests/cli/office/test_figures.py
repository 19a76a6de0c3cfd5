"""The figures of a year in a terminal: told, written for a spreadsheet, written for a program."""

import csv
import io
import json

import pytest

from sortie.cli import main
from tests.office.figures.test_year import TWELVE, several

AT = ("--at", "2029-06-01T12:00")


def typed(address: str, *more: str) -> int:
    return main(["office", "figures", "--database", address, *AT, "--lang", "en", *more])


def test_a_year_is_told_in_words(sqlite_store: str, capsys: pytest.CaptureFixture[str]) -> None:
    several(TWELVE)
    assert typed(sqlite_store, "--year", "2027") == 0
    said = capsys.readouterr().out
    assert "Back in time: 12 – 100.0% of “Departures” [75.8% to 100.0%]" in said
    assert "A count from 1 to 10 is not told" in said


def test_a_table_and_an_object_say_the_same(
    sqlite_store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    several(TWELVE)
    assert typed(sqlite_store, "--year", "2027", "--threshold", "3", "--csv") == 0
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert typed(sqlite_store, "--year", "2027", "--threshold", "3", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["threshold"] == 3
    assert lines[0]["low"] == str(told["tables"][0]["figures"][0]["low"]) == "12"


def test_without_a_year_it_is_the_last_one_over(
    sqlite_store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    several(TWELVE[:1])
    assert typed(sqlite_store) == 0
    assert "figures of 2028" in capsys.readouterr().out


def test_an_empty_store_has_no_figures(
    sqlite_store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed(sqlite_store) == 0
    assert "there is nothing to count" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--year", "2030"), "No figures may be given for 2030 yet"),
        (("--year", "2027", "--threshold", "2"), "The threshold 2 is too low"),
    ],
)
def test_what_cannot_be_told_is_refused_in_words(
    sqlite_store: str, capsys: pytest.CaptureFixture[str], more: tuple[str, ...], said: str
) -> None:
    assert typed(sqlite_store, *more) != 0
    assert said in capsys.readouterr().err
