"""Publishing: the files of a register that grew, and the checkpoint last."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sortie.register.tiles.bundles import packed
from sortie.register.tiles.errors import EntriesMissing
from sortie.register.tiles.files import content, publish, replace, settle
from sortie.register.tiles.paths import LEVELS, WIDTH, Bundle, Tile, bundles_of, tiles_of
from sortie.register.tree import Node, Nodes, read_nodes

CHECKPOINT = "checkpoint"
# A source of entries: those from the first index up to the second, in order.
Entries = Callable[[int, int], Sequence[bytes]]


def write_tiles(folder: Path, *, size: int, nodes: Nodes, entries: Entries, since: int = 0) -> int:
    """Return how many files were written for a register of this size, all durable.

    ``since`` is the size published before, to spare reading it again: the files up to it are not
    looked at, and ``0`` is always right. A file that is there and says another thing is never
    replaced. Partial files of earlier sizes stay, for who still reads an earlier checkpoint. Call
    ``write_checkpoint`` after, never before.

    Raises:   SizeOutOfRange, TreeShrank, TileRewritten, FileNotRead, FileNotWritten, EntryTooLong;
              EntriesMissing, NodesMissing, NotAHash: from the sources
    """
    paths, written = [], 0
    for path, said in _files(size, since, nodes, entries):
        written += publish(folder, path, said)
        paths.append(path)
    settle(folder, paths)
    return written


def write_checkpoint(folder: Path, text: str) -> None:
    """Publish a checkpoint in place of the one before. Its tiles must be written already.

    Source:   C2SP tlog-tiles v0.1.0, "Checkpoints"
    Raises:   FileNotWritten
    """
    replace(folder, CHECKPOINT, text.encode())


def published_checkpoint(folder: Path) -> bytes | None:
    """Return the checkpoint as it stands in the folder, unread; nothing before the first one.

    Raises:   FileNotRead
    """
    return content(folder, CHECKPOINT)


def _files(size: int, since: int, nodes: Nodes, entries: Entries) -> Iterator[tuple[str, bytes]]:
    for bundle in bundles_of(size, since=since):
        yield bundle.path, packed(_entries_of(bundle, entries))
    for tile in tiles_of(size, since=since):
        yield tile.path, b"".join(_hashes_of(tile, nodes))


def _entries_of(bundle: Bundle, entries: Entries) -> Sequence[bytes]:
    start = bundle.index * WIDTH
    given = entries(start, start + bundle.width)
    if len(given) != bundle.width:
        raise EntriesMissing(bundle.width, len(given))
    return given


def _hashes_of(tile: Tile, nodes: Nodes) -> Sequence[bytes]:
    first = tile.index * WIDTH
    asked = [Node(tile.level * LEVELS, first + at) for at in range(tile.width)]
    return read_nodes(nodes, asked)
