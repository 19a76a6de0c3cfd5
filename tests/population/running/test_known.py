"""What is known of patterns makes answers quick and never others: known, forgotten, never known."""

import gc
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from sortie.population.compiling import Compiled, compiled
from sortie.population.running import spans, thread
from sortie.population.running.people import people_of
from sortie.population.running.thread import Thread
from tests.population.random_records import many
from tests.population.running.test_same_answers import LAW, LAYOUT, SUPPOSED

ROOM = 200_000


def of(seed: int, people: int, unknown: float) -> pa.RecordBatch:
    records, days = many(Random(seed), people, unknown)  # noqa: S311
    return LAYOUT.batch([str(rank) for rank in range(people)], records, days)


def rows_in(held: Thread, law: Compiled, batch: pa.RecordBatch, recent: int = -1) -> list[Any]:
    """Return the rows that a thread writes of a batch, and who is left out of them."""
    later = law if recent < 0 else law.lasting(law.program.law_days[recent])
    return rows_under(held, (law, later), batch)


def rows_under(
    held: Thread, programs: tuple[Compiled, Compiled], batch: pa.RecordBatch
) -> list[Any]:
    written = list(held.rows(programs, people_of(programs[0], batch), ROOM))
    found: list[Any] = [left.tolist() for _, left in written]
    for out, _ in written:
        columns = [getattr(out, name) for name in out._fields if name != "rows"]
        found += zip(*(column[: out.rows[0]].tolist() for column in columns), strict=True)
    return found


@pytest.mark.parametrize("unknown", [0.0, 0.05])
def test_a_second_batch_is_answered_like_the_first(unknown: float) -> None:
    batch, held = of(21, 300, unknown), Thread(len(SUPPOSED.routes))
    first = rows_in(held, SUPPOSED, batch)
    found = held.known.count.tolist()

    assert rows_in(held, SUPPOSED, batch) == first
    assert held.known.count.tolist() == found  # nothing was new
    assert len(first) > 300


def test_what_is_forgotten_for_want_of_room_is_found_again() -> None:
    few, whole = Thread(len(SUPPOSED.routes), most=1 << 12), Thread(len(SUPPOSED.routes))
    for seed in range(6):
        batch = of(seed, 400, 0.02)
        assert rows_in(few, SUPPOSED, batch) == rows_in(whole, SUPPOSED, batch)
    assert few.known.count[0] < whole.known.count[0]
    assert len(whole.known.patterns) > 1 << 12  # it was given more room instead


def test_people_answered_alone_are_answered_as_their_patterns_are() -> None:
    batch, held = of(23, 300, 0.02), Thread(len(SUPPOSED.routes))
    by_patterns = rows_in(held, SUPPOSED, batch)
    apart = held.known.alone[: held.known.count[0]]
    assert 0 < apart.mean() < 0.9  # both ways were taken
    apart[:] = True

    assert rows_in(held, SUPPOSED, batch) == by_patterns


def test_a_program_that_leaves_old_versions_out_answers_the_same_beside_the_whole() -> None:
    batch, held = of(25, 300, 0.02), Thread(len(LAW.routes))
    whole = rows_in(held, LAW, batch)
    days = LAW.program.law_days
    for recent in (len(days) // 2, len(days) - 4):
        later = days[recent].toordinal()
        assert {since >= later for since in batch.column("since").to_pylist()} == {True, False}
        assert rows_in(held, LAW, batch, recent) == whole


def test_more_programs_than_a_pattern_tells_apart_are_numbered_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(thread, "_MOST_PROGRAMS", 2)
    batch, held = of(26, 60, 0.0), Thread(len(LAW.routes))
    whole = rows_in(held, LAW, batch)
    for recent in (-8, -6, -4):
        assert rows_in(held, LAW, batch, len(LAW.program.law_days) + recent) == whole


def test_the_rank_of_a_program_that_is_gone_is_given_to_no_other() -> None:
    batch, held = of(28, 300, 0.0), Thread(len(LAW.routes))
    whole = rows_in(held, LAW, batch)
    for day in LAW.program.law_days[-5:-1]:
        later = compiled(LAW.program.book, LAYOUT, LAW.program.asked, LAW, day)
        assert rows_under(held, (LAW, later), batch) == whole
        del later
        gc.collect()
    ranks = set(held.known.patterns[: held.known.count[0], 0] & np.uint64(255))
    assert ranks == set(range(5))  # the whole and four others, each by a rank of its own


def test_a_thread_goes_on_knowing_from_batch_to_batch() -> None:
    spans(SUPPOSED, of(27, 60, 0.0))
    known = thread.own(SUPPOSED).known.count[0]
    spans(SUPPOSED, of(27, 60, 0.0))

    assert thread.own(SUPPOSED).known.count[0] == known > 0
