"""Each file has one path, the one every reader of C2SP tiles will ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import register


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (register.Tile(0, 0), "tile/0/000"),
        (register.Tile(0, 999), "tile/0/999"),
        (register.Tile(0, 1000), "tile/0/x001/000"),
        (register.Tile(0, 1_000_000), "tile/0/x001/x000/000"),
        (register.Tile(63, 1_234_067, 255), "tile/63/x001/x234/067.p/255"),
        (register.Bundle(273, 112), "tile/entries/273.p/112"),
        (register.Bundle(1_234_067), "tile/entries/x001/x234/067"),
    ],
)
def test_a_path_is_written_in_groups_of_three_digits(
    tile: register.Tile | register.Bundle, path: str
) -> None:
    assert tile.path == path


def test_a_register_of_70_000_entries_has_the_tiles_of_the_specification() -> None:
    found = [(tile.level, tile.width) for tile in register.tiles_of(70_000)]
    assert found.count((0, 256)) == 273
    assert [each for each in found if each != (0, 256)] == [(0, 112), (1, 256), (1, 17), (2, 1)]


def test_a_register_of_256_entries_has_a_full_tile_and_one_hash_above() -> None:
    assert list(register.tiles_of(256)) == [register.Tile(0, 0), register.Tile(1, 0, 1)]


def test_an_empty_register_has_no_file() -> None:
    assert list(register.tiles_of(0)) == []
    assert list(register.bundles_of(0)) == []


@given(st.integers(0, 200_000), st.integers(0, 70_000))
def test_what_grew_is_exactly_what_was_not_there(since: int, more: int) -> None:
    before, after = set(register.tiles_of(since)), set(register.tiles_of(since + more))
    assert set(register.tiles_of(since + more, since=since)) == after - before


@given(st.integers(0, 200_000))
def test_the_tiles_of_a_level_hold_every_hash_of_it_once(size: int) -> None:
    for level in range(4):
        widths = [tile.width for tile in register.tiles_of(size) if tile.level == level]
        assert sum(widths) == size // 256**level
        assert all(width == 256 for width in widths[:-1])


@given(st.integers(0, 200_000))
def test_there_is_a_bundle_for_each_tile_of_leaves(size: int) -> None:
    leaves = [(tile.index, tile.width) for tile in register.tiles_of(size) if tile.level == 0]
    assert [(bundle.index, bundle.width) for bundle in register.bundles_of(size)] == leaves


def test_a_register_that_shrank_has_no_new_tiles_and_is_refused() -> None:
    with pytest.raises(register.TreeShrank):
        list(register.tiles_of(255, since=256))


def test_a_size_that_no_register_has_is_refused() -> None:
    with pytest.raises(register.SizeOutOfRange):
        list(register.tiles_of(-1))
