"""Files that are there whole or not at all, and that say so when the system refuses."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import errorcode
from pathlib import Path

from sortie.register.tiles.errors import FileNotRead, FileNotWritten, TileRewritten

READABLE_BY_ALL = 0o644


def content(folder: Path, path: str) -> bytes | None:
    """Return what a file says, nothing when there is none.

    Raises:   FileNotRead
    """
    try:
        return (folder / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as wrong:
        raise FileNotRead(path, reason_of(wrong)) from wrong


def publish(folder: Path, path: str, said: bytes) -> bool:
    """Return whether the file had to be written; one that is there must say the same.

    Its content is durable, and its name once its folder is settled.

    Raises:   TileRewritten, FileNotRead, FileNotWritten
    """
    found = content(folder, path)
    if found is None:
        _put(folder, path, said)
    elif found != said:
        raise TileRewritten(path)
    return found is None


def replace(folder: Path, path: str, said: bytes) -> None:
    """Put a file in the place of another, durable at the return; a reader sees one or the other.

    Raises:   FileNotWritten
    """
    _put(folder, path, said)
    settle(folder, [path])


def settle(folder: Path, paths: Iterable[str]) -> None:
    """Make the names of these files durable, with those of the folders that lead to them.

    Of the files found there as well: who wrote them may have been stopped before this.

    Raises:   FileNotWritten
    """
    leading_to = {above: path for path in paths for above in Path(path).parents}
    for above, path in leading_to.items():
        with _said_as(path):
            _settle(folder / above)


def reason_of(wrong: OSError) -> str:
    """Return the system's own name for what went wrong."""
    return errorcode.get(wrong.errno or 0, "unknown")


def _put(folder: Path, path: str, said: bytes) -> None:
    """Write beside, then rename. A process killed in between leaves a dot file nobody reads."""
    file = folder / path
    beside = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    with _said_as(path):
        _make(folder)
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(beside, said)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def _said_as(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as wrong:
        raise FileNotWritten(path, reason_of(wrong)) from wrong


def _write(file: Path, said: bytes) -> None:
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, READABLE_BY_ALL)
    with os.fdopen(opened, "wb") as out:
        out.write(said)
        out.flush()
        os.fsync(out.fileno())


def _make(folder: Path) -> None:
    """Make the folder of everything and those above it, each durable in the one that holds it."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        _settle(folder.parent)


def _settle(folder: Path) -> None:
    """Make the names in a folder durable."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
