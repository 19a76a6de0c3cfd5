"""The sentence on the command line: every code has its words, and the JSON adds up."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from sortie.words import tongue
from tests.cli.running import ACCEPTANCE, run
from tests.law.sentence.files import a_sentence, typed

CASES = {
    "life": typed("2010-05-01", a_sentence("life", "2010-05-01"), a_sentence("P8Y")),
    "terrorism": typed("2018-03-01", a_sentence("P5Y", "2018-03-01", offences=["terrorism"])),
    "recidivist": typed("2010-03-01", a_sentence("P4Y", "2010-03-01", recidivist=True)),
    "unknown": typed("2022-01-01", a_sentence("P2Y"), remand=..., security_period=...),
    "security": typed(
        "2010-01-01",
        a_sentence("P20Y", "2010-01-01", commuted={"decided_on": "2015-01-01", "length": "P15Y"}),
        a_sentence("P12Y", "2010-01-01"),
        a_sentence("P9Y", "2010-01-01", merged_into=1),
        concurrence=[{"sentences": [0, 1], "at_most": "P20Y"}],
        security_period=[
            {"share": "two_thirds", "sentence": 0,
             "shortened": {"decided_on": "2018-01-01", "length": "P1Y"}},
            {"share": "half", "sentence": 1, "lifted_on": "2019-01-01"},
            {"length": "P5Y", "sentence": 2},
        ],
    ),
    "everything": typed(
        "2022-01-01",
        a_sentence("P4Y", "2022-01-01", suspended="P1Y"),
        a_sentence("P3Y", "2022-01-01", merged_into=0),
        remand=[
            {"from": "2021-10-01", "until": "2021-10-20"},
            {"from": "2022-03-01", "until": "2030-03-01"},
        ],
        security_period=[{"length": "P1Y"}, {"length": "P2Y"}],
        reductions=[
            {"granted_on": "2022-06-01", "length": "P8M", "kind": "single"},
            {"granted_on": "2022-06-01", "length": "P1M", "kind": "credit"},
            {"granted_on": "2022-06-01", "length": "P1M", "kind": "credit",
             "withdrawn_on": "2022-07-01"},
            {"granted_on": "2022-06-01", "length": "P1M", "kind": "exceptional",
             "withdrawn_on": "2022-07-01"},
        ],
        escapes=[("2022-12-20", "2023-01-20")],
        end_of_sentence="2024-02-03",
    ),
}  # fmt: skip


@pytest.fixture
def file(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(CASES[request.param]), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("file", CASES, indirect=True)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_case_is_told_in_both_languages(file: str, language: str) -> None:
    ran = run("sentence", file, "--lang", language)

    assert (ran.status, ran.err) == (0, "")
    assert "%(" not in ran.out


@pytest.mark.parametrize("file", CASES, indirect=True)
def test_the_lines_of_a_program_sum_to_its_end(file: str) -> None:
    ran = run("sentence", file, "--json")
    told = json.loads(ran.out)
    moved = sum(line["moved"] for line in told["lines"])

    assert ran.status == 0
    assert told["format"] == "sortie/sentence@1"
    if told["end"] is not None:
        committed = date.fromisoformat(told["lines"][0]["date"])
        assert str(committed + timedelta(days=moved)) == told["end"]
    else:
        assert told["life"] or told["missing"] or told["not_modelled"]


@pytest.mark.parametrize("file", ["everything"], indirect=True)
def test_a_remand_that_still_runs_on_the_day_of_release_is_named(file: str) -> None:
    told = json.loads(run("sentence", file, "--json").out)

    assert told["still_open"] == [{"fact": "custody.remand[1]", "before": "2030-03-02"}]
    assert told["difference"]["stated"] == "2024-02-03"
    codes = {warning["code"] for warning in told["warnings"]}
    assert codes == {"reduction_of_other_regime", "reduction_above_cap", "credit_differs"}


def with_another_end(folder: Path, end: str) -> str:
    """Return the acceptance case with another end of sentence on the clerk's sheet."""
    text = Path(ACCEPTANCE).read_text(encoding="utf-8")
    case = folder / "case.yaml"
    case.write_text(text.replace("end_of_sentence: 2029-06-19", f"end_of_sentence: {end}"), "utf-8")
    return str(case)


def test_an_end_that_the_reckoning_confirms_is_not_spoken_of() -> None:
    told = json.loads(run("ask", ACCEPTANCE, "--on", "2025-11-24", "--json").out)

    assert told["other_end"] is None


def test_a_day_on_which_the_two_ends_answer_otherwise_is_undetermined(tmp_path: Path) -> None:
    # Less than three years remain from 11 June 2026 by the clerk, from 20 June by the reckoning.
    case = with_another_end(tmp_path, "2029-06-10")
    told = json.loads(
        run("ask", case, "--on", "2026-06-15", "--purpose", "family_ties", "--json").out
    )

    assert told["outcome"] == "undetermined"
    assert told["other_end"]["outcomes"] == {"stated": "open", "computed": "closed"}


def test_a_case_open_under_both_ends_is_open_and_shows_both(tmp_path: Path) -> None:
    case = with_another_end(tmp_path, "2029-06-10")
    told = json.loads(run("ask", case, "--on", "2025-11-24", "--json").out)

    assert told["outcome"] == "open"
    assert told["other_end"] == {
        "stated": "2029-06-10",
        "computed": "2029-06-19",
        "outcomes": {"stated": "open", "computed": "open"},
    }


def test_every_line_and_every_warning_has_its_words() -> None:
    for code in ("fr", "en"):
        words = tongue(code).sentences
        assert {key for key in words if key.startswith("line.")}
        for name in ("end_of_sentence_differs", "credit_differs", "reduction_above_cap"):
            assert f"warning.{name}" in words
