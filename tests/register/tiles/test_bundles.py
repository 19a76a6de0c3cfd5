"""A bundle gives back the entries put in it, and is refused when it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import register
from sortie.register import tiles


@given(st.lists(st.binary(max_size=300)))
def test_the_entries_come_back_in_order(entries: list[bytes]) -> None:
    assert list(tiles.unpacked(tiles.packed(entries), "a bundle")) == entries


def test_each_entry_follows_its_length_on_16_bits() -> None:
    assert tiles.packed([b"ab", b"", b"c" * 258]) == b"\0\2ab" + b"\0\0" + b"\1\2" + b"c" * 258


@given(st.lists(st.binary(max_size=20), min_size=1), st.data())
def test_a_bundle_cut_anywhere_inside_an_entry_is_refused_with_its_place(
    entries: list[bytes], data: st.DataObject
) -> None:
    raw = tiles.packed(entries)
    ends = [len(tiles.packed(entries[:count])) for count in range(len(entries) + 1)]
    cut = data.draw(st.integers(0, len(raw)))
    if cut in ends:
        assert list(tiles.unpacked(raw[:cut], "a bundle")) == entries[: ends.index(cut)]
        return
    with pytest.raises(register.BundleCutShort) as refused:
        tiles.unpacked(raw[:cut], "a bundle")
    assert refused.value.place == sum(end <= cut for end in ends) - 1
    assert refused.value.path == "a bundle"


def test_the_longest_entry_is_taken_and_one_more_byte_is_not() -> None:
    longest = b"x" * 65_535
    assert tiles.unpacked(tiles.packed([longest]), "a bundle") == (longest,)
    with pytest.raises(register.EntryTooLong) as refused:
        tiles.packed([b"short", longest + b"x"])
    assert refused.value.length == 65_536
