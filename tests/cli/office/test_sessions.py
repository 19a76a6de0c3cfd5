"""A whole small case, from an empty folder to the return, in both languages.

``python -m tests.cli.office.test_sessions`` writes the sessions again, to be read before they are
kept.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from sortie import store
from tests.cli.test_sessions import replayed

HERE = Path(__file__).parent / "sessions"
SESSIONS = sorted(HERE.glob("*.txt"))


def played(path: Path, folder: Path) -> str:
    """Return a session as it is now, in a folder that holds nothing but a case file."""
    shutil.copy(HERE / "personne.yaml", folder)
    store.connect(f"sqlite:///{folder}/sortie.db")
    try:
        return replayed(path.read_text(encoding="utf-8"))
    finally:
        store.disconnect()


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_a_case_goes_from_filing_to_return_as_written(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("SORTIE_DATABASE", raising=False)

    assert played(path, tmp_path) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", ["60", "80", "120"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_page_of_a_case_is_wider_than_the_terminal(
    lang: str, width: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", width)
    told = played(HERE / f"whole_case_{lang}.txt", tmp_path)
    answers = told.split("$ sortie office show D-1 --at 2025-11-24T18:45", 1)[1].splitlines()[1:]
    page = answers[: answers.index(next(line for line in answers if line.startswith("$ ")))]

    assert len(page) > 50
    assert [line for line in page if len(line) > int(width)] == []


def write_again() -> None:
    os.environ["COLUMNS"] = "80"
    os.environ.pop("SORTIE_DATABASE", None)
    for path in SESSIONS:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            path.write_text(played(path, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    write_again()
