"""Entries in a file: each one after its length on 16 bits.

Source:   C2SP tlog-tiles v0.1.0, "Log entries"
"""

from collections.abc import Iterable

from sortie.register.leaves import LONGEST_ENTRY, EntryTooLong
from sortie.register.tiles.errors import BundleCutShort

_LENGTH_BYTES = 2


def packed(entries: Iterable[bytes]) -> bytes:
    """Return the bytes of a bundle.

    Raises:   EntryTooLong

    >>> packed([b"one", b""])
    b'\\x00\\x03one\\x00\\x00'
    """
    return b"".join(_length(entry) + entry for entry in entries)


def unpacked(raw: bytes, path: str) -> tuple[bytes, ...]:
    """Return the entries of a bundle; ``path`` is only to say which one it is.

    Raises:   BundleCutShort

    >>> unpacked(b"\\x00\\x03one\\x00\\x00", "tile/entries/000.p/2")
    (b'one', b'')
    """
    entries: list[bytes] = []
    at = 0
    while at < len(raw):
        start = at + _LENGTH_BYTES
        # One byte of length is not a length: the entry it begins is cut as well.
        at = start + int.from_bytes(raw[at:start], "big")
        if at > len(raw):
            raise BundleCutShort(path, len(entries))
        entries.append(raw[start:at])
    return tuple(entries)


def _length(entry: bytes) -> bytes:
    if len(entry) > LONGEST_ENTRY:
        raise EntryTooLong(len(entry))
    return len(entry).to_bytes(_LENGTH_BYTES, "big")
