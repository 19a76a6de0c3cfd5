"""Checkpoints: the size and the root of a register at one moment, in three lines."""

from dataclasses import dataclass

from sortie.register.notes.errors import BrokenCheckpoint, CheckpointFault
from sortie.register.notes.spelling import FOREIGN, LARGEST, base64_of, bytes_of, number_of

LONGEST_ORIGIN = 255
"""In bytes: the message that ML-DSA-44 signs gives an origin one byte for its length."""
ROOT_BYTES = 32


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a register says of itself: its name, how many entries it holds, their root.

    >>> print(Checkpoint("example.org/register", 0, bytes(32)).text(), end="")
    example.org/register
    0
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
    """

    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        if not self.origin or "\n" in self.origin or FOREIGN.search(self.origin):
            raise BrokenCheckpoint(CheckpointFault.ORIGIN, 1)
        if len(self.origin.encode()) > LONGEST_ORIGIN:
            raise BrokenCheckpoint(CheckpointFault.LONG_ORIGIN, 1)
        if self.size < 0:
            raise BrokenCheckpoint(CheckpointFault.SIZE, 2)
        if self.size > LARGEST:
            raise BrokenCheckpoint(CheckpointFault.LARGE_SIZE, 2)
        if len(self.root) != ROOT_BYTES:
            raise BrokenCheckpoint(CheckpointFault.ROOT_LENGTH, 3)

    def text(self) -> str:
        """Return the three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64_of(self.root)}\n"


def checkpoint_of(text: str) -> Checkpoint:
    """Return the checkpoint of the text of a note, refusing any text it would not write.

    Extension lines are refused, though the specification lets a register write some: the
    signature of ML-DSA-44 does not cover them, so that anyone could change them.

    Source:   C2SP tlog-checkpoint v1.0.0, Note text
    Raises:   BrokenCheckpoint
    """
    lines = text.removesuffix("\n").split("\n")
    if "" in lines:
        raise BrokenCheckpoint(CheckpointFault.EMPTY_LINE, lines.index("") + 1)
    if len(lines) < 3:
        raise BrokenCheckpoint(CheckpointFault.FEW_LINES, len(lines))
    if len(lines) > 3:
        raise BrokenCheckpoint(CheckpointFault.EXTRA_LINE, 4)
    origin, written_size, written_root = lines
    size = number_of(written_size)
    if size is None:
        raise BrokenCheckpoint(CheckpointFault.SIZE, 2)
    root = bytes_of(written_root)
    if root is None:
        raise BrokenCheckpoint(CheckpointFault.ROOT_NOT_BASE64, 3)
    return Checkpoint(origin, size, root)
