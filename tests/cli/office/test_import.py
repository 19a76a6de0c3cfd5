"""Tables are compared and loaded from the command line; what is not loaded is named, and why."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Ran, run
from tests.house.tree import ROOT

TABLES = str(ROOT / "cases/france/tables")
CLERK = ("--as", "prison_clerk:greffe@MC Exemple")


def imported(*more: str, folder: str = TABLES) -> Ran:
    return run("office", "import", folder, "--court", "TJ", "--at", "2026-02-07T09:00", *more)


@pytest.mark.usefixtures("sqlite_store")
def test_nothing_is_loaded_unless_asked_for_real() -> None:
    dry = imported("--lang", "fr")

    assert dry.status == 0
    assert "Rien n'est écrit" in dry.out
    assert "À reprendre par le greffe" in dry.out
    assert run("office", "people", "--lang", "fr").out == "Personne.\n"


@pytest.mark.usefixtures("sqlite_store")
def test_loading_for_real_needs_someone() -> None:
    ran = imported("--for-real", "--json")

    assert ran.status == 2
    assert [each["path"] for each in json.loads(ran.err)["errors"]] == ["--as"]


@pytest.mark.usefixtures("sqlite_store")
def test_what_is_loaded_is_told_once_and_then_is_the_same() -> None:
    first = json.loads(imported("--for-real", *CLERK, "--json").out)
    second = json.loads(imported("--for-real", *CLERK, "--json").out)

    assert first["format"] == "sortie/import@1"
    assert len(first["recorded"]) == 12
    assert second["recorded"] == []
    assert second["same"] == first["recorded"]


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize(
    ("lang", "expected"), [("fr", "le numéro d'écrou est inconnu"), ("en", "number is unknown")]
)
def test_a_row_that_cannot_be_loaded_is_named(tmp_path: Path, lang: str, expected: str) -> None:
    folder = tmp_path / "tables"
    shutil.copytree(TABLES, folder)
    persons = folder / "personnes.csv"
    text = persons.read_text(encoding="utf-8")
    text = text.replace("P-0002;10002;", "P-0002;;").replace("1973-05-02", "hier")
    persons.write_text(text, encoding="utf-8")

    ran = imported("--lang", lang, folder=str(folder))

    assert ran.status == 0
    assert f"P-0002{chr(0x202F) if lang == 'fr' else ''}: " in ran.out
    assert expected in " ".join(ran.out.split())
    assert "hier" in ran.out
    assert "P-0001" in ran.out


@pytest.mark.usefixtures("sqlite_store")
def test_a_folder_that_is_not_there_is_refused() -> None:
    assert imported(folder="nowhere").status == 2
