"""Two laws compared over a population, on the command line."""

import json
from pathlib import Path

import pytest

from sortie.reform import results
from sortie.words import LANGUAGES, tongue
from tests.cli.running import Ran, run
from tests.reform.comparing.people import records_of

REFORM = "fr.reform.recidivists_two_thirds"


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return records_of(tmp_path_factory.mktemp("people"), people=40)


def compare(records: Path, *more: str) -> Ran:
    return run(
        "reform", "compare", REFORM, "--population", str(records), "--from", "2025-10-01",
        "--months", "36", *more,
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_changes_is_told_with_its_rule_and_that_it_is_not_the_law(
    records: Path, language: str
) -> None:
    ran = compare(records, "--threshold", "2", "--group", "term", "--lang", language)
    told = " ".join(ran.out.split())

    assert ran.status == 0
    for key in ("compare.not_in_force", "compare.causes.shared", "compare.by.term"):
        assert " ".join(tongue(language).say(key).split()) in told
    assert "fr.recidivist.two_thirds_wanting" in told


def test_a_program_reads_null_where_a_number_is_hidden(records: Path) -> None:
    told = json.loads(compare(records, "--threshold", "20", "--json").out)

    assert told["format"] == "sortie/comparison@1"
    assert told["routes"]["fr.leave.day"]["whole"]["days_lost"] is None
    assert told["rates"]["late"]["published"] == []
    assert [source["year"] for source in told["rates"]["not_returned"]["published"]] == [2010, 2013]


def test_a_comparison_is_kept_with_its_drawings_and_the_command_that_makes_it_again(
    records: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "comparisons"

    ran = compare(records.parent / "derived.parquet", "--keep", str(folder), "--lang", "en")

    assert ran.status == 0
    (kept,) = results.shelf(folder).kept
    assert f"kept as {kept.name}" in ran.err
    assert set(kept.drawings) == set(LANGUAGES)
    assert kept.report.command.endswith(f"--keep {folder}")
    # Records made of synthetic tables say so, without the tables.
    assert kept.report.synthetic


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--threshold", "10", "--keep", "comparisons"), "compare.kept.threshold"),
        (("--keep", "no/such/folder/comparisons"), "compare.no_place"),
    ],
)
def test_what_cannot_be_kept_is_refused_before_anybody_is_asked_about(
    tmp_path: Path, more: tuple[str, ...], code: str
) -> None:
    ran = compare(tmp_path / "nothing", *more, "--json")

    assert ran.status == 2
    assert code in ran.out + ran.err


def test_a_report_holds_the_command_that_makes_it_again(records: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"

    ran = compare(records, "-o", str(out), "--rate", "late=0.01..0.03", "--lang", "en")

    assert ran.status == 0
    page = out.read_text("utf-8")
    for typed in (f"reform compare {REFORM}", "--from 2025-10-01", "--rate late=0.01..0.03"):
        assert typed in page


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (("--months", "0"), "compare.not_months"),
        (("--months", "601"), "compare.not_months"),
        (("--threshold", "0"), "compare.not_threshold"),
        (("--rate", "late=often"), "compare.not_a_rate"),
        (("--rate", "late=0.2..0.1"), "reform.expecting.not_a_rate"),
        (("--rate", "escapes=0.1"), "reform.expecting.no_such_rate"),
    ],
)
def test_what_cannot_be_is_refused_before_anybody_is_asked_about(
    tmp_path: Path, typed: tuple[str, ...], code: str
) -> None:
    ran = compare(tmp_path / "nothing", *typed, "--json")

    assert ran.status == 2
    assert code in ran.out + ran.err


def test_two_reforms_may_be_compared_and_nothing_is_expected_then(records: Path) -> None:
    ran = run(
        "reform", "compare", "fr.reform.announced_2025", REFORM, "--population", str(records),
        "--from", "2025-10-01", "--months", "12", "--json",
    )  # fmt: skip
    told = json.loads(ran.out)

    assert told["reforms"]["a"]["reform"] == "fr.reform.announced_2025"
    assert told["expected"] is None
