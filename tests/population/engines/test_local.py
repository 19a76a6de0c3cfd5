"""Everybody's spans on one machine: the same, however they are read, stopped and started again."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sortie import population
from sortie.population.engines.local import run
from tests.house.tree import ROOT
from tests.population.engines.crowd import (
    ASKING,
    PEOPLE,
    TWO,
    all_at_once,
    in_groups,
    rows_in,
    rows_of,
    under,
)

SIZE = 30


class Stopped(Exception):
    """Someone stops the work."""


def written(records: Path, out: Path, size: int = SIZE, threads: int = 2) -> bytes:
    run(records, out, ASKING, room=population.Room(threads, threads + 2), size=size)
    return out.read_bytes()


def test_the_file_holds_the_spans_of_everybody_in_order(records: Path, tmp_path: Path) -> None:
    ran = run(records, tmp_path / "s.parquet", ASKING, room=TWO, size=SIZE)

    expected = rows_in([all_at_once(records)])
    assert rows_of(tmp_path / "s.parquet") == expected
    assert ran == population.Ran(people=PEOPLE, kept=0, spans=len(expected))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.parquet"]


def test_one_thread_or_three_write_the_same_bytes(records: Path, tmp_path: Path) -> None:
    alone = written(records, tmp_path / "one.parquet", threads=1)

    assert written(records, tmp_path / "three.parquet", threads=3) == alone


def test_however_the_records_are_grouped_the_rows_are_the_same(
    records: Path, tmp_path: Path
) -> None:
    expected = rows_in([all_at_once(records)])

    for group, size in ((7, 5), (PEOPLE, 64), (100, 1000)):
        other = in_groups(records, tmp_path / "other.parquet", group)
        written(other, tmp_path / "s.parquet", size)
        assert rows_of(tmp_path / "s.parquet") == expected


def test_progress_counts_the_people_to_the_last(records: Path, tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []

    run(records, tmp_path / "s.parquet", ASKING, room=TWO, size=SIZE,
        progress=lambda done, total: said.append((done, total)))  # fmt: skip

    assert said[0] == (0, PEOPLE)
    assert said[-1] == (PEOPLE, PEOPLE)
    assert [done for done, _ in said] == sorted(done for done, _ in said)


def stop_after(records: Path, out: Path, people: int, asking: population.Asking = ASKING) -> None:
    def told(done: int, _: int) -> None:
        if done >= people:
            raise Stopped

    with pytest.raises(Stopped):
        run(records, out, asking, room=TWO, size=SIZE, progress=told)
    assert not out.exists()


def test_what_was_done_before_a_stop_is_not_done_again(records: Path, tmp_path: Path) -> None:
    whole = written(records, tmp_path / "whole.parquet")
    out = tmp_path / "s.parquet"
    stop_after(records, out, 90)
    kept = {path: path.stat().st_ino for path in tmp_path.glob("s.parquet.parts/*.parquet")}
    said: list[int] = []

    ran = run(records, out, ASKING, room=TWO, size=SIZE,
              progress=lambda done, _: said.append(done))  # fmt: skip

    assert len(kept) >= 2
    assert said[0] == ran.kept >= 60
    assert out.read_bytes() == whole


def test_a_part_cut_short_is_done_again(records: Path, tmp_path: Path) -> None:
    whole = written(records, tmp_path / "whole.parquet")
    out = tmp_path / "s.parquet"
    stop_after(records, out, 90)
    part = tmp_path / "s.parquet.parts/000000.parquet"
    part.write_bytes(part.read_bytes()[:-10])

    assert written(records, out) == whole


def test_under_another_reading_or_of_other_records_it_begins_again(
    records: Path, tmp_path: Path
) -> None:
    out = tmp_path / "s.parquet"
    stop_after(records, out, 90, under("days"))
    other = in_groups(records, tmp_path / "other.parquet", 50)

    assert run(records, out, ASKING, room=TWO, size=SIZE).kept == 0
    stop_after(records, out.with_name("t.parquet"), 90)
    assert run(other, out.with_name("t.parquet"), ASKING, room=TWO, size=SIZE).kept == 0


@pytest.mark.skipif(os.name != "posix", reason="a process is killed by a signal")
@pytest.mark.parametrize("parts", [0, 1, 4, PEOPLE // SIZE])
def test_killed_at_any_part_and_started_again_it_writes_the_same(
    records: Path, tmp_path: Path, parts: int
) -> None:
    undisturbed = hashlib.sha256(written(records, tmp_path / "whole.parquet")).hexdigest()
    out = tmp_path / "s.parquet"
    script = (
        "from pathlib import Path\n"
        "from sortie.population.engines.local import run\n"
        "from tests.population.engines.crowd import ASKING, TWO\n"
        f"run(Path({str(records)!r}), Path({str(out)!r}), ASKING, room=TWO, size={SIZE})\n"
    )
    running = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT)
    folder = tmp_path / "s.parquet.parts"
    while running.poll() is None and not (
        folder.is_dir() and len(list(folder.glob("*.parquet"))) >= parts
    ):
        time.sleep(0.002)
    running.send_signal(signal.SIGKILL)
    running.wait()

    again = hashlib.sha256(written(records, out)).hexdigest()

    assert again == undisturbed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["s.parquet", "whole.parquet"]


def test_of_nobody_there_is_a_file_without_a_row(records: Path, tmp_path: Path) -> None:
    nobody = tmp_path / "nobody.parquet"
    pq.write_table(pq.read_table(records).slice(0, 0), nobody)

    ran = run(nobody, tmp_path / "s.parquet", ASKING, room=TWO)

    assert (ran.people, ran.spans) == (0, 0)
    assert rows_of(tmp_path / "s.parquet") == []


def test_what_holds_no_records_is_refused(records: Path, tmp_path: Path) -> None:
    other, text = tmp_path / "other.parquet", tmp_path / "text.parquet"
    said = {**pq.read_schema(records).metadata, b"sortie.record": b"of another law"}
    pq.write_table(pq.read_table(records).replace_schema_metadata(said), other)
    text.write_text("nothing of the kind")
    pq.write_table(pa.table({"x": [1]}), tmp_path / "plain.parquet")

    for each in (other, text, tmp_path / "plain.parquet"):
        with pytest.raises(population.NotRecords):
            run(each, tmp_path / "s.parquet", ASKING, room=TWO)
