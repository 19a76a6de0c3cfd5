"""A memory that is chosen: what fits into it, and the least there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import population

MB = 1_000_000


@given(memory=st.integers(0, 64_000), threads=st.integers(1, 64))
def test_a_larger_memory_never_holds_less(memory: int, threads: int) -> None:
    try:
        room = population.Room.of(memory * MB, threads)
    except population.TooLittleMemory as refused:
        assert memory < refused.least
        return
    more = population.Room.of((memory + 100) * MB, threads)
    assert 1 <= room.threads <= threads
    assert room.threads < room.held
    assert (more.threads, more.held) >= (room.threads, room.held)


def test_the_least_that_is_named_is_enough() -> None:
    with pytest.raises(population.TooLittleMemory) as refused:
        population.Room.of(0, 2)

    assert population.Room.of(refused.value.least * MB, 2).threads == 1
