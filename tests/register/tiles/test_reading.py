"""What is published is enough to make every proof, and damage is named by its file."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sortie import register
from tests.register.tiles.published import publish
from tests.register.trees import MANY, Kept, entry, grown

# Sizes published one after the other in the folder of these tests, each with its partial files.
PUBLISHED = (1, 2, 3, 7, 8, 100, 255, 256, 257, 300, 511, 512, 513, 599, MANY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, since = tmp_path_factory.mktemp("published"), 0
    for size in PUBLISHED:
        publish(path, grown(), size, since=since)
        since = size
    return path


@settings(max_examples=40)
@given(size=st.sampled_from(PUBLISHED), data=st.data())
def test_the_files_give_the_proofs_that_the_register_gives(
    folder: Path, size: int, data: st.DataObject
) -> None:
    kept, nodes = grown(), register.tile_nodes(folder, size)
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))

    assert register.root_of(size, nodes) == kept.root(size)
    assert register.inclusion_proof(index, size, nodes) == register.inclusion_proof(
        index, size, kept.nodes
    )
    assert register.consistency_proof(old, size, nodes) == register.consistency_proof(
        old, size, kept.nodes
    )


@pytest.mark.parametrize("size", [0, *PUBLISHED])
def test_the_files_give_the_entries_back(folder: Path, size: int) -> None:
    assert list(register.read_entries(folder, size)) == grown().entries[:size]


def test_every_complete_subtree_can_be_read(tmp_path: Path) -> None:
    publish(tmp_path, grown())
    asked = [
        register.Node(level, index)
        for level in range(MANY.bit_length())
        for index in range(MANY >> level)
    ]
    assert register.tile_nodes(tmp_path, MANY)(asked) == grown().nodes(asked)


def test_subtrees_above_the_first_tiles_are_read_from_the_tiles_above(
    large: Kept, large_folder: Path
) -> None:
    size = large.size
    asked = [register.Node(level, 0) for level in range(17)]
    asked += [register.Node(level, (size >> level) - 1) for level in range(17)]
    assert register.tile_nodes(large_folder, size)(asked) == large.nodes(asked)


def test_a_partial_tile_that_is_gone_is_read_from_the_full_one(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    publish(tmp_path, grown(), 512, since=300)
    (tmp_path / "tile/0/001.p/44").unlink()
    (tmp_path / "tile/entries/001.p/44").unlink()
    assert register.root_of(300, register.tile_nodes(tmp_path, 300)) == grown().root(300)
    assert list(register.read_entries(tmp_path, 300)) == grown().entries[:300]


def test_a_subtree_outside_the_register_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    with pytest.raises(register.IndexOutsideTree) as refused:
        register.tile_nodes(tmp_path, 300)([register.Node(2, 75)])
    assert (refused.value.index, refused.value.size) == (303, 300)


def test_a_tile_that_is_not_there_is_named(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    (tmp_path / "tile/0/001.p/44").unlink()
    with pytest.raises(register.TileMissing) as refused:
        register.root_of(300, register.tile_nodes(tmp_path, 300))
    assert refused.value.path == "tile/0/001.p/44"


@pytest.mark.parametrize("length", [0, 44 * 32 - 1, 44 * 32 + 1, 44 * 32 + 32])
def test_a_tile_of_another_length_is_named(tmp_path: Path, length: int) -> None:
    publish(tmp_path, grown(), 300)
    (tmp_path / "tile/0/001.p/44").write_bytes(bytes(length))
    with pytest.raises(register.TileLengthWrong) as refused:
        register.root_of(300, register.tile_nodes(tmp_path, 300))
    assert (refused.value.expected, refused.value.found) == (44 * 32, length)


def test_a_bundle_that_is_not_there_is_named(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    (tmp_path / "tile/entries/000").unlink()
    with pytest.raises(register.TileMissing) as refused:
        list(register.read_entries(tmp_path, 300))
    assert refused.value.path == "tile/entries/000"


@pytest.mark.parametrize(("change", "found"), [(b"\0\0", 45), (b"", 43)])
def test_a_bundle_with_another_number_of_entries_is_named(
    tmp_path: Path, change: bytes, found: int
) -> None:
    publish(tmp_path, grown(), 300)
    bundle = tmp_path / "tile/entries/001.p/44"
    last = len(entry(299)) + 2
    raw = bundle.read_bytes()
    bundle.write_bytes(raw + change if change else raw[:-last])
    with pytest.raises(register.BundleCountWrong) as refused:
        list(register.read_entries(tmp_path, 300))
    assert (refused.value.path, refused.value.found) == ("tile/entries/001.p/44", found)


def test_a_tile_that_lies_gives_a_proof_that_nobody_takes(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    tile = tmp_path / "tile/0/000"
    raw = tile.read_bytes()
    tile.write_bytes(bytes([raw[0] ^ 1]) + raw[1:])

    proof = register.inclusion_proof(1, 300, register.tile_nodes(tmp_path, 300))

    with pytest.raises(register.NotIncluded):
        register.check_inclusion(
            index=1, size=300, leaf=register.leaf_hash(entry(1)), proof=proof,
            root=grown().root(300),
        )  # fmt: skip
