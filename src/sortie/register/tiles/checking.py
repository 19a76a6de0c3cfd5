"""Checking a register from its entries alone: nothing else in the files is believed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from sortie.register.errors import RegisterError
from sortie.register.tiles.bundles import packed
from sortie.register.tiles.errors import EntriesMissing, TileDiffers
from sortie.register.tiles.paths import LEVELS, WIDTH, Bundle, Tile, bundles_of
from sortie.register.tiles.reading import read_bundle, read_tile
from sortie.register.tree import HASH_BYTES, Growth, RootsDiffer

Published = TypeVar("Published", Tile, Bundle)


def check_entries(entries: Iterable[bytes], *, size: int, root: bytes) -> None:
    """Return nothing when these entries, and no others, make this root.

    Raises:   EntriesMissing: more or fewer of them; RootsDiffer
    """
    growth = Growth()
    for entry in entries:
        growth.add(entry)
    if growth.size != size:
        raise EntriesMissing(size, growth.size)
    if growth.root() != root:
        raise RootsDiffer(size)


def tile_faults(folder: Path, *, size: int, root: bytes) -> tuple[RegisterError, ...]:
    """Return what is wrong in the files of a published register, nothing when all is right.

    The entries are hashed again, and every tile compared with what they make, those of earlier
    sizes too. After a bundle that cannot be read nothing more can be known: it is the last fault.

    Raises:   SizeOutOfRange
    """
    return tuple(_faults(folder, size, root))


def _faults(folder: Path, size: int, root: bytes) -> Iterator[RegisterError]:
    growth, columns = Growth(), _Columns(folder)
    for bundle in bundles_of(size):
        try:
            entries = read_bundle(folder, bundle)
        except RegisterError as fault:
            yield fault
            return
        for earlier in _earlier(folder, bundle):
            yield from _compared(folder, earlier, packed(entries[: earlier.width]))
        for entry in entries:
            yield from columns.put(growth.add(entry))
    yield from columns.end()
    if growth.root() != root:
        yield RootsDiffer(size)


class _Columns:
    """The hashes of the tile being filled at each level, compared with its file when complete."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._filled: list[bytearray] = []
        self._index: list[int] = []

    def put(self, completed: bytes) -> Iterator[RegisterError]:
        """Take what one entry completed; yield the faults of the tiles this ends."""
        for level, at in enumerate(range(0, len(completed), HASH_BYTES * LEVELS)):
            if level == len(self._filled):
                self._filled.append(bytearray())
                self._index.append(0)
            self._filled[level] += completed[at : at + HASH_BYTES]
            if len(self._filled[level]) == HASH_BYTES * WIDTH:
                yield from self._tile_ended(level)
                self._filled[level].clear()
                self._index[level] += 1

    def end(self) -> Iterator[RegisterError]:
        """Yield the faults of the tiles at the right edge."""
        for level, hashes in enumerate(self._filled):
            if hashes:
                yield from self._tile_ended(level)

    def _tile_ended(self, level: int) -> Iterator[RegisterError]:
        hashes = bytes(self._filled[level])
        tile = Tile(level, self._index[level], len(hashes) // HASH_BYTES)
        for each in (tile, *_earlier(self._folder, tile)):
            yield from _compared(self._folder, each, hashes[: HASH_BYTES * each.width])


def _compared(folder: Path, file: Tile | Bundle, expected: bytes) -> Iterator[RegisterError]:
    """Yield what is wrong with one file, if anything is."""
    try:
        if isinstance(file, Tile):
            found = read_tile(folder, file)
        else:
            found = packed(read_bundle(folder, file))
    except RegisterError as fault:
        yield fault
    else:
        if found != expected:
            yield TileDiffers(file.path)


def _earlier(folder: Path, file: Published) -> list[Published]:
    """Return the partial files of this place that are still published for smaller sizes."""
    beside = (folder / replace(file, width=1).path).parent
    widths = sorted(int(each.name) for each in beside.glob("[0-9]*") if each.name.isdecimal())
    return [replace(file, width=width) for width in widths if width < file.width]
