"""What the published files cannot be: one class a cause.

TileError
├── TileMissing          the file is not there
├── TileLengthWrong      the file has another length than its path says
├── TileDiffers          the file says another thing than the entries
├── BundleCutShort       the bundle ends inside an entry
├── BundleCountWrong     the bundle holds more or fewer entries than its path says
├── EntriesMissing       the source gave another number of entries than it was asked
├── TileRewritten        a published file would change: the history was rewritten
├── FileNotRead          the system refused to read
└── FileNotWritten       the system refused to write, or to promise that the file will last
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.register.errors import RegisterError


class TileError(RegisterError):
    """A published file that cannot be, or could not be written."""

    code: ClassVar[str] = "register.tile"


@dataclass(eq=False)
class TileMissing(TileError):
    """A register of this size has this file."""

    path: str
    code: ClassVar[str] = "register.tile.missing"


@dataclass(eq=False)
class TileLengthWrong(TileError):
    """A tile has 32 bytes for each of its hashes."""

    path: str
    expected: int
    found: int
    code: ClassVar[str] = "register.tile.length"


@dataclass(eq=False)
class TileDiffers(TileError):
    """The hashes in the file are not those of the entries."""

    path: str
    code: ClassVar[str] = "register.tile.differs"


@dataclass(eq=False)
class BundleCutShort(TileError):
    """The length written before the entry of this place is more than what is left."""

    path: str
    place: int
    code: ClassVar[str] = "register.tile.bundle_cut"


@dataclass(eq=False)
class BundleCountWrong(TileError):
    """A bundle holds as many entries as its width."""

    path: str
    expected: int
    found: int
    code: ClassVar[str] = "register.tile.bundle_count"


@dataclass(eq=False)
class EntriesMissing(TileError):
    """The source of entries answered ``given`` for ``asked``."""

    asked: int
    given: int
    code: ClassVar[str] = "register.tile.entries_missing"


@dataclass(eq=False)
class TileRewritten(TileError):
    """What is published never changes: another register is in this folder, or this one forked."""

    path: str
    code: ClassVar[str] = "register.tile.rewritten"


@dataclass(eq=False)
class FileNotRead(TileError):
    """``reason`` is the system's own name for it, such as ``EIO``."""

    path: str
    reason: str
    code: ClassVar[str] = "register.tile.not_read"


@dataclass(eq=False)
class FileNotWritten(TileError):
    """``reason`` is the system's own name for it, such as ``ENOSPC``. Trying again is safe."""

    path: str
    reason: str
    code: ClassVar[str] = "register.tile.not_written"
