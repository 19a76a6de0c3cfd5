"""A tree grows by one entry at a time, and every hash it will ever need is given once."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import register
from tests.register.trees import MANY, SIZES, entry, grown, tree_hash

# The eight entries of the first implementation of certificate transparency, and their roots.
KNOWN_ENTRIES = [
    bytes.fromhex(text)
    for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
KNOWN_ROOTS = {
    1: "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
    2: "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
    3: "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=",
    5: "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=",
    6: "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=",
    7: "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=",
    8: "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
}


def test_the_roots_are_those_everyone_knows() -> None:
    growth, roots = register.Growth(), {}
    for each in KNOWN_ENTRIES:
        growth.add(each)
        roots[growth.size] = b64encode(growth.root()).decode()
    assert {size: roots[size] for size in KNOWN_ROOTS} == KNOWN_ROOTS


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert register.Growth().root() == register.EMPTY_ROOT == tree_hash([])
    assert register.root_of(0, grown().nodes) == register.EMPTY_ROOT


def test_every_root_is_the_one_the_rfc_defines() -> None:
    growth, entries = register.Growth(), [entry(index) for index in range(130)]
    for size, each in enumerate(entries, start=1):
        growth.add(each)
        assert growth.root() == tree_hash(entries[:size])


@given(SIZES)
def test_an_earlier_root_is_still_there_in_a_larger_register(size: int) -> None:
    assert grown().root(size) == tree_hash(grown().entries[:size])


@given(st.integers(0, MANY), st.integers(0, MANY))
def test_growth_goes_on_from_the_peaks_as_if_it_had_never_stopped(stop: int, more: int) -> None:
    kept, size = grown(), min(MANY, stop + more)
    growth = register.Growth(stop, kept.nodes(register.peaks_of(stop)))

    assert [growth.add(each) for each in kept.between(stop, size)] == kept.hashes[stop:size]
    assert (growth.size, growth.root()) == (size, kept.root(size))
    assert list(growth.peaks) == kept.nodes(register.peaks_of(size))


def test_every_complete_subtree_is_stored_where_it_is_said_to_be() -> None:
    kept = grown()
    for level in range(MANY.bit_length()):
        for index in range(MANY >> level):
            entries = kept.between(index << level, (index + 1) << level)
            assert kept.nodes([register.Node(level, index)]) == [tree_hash(entries)]


def test_a_leaf_gives_its_own_hash_and_one_for_each_subtree_it_completes() -> None:
    kept = grown()
    for index, hashes in enumerate(kept.hashes):
        completed = ((index + 1) & -(index + 1)).bit_length()
        assert len(hashes) == 32 * completed
        assert hashes[:32] == register.leaf_hash(kept.entries[index])


def test_the_peaks_of_a_size_cover_it_from_left_to_right() -> None:
    assert register.peaks_of(0) == ()
    assert register.peaks_of(11) == ((3, 0), (1, 4), (0, 10))


def test_an_entry_and_a_node_of_the_same_bytes_have_two_hashes() -> None:
    left, right = bytes(32), bytes([1] * 32)
    assert register.leaf_hash(left + right) != register.node_hash(left, right)


@pytest.mark.parametrize("size", [-1, register.LARGEST_SIZE + 1, 2**64])
def test_a_size_that_no_register_has_is_refused(size: int) -> None:
    with pytest.raises(register.SizeOutOfRange):
        register.peaks_of(size)
    with pytest.raises(register.SizeOutOfRange):
        register.root_of(size, grown().nodes)
    with pytest.raises(register.SizeOutOfRange):
        register.Growth(size, [])


def test_a_full_register_takes_no_more() -> None:
    full = register.Growth(register.LARGEST_SIZE, [bytes(32)] * 63)
    with pytest.raises(register.SizeOutOfRange):
        full.add(b"one too many")
    assert full.size == register.LARGEST_SIZE


def test_peaks_of_another_size_are_refused() -> None:
    with pytest.raises(register.PeaksWrong) as refused:
        register.Growth(6, [bytes(32)])
    assert (refused.value.expected, refused.value.found) == (2, 1)


def test_a_peak_that_is_no_hash_is_refused() -> None:
    with pytest.raises(register.NotAHash) as refused:
        register.Growth(6, [bytes(32), bytes(31)])
    assert (refused.value.place, refused.value.at, refused.value.length) == ("peak", 1, 31)


def test_a_source_that_leaves_hashes_out_is_refused() -> None:
    with pytest.raises(register.NodesMissing) as refused:
        register.root_of(7, lambda asked: [bytes(32)] * (len(asked) - 1))
    assert (refused.value.asked, refused.value.given) == (3, 2)


def test_a_source_that_gives_half_a_hash_is_refused() -> None:
    with pytest.raises(register.NotAHash) as refused:
        register.root_of(7, lambda asked: [bytes(16)] * len(asked))
    assert (refused.value.place, refused.value.length) == ("node", 16)
