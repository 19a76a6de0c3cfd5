"""Records made from the command line."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.cli.running import run
from tests.population.tables.folders import SAMPLE, csv_of, good, in_columns, read


def test_the_records_are_written_and_counted(tmp_path: Path) -> None:
    tables = good(tmp_path / "tables", read(SAMPLE).people)
    records = tmp_path / "records.parquet"

    ran = run("population", "derive", str(tables), "-o", str(records), "--processes", "1",
              "--lang", "en")  # fmt: skip

    assert (ran.status, ran.err) == (0, "")
    assert " ".join(ran.out.split()) == f"12 records written in {records}."
    assert pq.read_metadata(records).num_rows == 12


def test_who_is_left_out_is_counted_and_the_list_is_named(tmp_path: Path) -> None:
    held = {name: [list(row) for row in rows] for name, rows in csv_of(SAMPLE).items()}
    held["peines"][2][held["peines"][0].index("duree")] = "huit ans"
    tables = in_columns(tmp_path / "tables", held)
    records = tmp_path / "records.parquet"

    typed = ("population", "derive", str(tables), "-o", str(records), "--processes", "1")
    ran = run(*typed, "--lang", "fr")
    told = json.loads(run(*typed, "--json").out)

    assert ran.status == 0
    assert "11 fiches écrites" in ran.out
    assert "1 personne laissée de côté" in ran.out
    assert told == {
        "format": "sortie/population-derived@1", "records": str(records), "people": 11,
        "left_out": 1, "refused": str(tmp_path / "records.refused.csv"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"-o": "none/records.parquet"}, "cannot be written"),
        ({"--processes": "0"}, "is not a whole number"),
        ({"--processes": "deux"}, "is not a whole number"),
    ],
)
def test_what_is_typed_wrong_is_refused(tmp_path: Path, change: dict[str, str], said: str) -> None:
    typed = {"-o": str(tmp_path / "r.parquet"), "--processes": "1", **change}

    ran = run("population", "derive", str(SAMPLE), "--lang", "en",
              *(word for pair in typed.items() for word in pair))  # fmt: skip

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_tables_that_cannot_be_read_in_parts_are_refused_with_the_way_out(tmp_path: Path) -> None:
    held = {name: [list(row) for row in rows] for name, rows in csv_of(SAMPLE).items()}
    held["peines"].append(held["peines"].pop(1))
    astray = in_columns(tmp_path / "astray", held)
    unknown = in_columns(tmp_path / "unknown", {**csv_of(SAMPLE), "couleurs": [["x"], ["y"]]})

    def refused(folder: Path) -> str:
        ran = run("population", "derive", str(folder), "-o", str(tmp_path / "r.parquet"),
                  "--lang", "en")  # fmt: skip
        assert (ran.status, ran.out) == (2, "")
        return ran.err

    assert "not all its tables are in Parquet" in refused(SAMPLE)
    assert "peines.parquet, row 14, column person: “P-0001”" in refused(astray)
    assert "couleurs.parquet" in refused(unknown)
