"""Registers published in a folder."""

from pathlib import Path

from sortie import register
from tests.register.trees import Kept


def publish(folder: Path, kept: Kept, size: int | None = None, *, since: int = 0) -> int:
    """Write the files of the register at this size; return how many had to be written."""
    size = kept.size if size is None else size
    return register.write_tiles(
        folder, size=size, nodes=kept.nodes, entries=kept.between, since=since
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return what every file of a folder says."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
