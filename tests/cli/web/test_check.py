"""``sortie web --check``: the server asks its own first page over HTTP, says so, and stops."""

import os
import subprocess
import sys
from pathlib import Path

# What the tests set for themselves is not what an empty folder finds.
OUTSIDE = {name: held for name, held in os.environ.items() if not name.startswith("SORTIE")}


def web(folder: Path, *typed: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sortie", "web", *typed, "--lang", "en"]
    return subprocess.run(
        command, cwd=folder, env=OUTSIDE, capture_output=True, text=True, check=False, timeout=500
    )


def test_an_empty_office_opens_and_the_check_ends(tmp_path: Path) -> None:
    done = web(tmp_path, "--check")
    assert done.returncode == 0, done.stderr
    assert "The first page opens (http://127.0.0.1:" in done.stdout
    assert "/sign-in/" in done.stdout


def test_status_1_where_the_page_does_not_open(tmp_path: Path) -> None:
    # The site answers to the names of this machine, and to no other.
    done = web(tmp_path, "--check", "--host", "127.0.0.2")
    assert done.returncode == 1
    assert "The first page does not open: " in done.stderr


def test_refused_with_two_stores(tmp_path: Path) -> None:
    done = web(tmp_path, "--demonstration", "--database", "sqlite:///own.db")
    assert done.returncode == 2
    assert "Give --demonstration or --database, not both." in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_demonstration_is_made_once_and_opens_again(tmp_path: Path) -> None:
    first = web(tmp_path, "--demonstration", "--check")
    again = web(tmp_path, "--demonstration", "--check")

    assert first.returncode == again.returncode == 0, first.stderr + again.stderr
    assert "The demonstration is being made" in first.stdout
    assert "The demonstration is being made" not in again.stdout
    assert "/demonstration/" in again.stdout
    assert [each.name for each in tmp_path.iterdir()] == [".demonstration"]
