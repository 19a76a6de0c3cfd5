"""A comparison is kept in a file, and read back by who counts and draws nothing."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sortie.reform import results, showing
from sortie.words import LANGUAGES, tongue
from tests.reform.results.made import drawings, report

A_DAY, LATER = date(2026, 11, 28), date(2026, 12, 1)
HEAVY = ("numpy", "numba", "pyarrow", "duckdb", "altair", "vl_convert")


def kept(folder: Path) -> Path:
    return folder / f"{results.keep(folder, report(), drawings(), A_DAY)}.json"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_back_tells_the_same(tmp_path: Path, language: str) -> None:
    name = results.keep(tmp_path, report(), drawings(), A_DAY)
    found, voice = results.kept(tmp_path, name), tongue(language)

    assert (found.name, found.made_on, found.drawings) == (name, A_DAY, drawings())
    said = [showing.page(each, drawings()[language], voice) for each in (report(), found.report)]
    assert said[0] == said[1]


def test_what_is_read_back_is_written_alike() -> None:
    once = results.written(report())
    assert results.written(results.report_of(json.loads(json.dumps(once)))) == once


def test_the_same_people_under_the_same_laws_are_kept_once(tmp_path: Path) -> None:
    """Two that differ by a month could be subtracted, and what each hides be had."""
    results.keep(tmp_path, report(months=6), drawings(), A_DAY)
    results.keep(tmp_path, report(months=7), drawings(), LATER)

    (only,) = results.shelf(tmp_path).kept
    assert (only.report.comparison.period.months, only.made_on) == (7, LATER)


def test_other_people_are_kept_beside_and_the_latest_comes_first(tmp_path: Path) -> None:
    others = replace(report(), comparison=replace(report().comparison, records="00" * 32))
    results.keep(tmp_path, report(), drawings(), A_DAY)
    results.keep(tmp_path, others, drawings(), LATER)

    assert [each.made_on for each in results.shelf(tmp_path).kept] == [LATER, A_DAY]


def test_what_hides_too_little_is_neither_kept_nor_shown(tmp_path: Path) -> None:
    with pytest.raises(results.ThresholdTooLow):
        results.keep(tmp_path, report(threshold=10), drawings(), A_DAY)
    assert list(tmp_path.iterdir()) == []

    path = kept(tmp_path)
    whole = json.loads(path.read_text("utf-8"))
    whole["comparison"]["threshold"] = 1
    path.write_text(json.dumps(whole), "utf-8")
    assert results.shelf(tmp_path) == results.Shelf((), (path.name,))
    with pytest.raises(results.ThresholdTooLow):
        results.kept(tmp_path, path.stem)


@pytest.mark.parametrize(
    "wrong",
    [
        "", "[]", "{", '{"format": "sortie/kept-comparison@2"}', "null", '"text"',
        '{"format": "sortie/kept-comparison@1", "made_on": "2026-11-28", "comparison": 3}',
    ],
)  # fmt: skip
def test_a_file_that_is_no_comparison_is_named_and_the_others_are_shown(
    tmp_path: Path, wrong: str
) -> None:
    kept(tmp_path)
    (tmp_path / "other.json").write_text(wrong, "utf-8")
    (tmp_path / "notes.txt").write_text("anything", "utf-8")

    found = results.shelf(tmp_path)
    assert (len(found.kept), found.unread) == (1, ("other.json",))
    with pytest.raises(results.ComparisonUnread):
        results.kept(tmp_path, "other")


@pytest.mark.parametrize("changed", [True, 3.5, "12", [], {}])
def test_a_number_that_is_none_is_not_shown(tmp_path: Path, changed: object) -> None:
    path = kept(tmp_path)
    whole = json.loads(path.read_text("utf-8"))
    whole["comparison"]["people"]["people"] = changed
    path.write_text(json.dumps(whole), "utf-8")

    assert results.shelf(tmp_path).unread == (path.name,)


@pytest.mark.parametrize(
    "image",
    [
        "<svg ><script>1</script></svg>", "<svg onload='x'></svg>", "<p>text</p>", "",
        "<svg ><image href='x'/></svg>", "<svg ><g style='fill:url(x)'/></svg>",
        "<svg ><foreignObject/></svg>", "<!DOCTYPE x><svg ></svg>", "<svg ><!-- x --></svg>",
        "<svg ><rect fill='url(http://x)'/></svg>", "<svg ><g\nonclick = 'x'/></svg>",
    ],
)  # fmt: skip
def test_a_drawing_that_could_run_or_ask_for_something_is_not_shown(
    tmp_path: Path, image: str
) -> None:
    path = kept(tmp_path)
    whole = json.loads(path.read_text("utf-8"))
    whole["drawings"]["fr"]["people"] = image
    path.write_text(json.dumps(whole), "utf-8")

    assert results.shelf(tmp_path).unread == (path.name,)


@pytest.mark.parametrize("name", ["nothing", "../made", "", ".", "*"])
def test_a_name_that_is_not_kept_is_none_wherever_it_leads(tmp_path: Path, name: str) -> None:
    kept(tmp_path)
    (tmp_path.parent / "made.json").write_text("{}", "utf-8")
    with pytest.raises(results.NoSuchComparison):
        results.kept(tmp_path, name)


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    assert results.shelf(tmp_path / "none") == results.Shelf((), ())


def test_a_file_made_again_is_read_again(tmp_path: Path) -> None:
    name = results.keep(tmp_path, report(), drawings(), A_DAY)
    assert results.kept(tmp_path, name).made_on == A_DAY
    results.keep(tmp_path, replace(report(), command="another"), drawings(), LATER)
    assert results.kept(tmp_path, name).report.command == "another"


def test_showing_what_is_kept_opens_nothing_that_counts_or_draws() -> None:
    opened = "import sys; from sortie.reform import results, showing, telling; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", opened], capture_output=True, text=True, check=True
    )
    assert not set(HEAVY) & set(done.stdout.split())
