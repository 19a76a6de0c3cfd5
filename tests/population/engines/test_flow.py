"""Work in several threads: in order, never more than there is room for, and stopped cleanly."""

import threading
import time
from collections.abc import Iterator

import pytest

from sortie.population.engines.flow import in_order


def slow_first(task: int) -> int:
    time.sleep(0.02 if task == 0 else 0)
    return task


def test_results_come_in_the_order_of_the_tasks_whoever_is_done_first() -> None:
    assert list(in_order(iter(range(50)), slow_first, threads=4, held=8)) == list(range(50))


def test_no_more_tasks_are_taken_than_there_is_room_for() -> None:
    taken = 0

    def tasks() -> Iterator[int]:
        nonlocal taken
        for task in range(40):
            taken += 1
            yield task

    beyond = []
    for done, _ in enumerate(in_order(tasks(), slow_first, threads=2, held=5), 1):
        time.sleep(0.001)
        beyond.append(taken - done)

    assert max(beyond) <= 5


def test_what_the_work_raises_is_raised_at_its_place() -> None:
    def work(task: int) -> int:
        return 1 // (3 - task)

    seen: list[int] = []
    with pytest.raises(ZeroDivisionError):
        seen.extend(in_order(iter(range(9)), work, threads=2, held=4))

    assert seen == [0, 0, 1]


def test_what_the_tasks_raise_is_raised_after_those_before() -> None:
    def tasks() -> Iterator[int]:
        yield from range(3)
        raise NotADirectoryError

    seen: list[int] = []
    with pytest.raises(NotADirectoryError):
        seen.extend(in_order(tasks(), slow_first, threads=2, held=4))

    assert seen == [0, 1, 2]


@pytest.mark.parametrize("held", [1, 2, 7])
def test_left_early_it_takes_nothing_more_and_leaves_no_thread(held: int) -> None:
    before = threading.active_count()
    taken = []

    def tasks() -> Iterator[int]:
        for task in range(1000):
            taken.append(task)
            yield task

    results = in_order(tasks(), slow_first, threads=2, held=held)
    assert isinstance(results, Iterator)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]

    assert threading.active_count() == before
    assert len(taken) <= held + 2
