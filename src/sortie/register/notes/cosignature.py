"""What a key signs of a checkpoint, by its kind, and how the time goes with the signature."""

import struct
from typing import assert_never

from sortie.register.notes.checkpoint import Checkpoint
from sortie.register.notes.spelling import LARGEST
from sortie.register.notes.vkeys import Kind, VKey

NO_TIME = 0
"""The timestamp of who does not say when: a register, of its own checkpoint."""
_STAMP_BYTES = 8
_LABEL = b"subtree/v1\n\0"
_SIGNATURE_BYTES = {Kind.ED25519: 64, Kind.COSIGNATURE: 64, Kind.ML_DSA_44: 2420}


def message_of(vkey: VKey, checkpoint: Checkpoint, timestamp: int) -> bytes:
    """Return the bytes that this key signs of this checkpoint.

    An Ed25519 key of a register signs the text alone, and its timestamp is not used.

    Source:   C2SP signed-note v1.0.0, Ed25519 signatures; tlog-cosignature v1.1.0-rc.1,
              Ed25519 signed message, ML-DSA-44 signed message
    Units:    POSIX seconds
    """
    text = checkpoint.text().encode()
    match vkey.kind:
        case Kind.ED25519:
            return text
        case Kind.COSIGNATURE:
            return b"cosignature/v1\ntime %d\n%b" % (timestamp, text)
        case Kind.ML_DSA_44:
            return b"".join((
                _LABEL, _prefixed(vkey.name), struct.pack(">Q", timestamp),
                _prefixed(checkpoint.origin), struct.pack(">QQ", 0, checkpoint.size),
                checkpoint.root,
            ))  # fmt: skip
        case _:
            assert_never(vkey.kind)


def stamped(kind: Kind, timestamp: int, signature: bytes) -> bytes:
    """Return the body of a signature line: the time first, for the kinds that say one."""
    return signature if kind is Kind.ED25519 else struct.pack(">Q", timestamp) + signature


def signed_at(vkey: VKey, checkpoint: Checkpoint, body: bytes) -> int | None:
    """Return the time this key signed the checkpoint at, ``NO_TIME`` if unsaid; None if false.

    Units:    POSIX seconds
    """
    timestamp = NO_TIME
    if vkey.kind is not Kind.ED25519:
        timestamp = int.from_bytes(body[:_STAMP_BYTES])
        body = body[_STAMP_BYTES:]
    if len(body) != _SIGNATURE_BYTES[vkey.kind] or timestamp > LARGEST:
        return None
    made = vkey.made(message_of(vkey, checkpoint, timestamp), body)
    return timestamp if made else None


def _prefixed(text: str) -> bytes:
    raw = text.encode()
    return bytes((len(raw),)) + raw
