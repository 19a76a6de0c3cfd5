"""The folder of the demonstration: made for a day by a program, and replaced whole."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sortie.web.demonstration.errors import DemonstrationServed
from sortie.web.demonstration.keeping import STAMP, STORE, held

NOON = datetime(2026, 11, 27, 11, tzinfo=UTC)
DAY = timedelta(days=1)


def made(path: Path, at: datetime, word: str) -> None:
    with held(path) as folder, folder.making(at) as draft:
        (draft / STORE).write_text(word)


def test_it_serves_for_its_day_and_for_the_night_that_follows(tmp_path: Path) -> None:
    made(tmp_path / "here", NOON, "first")

    with held(tmp_path / "here") as folder:
        assert folder.address == f"sqlite:///{tmp_path}/here/kept/{STORE}"
        assert folder.has(NOON)
        assert folder.has(NOON + timedelta(hours=17))
        assert not folder.has(NOON + DAY)


def test_another_program_makes_it_anew(tmp_path: Path) -> None:
    made(tmp_path, NOON, "first")
    stamp = tmp_path / "kept" / STAMP
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "program": "older"}))

    with held(tmp_path) as folder:
        assert not folder.has(NOON)


def test_an_unfinished_one_replaces_nothing(tmp_path: Path) -> None:
    made(tmp_path, NOON, "first")

    with pytest.raises(ZeroDivisionError), held(tmp_path) as folder, folder.making(NOON + DAY):
        raise ZeroDivisionError

    assert (tmp_path / "kept" / STORE).read_text() == "first"
    made(tmp_path, NOON + DAY, "second")
    assert (tmp_path / "kept" / STORE).read_text() == "second"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept", "lock"]


def test_refused_while_another_server_shows_it(tmp_path: Path) -> None:
    with (
        held(tmp_path),
        held(tmp_path) as other,
        pytest.raises(DemonstrationServed),
        other.making(NOON),
    ):
        raise AssertionError
