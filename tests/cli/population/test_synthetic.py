"""``sortie population synth`` and ``describe``: what they write and what they say."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.running import run

SVG = "{http://www.w3.org/2000/svg}"


def synth(folder: Path, *more: str) -> None:
    typed = ("population", "synth", "--people", "400", "--seed", "3", "-o", str(folder), *more)
    assert run(*typed).status == 0


def test_people_who_never_were_are_made_and_said_to_be_so(tmp_path: Path) -> None:
    folder = str(tmp_path / "made")
    ran = run("population", "synth", "--people", "400", "--seed", "3", "-o", folder, "--lang", "en")

    assert ran.status == 0
    assert "400 people made" in ran.out
    assert "no real person" in ran.out
    beside = (tmp_path / "made/README.md").read_text("utf-8")
    assert "no real person" in beside
    assert "aucune personne réelle" in beside
    assert "400 personnes présentes le 1er\u00a0octobre 2025, graine 3" in beside


def test_the_tables_made_have_no_fault(tmp_path: Path) -> None:
    synth(tmp_path / "made")

    assert run("population", "check", str(tmp_path / "made")).status == 0


def test_each_figure_is_shown_with_its_year_its_source_and_the_difference(tmp_path: Path) -> None:
    synth(tmp_path / "made")
    ran = run("population", "describe", str(tmp_path / "made"), "--lang", "en")

    assert ran.status == 0
    remand = next(line for line in ran.out.splitlines() if line.startswith("On remand"))
    assert "26.28%" in remand
    assert "2025" in remand
    assert "[1]" in remand
    assert "https://oip.org/fiche-droits" in ran.out.replace("\n", "").replace(" ", "")
    assert "No published figure: our assumptions" in ran.out
    assert "Applications refused: 0.4 (refused)." in ran.out


def test_french_numbers_have_a_comma(tmp_path: Path) -> None:
    synth(tmp_path / "made")
    ran = run("population", "describe", str(tmp_path / "made"), "--lang", "fr")

    assert "26,28\u202f%" in ran.out
    assert "Demandes rejetées\u202f: 0,4 (refused)." in ran.out


def test_on_a_narrow_screen_each_figure_is_a_paragraph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synth(tmp_path / "made")
    monkeypatch.setenv("COLUMNS", "60")
    ran = run("population", "describe", str(tmp_path / "made"), "--lang", "en")

    assert max(len(line) for line in ran.out.splitlines() if "http" not in line) <= 60
    assert "On remand, of those detained: published 26.28% (2025, H)" in ran.out


def test_the_drawing_says_what_it_shows_and_the_table_beside_says_the_same(tmp_path: Path) -> None:
    synth(tmp_path / "made")
    run(
        "population",
        "describe",
        str(tmp_path / "made"),
        "-o",
        str(tmp_path / "drawn"),
        "--lang",
        "en",
    )

    image = ET.fromstring((tmp_path / "drawn/marginals.en.svg").read_text("utf-8"))  # noqa: S314
    assert image.get("role") == "img"
    assert [each.get("id") for each in image[:2]] == ["title", "told"]
    assert image[0].tag == f"{SVG}title"
    assert "marginals.en.md" in (image[1].text or "")
    table = (tmp_path / "drawn/marginals.en.md").read_text("utf-8")
    drawn = {each.text for each in image.iter(f"{SVG}text")}
    rows = [
        line.split(" | ")[0].removeprefix("| ") for line in table.splitlines() if "http" in line
    ]
    assert {row for row in rows if "Mean age" not in row and "Leaves" not in row} <= drawn


def test_a_program_reads_the_same_with_every_assumption(tmp_path: Path) -> None:
    synth(tmp_path / "made", "--assume", "refused=0.6")
    ran = run("population", "describe", str(tmp_path / "made"), "--json")

    written = json.loads(ran.out)
    assert written["synthetic"] is True
    assert written["people"] == 400
    assert written["assumptions"]["refused"]["value"] == 0.6
    assert written["assumptions"]["answer_days"]["published"] is False
    remand = next(each for each in written["figures"] if each["id"] == "stock.remand")
    assert remand["on"] == "2025-10-01"
    assert remand["difference"] == pytest.approx(remand["measured"] - remand["published"])
    assert (
        next(e for e in written["figures"] if e["id"] == "places.maison_arret")["measured"] is None
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--people", "none", "--seed", "1"), "--people"),
        (("--people", "0", "--seed", "1"), "--people"),
        (("--people", "10", "--seed", "x"), "--seed"),
        (("--people", "10", "--seed", "1", "--assume", "refused"), "refused=0.5"),
        (("--people", "10", "--seed", "1", "--assume", "nothing=1"), "eligible_active"),
        (("--people", "10", "--seed", "1", "--on", "2025-02-30"), "2025-02-30"),
        (("--people", "99999999999", "--seed", "1"), "10000000000"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words_and_nothing_is_written(
    tmp_path: Path, typed: tuple[str, ...], told: str
) -> None:
    ran = run("population", "synth", *typed, "-o", str(tmp_path / "made"), "--lang", "en")

    assert ran.status == 2
    assert told in ran.err
    assert not (tmp_path / "made").exists()


def test_a_folder_that_holds_something_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine", "utf-8")
    ran = run("population", "synth", "--people", "1", "--seed", "1", "-o", str(tmp_path))

    assert ran.status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_folder_without_persons_is_refused(tmp_path: Path) -> None:
    ran = run("population", "describe", str(tmp_path), "--lang", "en")

    assert ran.status == 2
    assert "no table of persons" in ran.err
