"""From the entries alone it is known whether anything published was changed, and where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sortie import register
from tests.register.tiles.published import files, publish
from tests.register.trees import MANY, entry, grown

Damage = Callable[[bytes], bytes]


def faults(folder: Path, size: int = 300) -> list[tuple[str, str]]:
    """Return the code and the path of each fault, in the order they are found."""
    found = register.tile_faults(folder, size=size, root=grown().root(size))
    return [(fault.code, getattr(fault, "path", "")) for fault in found]


def damage(folder: Path, path: str, how: Damage) -> None:
    file = folder / path
    file.write_bytes(how(file.read_bytes()))


def first_bit(raw: bytes) -> bytes:
    return bytes([raw[0] ^ 1]) + raw[1:]


def last_bit(raw: bytes) -> bytes:
    return raw[:-1] + bytes([raw[-1] ^ 1])


def one_hash_less(raw: bytes) -> bytes:
    return raw[:-32]


def two_hashes_swapped(raw: bytes) -> bytes:
    return raw[32:64] + raw[:32] + raw[64:]


@pytest.mark.parametrize("size", [0, 1, 2, 255, 256, 257, 300, 511, 512, 513, MANY])
def test_nothing_is_wrong_in_what_was_just_published(tmp_path: Path, size: int) -> None:
    publish(tmp_path, grown(), size)
    assert faults(tmp_path, size) == []


def test_nothing_is_wrong_at_an_earlier_size_of_a_register_that_grew(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 200)
    publish(tmp_path, grown(), 300, since=200)
    assert (faults(tmp_path, 200), faults(tmp_path, 300)) == ([], [])


def test_one_bit_changed_in_any_file_is_found_in_that_file(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 200)
    publish(tmp_path, grown(), 300, since=200)
    for path in files(tmp_path):
        for how in (first_bit, last_bit):
            before = (tmp_path / path).read_bytes()
            damage(tmp_path, path, how)
            found = faults(tmp_path)
            if "entries" in path:
                assert found
            else:
                assert found == [("register.tile.differs", path)]
            (tmp_path / path).write_bytes(before)
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (one_hash_less, "register.tile.length"),
        (lambda raw: raw + raw[-32:], "register.tile.length"),
        (two_hashes_swapped, "register.tile.differs"),
        (lambda raw: raw[:32] * 2 + raw[64:], "register.tile.differs"),
    ],
)
@pytest.mark.parametrize("path", ["tile/0/000", "tile/0/001.p/44"])
def test_a_hash_dropped_added_swapped_or_duplicated_is_found(
    tmp_path: Path, path: str, how: Damage, code: str
) -> None:
    publish(tmp_path, grown(), 300)
    damage(tmp_path, path, how)
    assert faults(tmp_path) == [(code, path)]


def test_an_entry_changed_makes_its_tiles_and_the_root_differ(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    damage(tmp_path, "tile/entries/000", last_bit)
    assert faults(tmp_path) == [
        ("register.tile.differs", "tile/0/000"),
        ("register.tile.differs", "tile/1/000.p/1"),
        ("register.tree.roots_differ", ""),
    ]


def test_two_entries_of_one_length_swapped_are_found(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    one, other = entry(101), entry(202)
    damage(
        tmp_path, "tile/entries/000",
        lambda raw: raw.replace(one, b"-" * 9).replace(other, one).replace(b"-" * 9, other),
    )  # fmt: skip
    assert ("register.tree.roots_differ", "") in faults(tmp_path)


def test_a_bundle_that_cannot_be_read_is_the_last_thing_known(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    (tmp_path / "tile/entries/000").unlink()
    (tmp_path / "tile/0/000").unlink()
    assert faults(tmp_path) == [("register.tile.missing", "tile/entries/000")]


def test_a_tile_that_is_not_there_is_a_fault_and_not_an_end(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    (tmp_path / "tile/0/000").unlink()
    (tmp_path / "tile/1/000.p/1").unlink()
    assert faults(tmp_path) == [
        ("register.tile.missing", "tile/0/000"),
        ("register.tile.missing", "tile/1/000.p/1"),
    ]


def test_a_partial_bundle_of_an_earlier_size_must_say_the_same_entries(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 200)
    publish(tmp_path, grown(), 300, since=200)
    damage(tmp_path, "tile/entries/000.p/200", last_bit)
    assert faults(tmp_path) == [("register.tile.differs", "tile/entries/000.p/200")]


def test_another_root_than_that_of_the_entries_is_found(tmp_path: Path) -> None:
    publish(tmp_path, grown(), 300)
    found = register.tile_faults(tmp_path, size=300, root=grown().root(299))
    assert [fault.code for fault in found] == ["register.tree.roots_differ"]


def test_entries_are_checked_without_any_file() -> None:
    kept = grown()
    register.check_entries(iter(kept.entries), size=MANY, root=kept.root())
    with pytest.raises(register.RootsDiffer):
        register.check_entries(reversed(kept.entries), size=MANY, root=kept.root())
    with pytest.raises(register.EntriesMissing) as fewer:
        register.check_entries(kept.entries[:-1], size=MANY, root=kept.root())
    with pytest.raises(register.EntriesMissing) as more:
        register.check_entries([*kept.entries, b""], size=MANY, root=kept.root())
    assert (fewer.value.given, more.value.given) == (MANY - 1, MANY + 1)
