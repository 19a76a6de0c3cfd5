"""The proof file: that an entry stands in a register, verifiable on a machine without a network."""

from dataclasses import dataclass

from sortie.register.notes import (
    LARGEST,
    BrokenCheckpoint,
    BrokenNote,
    SignedCheckpoint,
    base64_of,
    bytes_of,
    number_of,
    read_checkpoint,
)
from sortie.register.proofs.errors import BrokenProof, ProofFault

HEADER = "c2sp.org/tlog-proof@v1"
LONGEST = 1_000_000
MOST_HASHES = 63
HASH_BYTES = 32
_EXTRA = "extra "
_INDEX = "index "


@dataclass(frozen=True, slots=True)
class ProofFile:
    """An entry's index, the hashes from it up to the root, the signed checkpoint of that root.

    The entry itself is not in it, and ``extra`` is authenticated by nothing.

    Raises:   BrokenProof
    """

    index: int
    hashes: tuple[bytes, ...]
    checkpoint_text: str
    extra: bytes | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.index <= LARGEST:
            raise BrokenProof(ProofFault.INDEX, 0)
        if len(self.hashes) > MOST_HASHES:
            raise BrokenProof(ProofFault.TOO_MANY_HASHES, 0)
        if any(len(each) != HASH_BYTES for each in self.hashes):
            raise BrokenProof(ProofFault.HASH_LENGTH, 0)
        if self.extra == b"":
            raise BrokenProof(ProofFault.EXTRA_EMPTY, 0)

    @property
    def checkpoint(self) -> SignedCheckpoint:
        """The checkpoint, read and not verified.

        Raises:   BrokenNote, BrokenCheckpoint
        """
        return read_checkpoint(self.checkpoint_text)

    def written(self) -> str:
        """Return the text of the file; ``read_proof`` reads it back, and reads nothing else.

        Source:   C2SP tlog-proof, as of 22 July 2026 (no version was tagged), Format
        """
        extra = "" if self.extra is None else f"{_EXTRA}{base64_of(self.extra)}\n"
        hashes = "".join(f"{base64_of(each)}\n" for each in self.hashes)
        return f"{HEADER}\n{extra}{_INDEX}{self.index}\n{hashes}\n{self.checkpoint_text}"


def read_proof(raw: bytes | str) -> ProofFile:
    """Return the proof of a file, whose checkpoint reads too. Nothing of it was verified.

    Give the bytes of the file: opened as text, its line ends would be changed.

    Source:   C2SP tlog-proof, as of 22 July 2026 (no version was tagged), Format
    Raises:   BrokenProof, BrokenNote, BrokenCheckpoint
    """
    text = _decoded(raw) if isinstance(raw, bytes) else raw
    if len(text) > LONGEST:
        raise BrokenProof(ProofFault.TOO_LONG, 0)
    head, blank, checkpoint = text.partition("\n\n")
    if not blank:
        raise BrokenProof(ProofFault.NO_BLANK_LINE, 0)
    lines = head.split("\n")
    if lines[0] != HEADER:
        raise BrokenProof(ProofFault.HEADER, 1)
    has_extra = len(lines) > 1 and lines[1].startswith(_EXTRA)
    extra = _extra(lines[1].removeprefix(_EXTRA)) if has_extra else None
    after = 2 if has_extra else 1
    index = _index(lines[after] if len(lines) > after else "", after + 1)
    hashes = _hashes(lines[after + 1 :], after + 2)
    _check_checkpoint(checkpoint, len(lines) + 1)
    return ProofFile(index, hashes, checkpoint, extra)


def _decoded(raw: bytes) -> str:
    if len(raw) > LONGEST:
        raise BrokenProof(ProofFault.TOO_LONG, 0)
    try:
        return raw.decode()
    except UnicodeDecodeError as broken:
        raise BrokenProof(ProofFault.NOT_UTF8, raw.count(b"\n", 0, broken.start) + 1) from None


def _extra(written: str) -> bytes:
    if not written:
        raise BrokenProof(ProofFault.EXTRA_EMPTY, 2)
    raw = bytes_of(written)
    if raw is None:
        raise BrokenProof(ProofFault.EXTRA_NOT_BASE64, 2)
    return raw


def _index(line: str, number: int) -> int:
    if not line.startswith(_INDEX):
        raise BrokenProof(ProofFault.NO_INDEX, number)
    index = number_of(line.removeprefix(_INDEX))
    if index is None or index > LARGEST:
        raise BrokenProof(ProofFault.INDEX, number)
    return index


def _hashes(lines: list[str], first: int) -> tuple[bytes, ...]:
    if len(lines) > MOST_HASHES:
        raise BrokenProof(ProofFault.TOO_MANY_HASHES, first + MOST_HASHES)
    found = []
    for number, line in enumerate(lines, first):
        raw = bytes_of(line)
        if raw is None:
            raise BrokenProof(ProofFault.HASH_NOT_BASE64, number)
        if len(raw) != HASH_BYTES:
            raise BrokenProof(ProofFault.HASH_LENGTH, number)
        found.append(raw)
    return tuple(found)


def _check_checkpoint(text: str, lines_before: int) -> None:
    try:
        read_checkpoint(text)
    except (BrokenNote, BrokenCheckpoint) as error:
        # The reader counts the lines of the file, not those of the checkpoint in it.
        error.line += lines_before if error.line else 0
        raise
