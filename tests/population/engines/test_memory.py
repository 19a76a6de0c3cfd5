"""A memory that is chosen: what fits into it, and the least there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import population

MB = 1_000_000


@given(memory=st.integers(0, 64_000), more=st.integers(0, 9_000), threads=st.integers(1, 64))
def test_a_larger_memory_never_holds_less(memory: int, more: int, threads: int) -> None:
    with pytest.raises(population.TooLittleMemory) as refused:
        population.Room.of(0, threads)
    least = refused.value.least

    small = population.Room.of((least + memory) * MB, threads)
    large = population.Room.of((least + memory + more) * MB, threads)

    assert 1 <= small.threads <= large.threads <= threads
    assert small.threads < small.held
    assert (large.threads, large.held) >= (small.threads, small.held)


def test_less_than_the_least_is_refused() -> None:
    with pytest.raises(population.TooLittleMemory) as refused:
        population.Room.of(0, 2)

    with pytest.raises(population.TooLittleMemory):
        population.Room.of((refused.value.least - 1) * MB, 2)
