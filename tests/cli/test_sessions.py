"""A terminal session is replayed, and answers as it was written down.

``python -m tests.cli.test_sessions`` writes the sessions again, to be read before they are kept.
"""

import shlex
from datetime import date
from pathlib import Path

import pytest

from sortie.cli import opening
from tests.cli.running import run
from tests.house.tree import ROOT

SESSIONS = sorted(Path(__file__).parent.glob("sessions/*.txt"))
TODAY = date(2025, 11, 25)


def commands(session: str) -> list[str]:
    return [line.removeprefix("$ ") for line in session.splitlines() if line.startswith("$ ")]


def replayed(session: str) -> str:
    """Return a session as it is now: each command, then what it wrote, then its status."""
    told = []
    for command in commands(session):
        program, *words = shlex.split(command)
        assert program == "sortie"
        ran = run(*words)
        ending = f"[{ran.status}]\n" if ran.status else ""
        told.append(f"$ {command}\n{ran.out}{ran.err}{ending}")
    return "\n".join(told)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_a_session_is_answered_as_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(opening, "today", lambda: TODAY)
    session = path.read_text(encoding="utf-8")

    assert replayed(session) == session


def test_there_are_sessions_in_both_languages() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in SESSIONS)
    assert "--lang fr" in texts
    assert "--lang en" in texts


def write_again() -> None:
    opening.today = lambda: TODAY
    for path in SESSIONS:
        path.write_text(replayed(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write_again()
