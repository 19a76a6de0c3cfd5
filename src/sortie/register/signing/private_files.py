"""Files that only their owner opens, written so that a power cut leaves the old or the new."""

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sortie.register.signing.errors import BrokenKeys, KeysExposed, KeysFault, NotKept

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Make the folder, and the missing ones above it, closed to others.

    Raises:   KeysExposed: it was there, and others may open it
              NotKept
    """
    with _kept(folder):
        for each in (*reversed(folder.parents), folder):
            if not each.exists():
                each.mkdir(mode=FOLDER_MODE)
                _sync_folder(each.parent)
    check_folder(folder)


def check_folder(folder: Path) -> None:
    """Refuse a folder that others than its owner may open.

    Raises:   KeysExposed
    """
    _check_mode(folder, folder.stat().st_mode)


def write(path: Path, text: str) -> None:
    """Replace the file by this text; on return it is on the disk, whole, under its name.

    Raises:   NotKept: the file is as it was
    """
    new = path.with_name(f"{path.name}.new")
    with _kept(path):
        new.unlink(missing_ok=True)
        try:
            _write_new(new, text.encode())
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def read(path: Path) -> str:
    """Return the text of a file, with its newlines as they are.

    Raises:   KeysExposed, BrokenKeys
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        raise BrokenKeys(str(path), KeysFault.CANNOT_OPEN) from None
    with os.fdopen(file, "rb") as opened:
        mode = os.fstat(file).st_mode
        if not stat.S_ISREG(mode):
            raise BrokenKeys(str(path), KeysFault.NOT_A_FILE)
        _check_mode(path, mode)
        raw = opened.read()
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise BrokenKeys(str(path), KeysFault.NOT_UTF8) from None


def remove(path: Path) -> None:
    """Remove the file; on return the disk knows.

    Raises:   NotKept
    """
    with _kept(path):
        path.unlink()
        _sync_folder(path.parent)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder against every other process and thread, until the block ends.

    Raises:   NotKept: there is nothing to lock
    """
    with _kept(folder):
        file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


@contextmanager
def _kept(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotKept(str(path), errno.errorcode.get(error.errno or 0, "?")) from error


def _write_new(path: Path, raw: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
    with os.fdopen(os.open(path, flags, FILE_MODE), "wb") as opened:
        opened.write(raw)
        opened.flush()
        os.fsync(opened.fileno())


def _sync_folder(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _check_mode(path: Path, mode: int) -> None:
    if stat.S_IMODE(mode) & _OTHERS:
        raise KeysExposed(str(path), f"{stat.S_IMODE(mode):04o}")
