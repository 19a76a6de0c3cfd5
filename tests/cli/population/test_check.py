"""Tables checked from the command line, and their good people set apart."""

import json
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.population.tables.folders import (
    SAMPLE,
    csv_of,
    in_columns,
    in_workbooks,
    people_of,
    read,
)
from tests.population.tables.test_refused import saved


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    held = {name: [list(row) for row in rows] for name, rows in csv_of(SAMPLE).items()}
    held["peines"][2][held["peines"][0].index("duree")] = "huit ans"
    return saved(tmp_path / "wrong", held)


def test_tables_without_a_fault_are_counted_and_the_status_is_0() -> None:
    ran = run("population", "check", str(SAMPLE), "--lang", "en")

    assert ran.status == 0
    assert ran.out == f"{SAMPLE}: no fault.\n12 people without a fault.\n"


def test_each_fault_is_told_with_its_place_in_french_and_in_english(wrong: Path) -> None:
    french = run("population", "check", str(wrong), "--lang", "fr")
    english = run("population", "check", str(wrong), "--lang", "en")

    assert (french.status, english.status) == (2, 2)
    assert french.out.startswith("peines.csv, ligne 3, colonne «\u202fduree\u202f»")
    assert "11 personnes sans faute.\n1 personne laissée de côté" in french.out
    assert english.out == (
        "peines.csv, row 3, column “duree”: “huit ans” is not a length of time;\n"
        "  expected: a length such as P8Y, P10M or P1Y1D, or “life”.\n"
        "\n"
        "1 fault.\n11 people without a fault.\n1 person left out, whole.\n"
    )


def test_a_program_is_told_file_row_column_value_and_expectation(wrong: Path) -> None:
    ran = run("population", "check", str(wrong), "--json", "--lang", "en")

    told = json.loads(ran.out)
    assert (told["format"], told["people"], told["left_out"], told["good"]) == (
        "sortie/population-checked@1", 11, ["P-0001"], None
    )  # fmt: skip
    (fault,) = told["faults"]
    message = fault.pop("message")
    assert message.startswith("peines.csv, row 3")
    assert fault == {
        "file": "peines.csv", "row": 3, "column": "duree", "person": "P-0001",
        "code": "facts.not_a_length", "read": "huit ans", "expected": "length_or_life",
    }  # fmt: skip


def test_the_good_people_are_written_apart_and_read_without_a_fault(
    wrong: Path, tmp_path: Path
) -> None:
    good = tmp_path / "good"

    ran = run("population", "check", str(wrong), "-o", str(good), "--lang", "en")

    assert ran.status == 2
    assert " ".join(ran.out.split()).endswith(f"The people without a fault are in {good}.")
    assert people_of(good) == list(read(wrong).people)


@pytest.mark.parametrize("written", [in_columns, in_workbooks])
def test_parquet_files_and_workbooks_are_checked_too(tmp_path: Path, written: object) -> None:
    assert callable(written)
    folder = written(tmp_path / "tables", csv_of(SAMPLE))

    ran = run("population", "check", str(folder), "--lang", "en")

    assert ran.status == 0
    assert "12 people without a fault." in ran.out.splitlines()


def test_nothing_that_is_there_is_overwritten(wrong: Path, tmp_path: Path) -> None:
    (tmp_path / "good").mkdir()
    kept = tmp_path / "good/kept.txt"
    kept.write_text("mine")

    ran = run("population", "check", str(wrong), "-o", str(kept.parent), "--lang", "en")

    assert (ran.status, ran.out) == (2, "")
    assert "is not an empty folder" in ran.err
    assert [path.name for path in kept.parent.iterdir()] == ["kept.txt"]


def test_a_fault_of_a_whole_file_says_that_nobody_is_read(tmp_path: Path) -> None:
    folder = in_columns(tmp_path / "tables", {**csv_of(SAMPLE), "couleurs": [["x"], ["y"]]})

    ran = run("population", "check", str(folder), "-o", str(tmp_path / "good"), "--lang", "en")

    assert ran.status == 2
    assert "Nobody can be read" in ran.out
    assert not (tmp_path / "good").exists()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    ran = run("population", "check", str(tmp_path / "none"), "--lang", "en")

    assert (ran.status, ran.out) == (2, "")
