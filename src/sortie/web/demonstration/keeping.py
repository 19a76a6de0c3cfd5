"""The folder of the demonstration: what is kept there, for which day, made by which program."""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import sortie
from sortie import demonstration
from sortie.web.demonstration.errors import DemonstrationServed

STORE, STAMP = "demonstration.sqlite", "built.json"
_KEPT, _LOCK = "kept", "lock"
# These only show what was built.
_ONLY_SHOW = ("api", "cli", "papers", "words")
_SHOWN_BY_THE_WEB = ("drawing", "feeds", "filling", "forms", "frame", "pages", "site", "skins",
                     "static", "templates")  # fmt: skip
# Where a machine keeps files in its memory, nothing waits for the disk while it is built.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of its own is made there, for its owner)


@dataclass(slots=True)
class Folder:
    """The folder in the hands of this process, until the block of ``held`` ends."""

    path: Path
    lock: int

    @property
    def address(self) -> str:
        """The address of the store that is kept."""
        return address_in(self.path / _KEPT)

    def has(self, at: datetime) -> bool:
        """Whether what is kept was made for that day, by this very program."""
        try:
            stamp = json.loads((self.path / _KEPT / STAMP).read_text("ascii"))
        except (OSError, ValueError):
            return False
        return bool(stamp == _stamp(at))

    @contextmanager
    def making(self, at: datetime) -> Iterator[Path]:
        """Yield an empty folder; at the end of the block it replaces the one that is kept.

        Raises:   DemonstrationServed: someone else is looking at that one
        """
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as served:
            raise DemonstrationServed(str(self.path)) from served
        draft = _draft(self.path)
        try:
            yield draft
            (draft / STAMP).write_text(json.dumps(_stamp(at)), "ascii")
            self._keep(draft)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        fcntl.flock(self.lock, fcntl.LOCK_SH)

    def _keep(self, draft: Path) -> None:
        """Copy the draft beside what is kept, then put it in its place: whole, or not at all."""
        beside = self.path / "next"
        shutil.rmtree(beside, ignore_errors=True)
        shutil.copytree(draft, beside)
        shutil.rmtree(self.path / _KEPT, ignore_errors=True)
        beside.rename(self.path / _KEPT)


@contextmanager
def held(path: Path) -> Iterator[Folder]:
    """Yield the folder, made if need be; nobody builds it anew before the block ends."""
    path.mkdir(parents=True, exist_ok=True)
    lock = os.open(path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield Folder(path.resolve(), lock)
    finally:
        os.close(lock)


def address_in(folder: Path) -> str:
    """Return the address of the store of a folder."""
    return f"sqlite:///{folder / STORE}"


def _draft(beside: Path) -> Path:
    """Return an empty folder, in the memory of the machine if it has such a place."""
    if os.access(_IN_MEMORY, os.W_OK):
        return Path(tempfile.mkdtemp(prefix="sortie-", dir=_IN_MEMORY))
    return Path(tempfile.mkdtemp(prefix="draft-", dir=beside))


def _stamp(at: datetime) -> dict[str, str]:
    return {"day": demonstration.settled(at).date().isoformat(), "program": _program()}


@cache
def _program() -> str:
    """Return what changes when anything does that has a say in what is built."""
    found = hashlib.sha256()
    root = Path(sortie.__file__).parent
    for path in sorted(each for each in root.rglob("*") if each.is_file()):
        parts = path.relative_to(root).parts
        shows = parts[0] in _ONLY_SHOW or (parts[0] == "web" and parts[1] in _SHOWN_BY_THE_WEB)
        if not shows and "__pycache__" not in parts:
            found.update("/".join(parts).encode() + path.read_bytes())
    return found.hexdigest()
