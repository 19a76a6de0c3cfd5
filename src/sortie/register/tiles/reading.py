"""Reading what is published: the hashes of any complete subtree, and the entries."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sortie.register.tiles.bundles import unpacked
from sortie.register.tiles.errors import BundleCountWrong, TileLengthWrong, TileMissing
from sortie.register.tiles.files import content
from sortie.register.tiles.paths import LEVELS, WIDTH, Bundle, Tile, bundles_of
from sortie.register.tree import HASH_BYTES, IndexOutsideTree, Node, Nodes, node_hash, stored_at


def tile_nodes(folder: Path, size: int) -> Nodes:
    """Return a source of the hashes of a published register of this size.

    What it gives is what the files say: only a proof that leads to a signed root makes it sure.

    Raises:   when it is asked: IndexOutsideTree, TileMissing, TileLengthWrong, FileNotRead
    """

    def nodes(asked: Sequence[Node]) -> list[bytes]:
        tiles = [_tile_of(node, size) for node in asked]
        read = {tile: read_tile(folder, tile) for tile in set(tiles)}
        return [_hashed(node, read[tile]) for node, tile in zip(asked, tiles, strict=True)]

    return nodes


def read_entries(folder: Path, size: int) -> Iterator[bytes]:
    """Yield every entry of a published register of this size, in order, unread.

    Raises:   SizeOutOfRange, TileMissing, BundleCutShort, BundleCountWrong, FileNotRead
    """
    for bundle in bundles_of(size):
        yield from read_bundle(folder, bundle)


def read_bundle(folder: Path, bundle: Bundle) -> tuple[bytes, ...]:
    """Return the entries of a bundle; a partial one is read from the full one when it is gone.

    Raises:   TileMissing, BundleCutShort, BundleCountWrong, FileNotRead
    """
    path, raw = _content(folder, bundle, Bundle(bundle.index))
    found, expected = unpacked(raw, path), _width_of(path, bundle)
    if len(found) != expected:
        raise BundleCountWrong(path, expected, len(found))
    return found[: bundle.width]


def read_tile(folder: Path, tile: Tile) -> bytes:
    """Return the hashes of a tile; a partial one is read from the full one when it is gone.

    Source:   C2SP tlog-tiles v0.1.0, "Partial Tiles"
    Raises:   TileMissing, TileLengthWrong, FileNotRead
    """
    path, raw = _content(folder, tile, Tile(tile.level, tile.index))
    expected = HASH_BYTES * _width_of(path, tile)
    if len(raw) != expected:
        raise TileLengthWrong(path, expected, len(raw))
    return raw[: HASH_BYTES * tile.width]


def _content(folder: Path, wanted: Tile | Bundle, full: Tile | Bundle) -> tuple[str, bytes]:
    for path in (wanted.path, full.path):
        raw = content(folder, path)
        if raw is not None:
            return path, raw
    raise TileMissing(wanted.path)


def _width_of(path: str, wanted: Tile | Bundle) -> int:
    return wanted.width if path == wanted.path else WIDTH


def _tile_of(node: Node, size: int) -> Tile:
    """Return the tile that holds the subtree, or the smaller ones that make it."""
    leaf, _ = stored_at(node)
    if leaf >= size:
        raise IndexOutsideTree(leaf, size)
    level, above = divmod(node.level, LEVELS)
    index = (node.index << above) // WIDTH
    hashes = size >> (level * LEVELS)
    return Tile(level, index, min(WIDTH, hashes - index * WIDTH))


def _hashed(node: Node, tile: bytes) -> bytes:
    """Return the hash of a subtree, made from the hashes of its tile below it."""
    above = node.level % LEVELS
    first = (node.index << above) % WIDTH
    hashes = [
        tile[HASH_BYTES * at : HASH_BYTES * (at + 1)] for at in range(first, first + (1 << above))
    ]
    while len(hashes) > 1:
        hashes = [node_hash(*pair) for pair in zip(hashes[::2], hashes[1::2], strict=True)]
    return hashes[0]
