"""Public keys in one line of text, and what they verify."""

import hashlib
from dataclasses import dataclass, field
from enum import IntEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey

from sortie.register.notes.errors import BrokenVKey, VKeyFault
from sortie.register.notes.spelling import base64_of, bytes_of, is_key_name

LONGEST_NAME = 255
"""In bytes: the message that ML-DSA-44 signs gives a name one byte for its length."""


class Kind(IntEnum):
    """The byte that says what a key signs, and how.

    Source:   C2SP signed-note v1.0.0, Signature types; tlog-cosignature v1.1.0-rc.1, Format
    """

    ED25519 = 0x01
    COSIGNATURE = 0x04
    ML_DSA_44 = 0x06


KEY_BYTES = {Kind.ED25519: 32, Kind.COSIGNATURE: 32, Kind.ML_DSA_44: 1312}


@dataclass(frozen=True, slots=True)
class VKey:
    """A public key with the name it signs under.

    The id is short and anyone can make another key with the same one: it finds a key, and
    proves nothing.
    """

    name: str
    kind: Kind
    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not is_key_name(self.name) or len(self.name.encode()) > LONGEST_NAME:
            raise BrokenVKey(VKeyFault.NAME)
        if len(self.key) != KEY_BYTES[self.kind]:
            raise BrokenVKey(VKeyFault.KEY_LENGTH)
        if self.kind is not Kind.ML_DSA_44 and _is_weak(self.key):
            raise BrokenVKey(VKeyFault.WEAK)

    @property
    def key_id(self) -> bytes:
        """The first four bytes of the digest of name, kind and key."""
        return key_id(self.name, self.kind, self.key)

    def text(self) -> str:
        """Return the key as ``name+id+base64``; ``VKey.read`` reads it back."""
        return f"{self.name}+{self.key_id.hex()}+{base64_of(bytes((self.kind,)) + self.key)}"

    @classmethod
    def read(cls, text: str) -> "VKey":
        """Return the key of one line, without its newline.

        Source:   C2SP signed-note v1.0.0, Verifier keys
        Raises:   BrokenVKey

        >>> line = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        >>> VKey.read(line).kind.name
        'ED25519'
        """
        parts = text.split("+", 2)
        if len(parts) != 3:
            raise BrokenVKey(VKeyFault.PARTS)
        name, written_id, written = parts
        if len(written_id) != 8 or any(letter not in "0123456789abcdef" for letter in written_id):
            raise BrokenVKey(VKeyFault.ID)
        raw = bytes_of(written)
        if not raw:
            raise BrokenVKey(VKeyFault.NOT_BASE64)
        if raw[0] not in set(Kind):
            raise BrokenVKey(VKeyFault.UNKNOWN_TYPE)
        found = cls(name, Kind(raw[0]), raw[1:])
        if found.key_id.hex() != written_id:
            raise BrokenVKey(VKeyFault.WRONG_ID)
        return found

    def made(self, message: bytes, signature: bytes) -> bool:
        """Whether this key made that signature of that message."""
        try:
            if self.kind is Kind.ML_DSA_44:
                MLDSA44PublicKey.from_public_bytes(self.key).verify(signature, message)
            else:
                Ed25519PublicKey.from_public_bytes(self.key).verify(signature, message)
        except InvalidSignature:
            return False
        return True


# The y of the points of small order of edwards25519: under them anyone signs anything (RFC 8032,
# section 5.1.7, does not ask a verifier to refuse them).
_PRIME = 2**255 - 19
_ORDER_8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
_WEAK = {0, 1, _PRIME - 1, _ORDER_8, _PRIME - _ORDER_8}


def _is_weak(key: bytes) -> bool:
    y = int.from_bytes(key, "little") & (2**255 - 1)
    return y >= _PRIME or y in _WEAK


def key_id(name: str, kind: Kind, key: bytes) -> bytes:
    """Return the id of a key: SHA-256(name ‖ newline ‖ kind ‖ key), its first four bytes.

    Source:   C2SP signed-note v1.0.0, Signatures
    """
    return hashlib.sha256(name.encode() + b"\n" + bytes((kind,)) + key).digest()[:4]
