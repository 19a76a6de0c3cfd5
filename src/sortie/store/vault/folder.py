"""The folder of the keys: made whole or not at all, and closed to everyone but its owner."""

import fcntl
import os
import secrets
import stat
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sortie.store.errors import KeysExposed, KeysMissing, KeysNotKept
from sortie.store.vault import vault_file
from sortie.store.vault.seals import KEY_BYTES

MASTER = "master.key"
VAULT = "vault.db"
SIGNING = "signing"
"""Where the keys of the register are; its own room makes and reads them."""
FOLDER_MODE = 0o700
FILE_MODE = 0o600
_OTHERS = 0o077


def create(folder: Path) -> None:
    """Make a new master key and a new vault, unless they are there.

    The trap: asked beside a database that holds something, it would make keys that open nothing.

    Raises:   KeysExposed, KeysNotKept
    """
    with _kept(folder):
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        with _alone(folder) as file:
            if not (folder / MASTER).exists():
                _check_mode(folder)
                _make(folder)
            os.fsync(file)
        _sync(folder.parent)
    master_of(folder)


def master_of(folder: Path) -> bytes:
    """Return the master key of a whole folder that only its owner opens.

    Raises:   KeysMissing, KeysExposed
    """
    for path in (folder, folder / MASTER, folder / VAULT):
        _check_mode(path)
    try:
        key = b64decode((folder / MASTER).read_text(encoding="ascii").rstrip(), validate=True)
    except (OSError, ValueError) as wrong:
        raise KeysMissing(str(folder / MASTER)) from wrong
    if len(key) != KEY_BYTES:
        raise KeysMissing(str(folder / MASTER))
    return key


def _make(folder: Path) -> None:
    """Make the vault first: without the master key, the folder is taken for one not made yet."""
    master = secrets.token_bytes(KEY_BYTES)
    for name in (VAULT, f"{VAULT}-journal", f"{MASTER}.new"):
        (folder / name).unlink(missing_ok=True)
    os.close(_new(folder / VAULT))
    vault_file.lay_out(folder / VAULT, master)
    with os.fdopen(_new(folder / f"{MASTER}.new"), "wb") as file:
        file.write(b64encode(master) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    (folder / f"{MASTER}.new").rename(folder / MASTER)


def _new(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, FILE_MODE)


def _check_mode(path: Path) -> None:
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
    except OSError as missing:
        raise KeysMissing(str(path)) from missing
    if mode & _OTHERS:
        raise KeysExposed(str(path), f"{mode:04o}")


@contextmanager
def _alone(folder: Path) -> Iterator[int]:
    """Hold the folder against another that makes its keys; yield it, to be synced."""
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file
    finally:
        os.close(file)


def _sync(folder: Path) -> None:
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)


@contextmanager
def _kept(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise KeysNotKept(str(folder), os.strerror(error.errno or 0)) from error
