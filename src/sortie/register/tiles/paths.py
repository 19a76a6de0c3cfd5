"""The names of the published files: ``tile/<L>/<N>[.p/<W>]`` and ``tile/entries/<N>[.p/<W>]``.

Source:   C2SP tlog-tiles v0.1.0, "Merkle Tree", "Partial Tiles" and "Log entries"
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sortie.register.tree import TreeShrank, check_size

WIDTH = 256
# A tile holds every eighth level of the tree; those between are hashed again from it.
LEVELS = 8


@dataclass(frozen=True, slots=True)
class Tile:
    """A file of ``width`` hashes of level ``8 * level``, the first being ``256 * index``.

    >>> Tile(level=1, index=1234067, width=8).path
    'tile/1/x001/x234/067.p/8'
    """

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """The path under the prefix, with the width of a partial tile."""
        return f"tile/{self.level}/{_numbered(self.index)}{_part(self.width)}"


@dataclass(frozen=True, slots=True)
class Bundle:
    """A file of ``width`` entries, the first being ``256 * index``."""

    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """The path under the prefix, with the width of a partial bundle."""
        return f"tile/entries/{_numbered(self.index)}{_part(self.width)}"


def tiles_of(size: int, *, since: int = 0) -> Iterator[Tile]:
    """Yield the tiles of a register of this size that one of size ``since`` did not have.

    Raises:   SizeOutOfRange, TreeShrank

    >>> [tile.path for tile in tiles_of(70_000, since=69_888)]
    ['tile/0/273.p/112']
    >>> [tile.path for tile in tiles_of(256)]
    ['tile/0/000', 'tile/1/000.p/1']
    """
    check_size(size, since)
    if since > size:
        raise TreeShrank(since, size)
    level = 0
    while size:
        yield from (Tile(level, index, width) for index, width in _stretches(size, since))
        size, since, level = size // WIDTH, since // WIDTH, level + 1


def bundles_of(size: int, *, since: int = 0) -> Iterator[Bundle]:
    """Yield the bundles of a register of this size that one of size ``since`` did not have.

    Raises:   SizeOutOfRange, TreeShrank
    """
    return (Bundle(t.index, t.width) for t in tiles_of(size, since=since) if t.level == 0)


def _stretches(size: int, since: int) -> Iterator[tuple[int, int]]:
    """Yield the place and the width of each file, full ones first; nothing when nothing is new."""
    for index in range(since // WIDTH, size // WIDTH):
        yield index, WIDTH
    if size % WIDTH and size > since:
        yield size // WIDTH, size % WIDTH


def _numbered(index: int) -> str:
    digits = str(index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    parts = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    return "/".join([*(f"x{part}" for part in parts[:-1]), parts[-1]])


def _part(width: int) -> str:
    return "" if width == WIDTH else f".p/{width}"
