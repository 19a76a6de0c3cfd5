"""The measure of the law over many people runs, on few of them; how fast is not tested."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT
from tests.population.engines.crowd import a_crowd

CHECKED = ("the kernel written by hand says the same",
           "the law written in SQL, tuned, says the same",
           "outside SQL, says the same", "by days, says the same",
           "says the same, facts unknown or not",
           "the whole law in three values, settled readings, says the same",
           "the whole law in three values, every reading open, says the same",
           "DuckDB, one SELECT to Arrow")  # fmt: skip
SAID = ("one date beside DuckDB", "2,400 people streamed", "times the time at most")


def bench(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.population", *words],
        check=True, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    return done.stdout


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("bench")
    records = a_crowd(folder)
    return bench("--people", "240", "--records", str(records), "--folder", str(folder))


@pytest.mark.parametrize("line", CHECKED)
def test_every_engine_is_checked_before_it_is_measured(report: str, line: str) -> None:
    assert line in report


@pytest.mark.parametrize("line", SAID)
def test_what_was_to_be_shown_is_said_to_be_met_or_missed(report: str, line: str) -> None:
    told = next(row for row in report.splitlines() if line in row)

    assert any(verdict in told for verdict in ("MET", "MISSED", "not measured"))


def test_the_queries_measured_can_be_read() -> None:
    text = bench("--sql")

    assert text.count("WITH terms AS") == 4
    assert "PARTITION BY person ORDER BY day" in text
