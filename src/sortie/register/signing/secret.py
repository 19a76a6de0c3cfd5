"""A private key: the seed it grows from, the line it is kept in, what it signs."""

import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from sortie.register.notes import (
    NO_TIME,
    BrokenVKey,
    Checkpoint,
    Kind,
    Signature,
    VKey,
    base64_of,
    bytes_of,
    message_of,
    stamped,
)
from sortie.register.signing.errors import KeysFault

_PREFIX = "PRIVATE+KEY+"
_SEED_BYTES = 32
SIGNS = (Kind.ED25519, Kind.ML_DSA_44)
"""What the keys of a register sign with; the third kind is for witnesses."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A private key and its public part; only ``line`` shows the seed."""

    vkey: VKey
    _seed: bytes = field(repr=False)

    @classmethod
    def new(cls, name: str, kind: Kind) -> "Secret":
        """Return a new key under this name.

        Raises:   BrokenVKey: no key may bear this name
        """
        return cls.of_seed(name, kind, secrets.token_bytes(_SEED_BYTES))

    @classmethod
    def of_seed(cls, name: str, kind: Kind, seed: bytes) -> "Secret":
        """Return the key that grows from these 32 bytes."""
        public = _private(kind, seed).public_key().public_bytes_raw()
        return cls(VKey(name, kind, public), seed)

    @classmethod
    def read(cls, line: str) -> "Secret | KeysFault":
        """Return the key of a line, or why it is none."""
        parts = line.removeprefix(_PREFIX).split("+", 2)
        if not line.startswith(_PREFIX) or len(parts) != 3:
            return KeysFault.PREFIX
        name, written_id, written = parts
        raw = bytes_of(written)
        if not raw:
            return KeysFault.NOT_BASE64
        if raw[0] not in SIGNS:
            return KeysFault.UNKNOWN_TYPE
        if len(raw) != 1 + _SEED_BYTES:
            return KeysFault.KEY_LENGTH
        try:
            found = cls.of_seed(name, Kind(raw[0]), raw[1:])
        except BrokenVKey:
            return KeysFault.NAME
        return found if found.vkey.key_id.hex() == written_id else KeysFault.WRONG_ID

    def line(self) -> str:
        """Return the key in the form of Go's ``note`` package, without a newline."""
        raw = bytes((self.vkey.kind,)) + self._seed
        return f"{_PREFIX}{self.vkey.name}+{self.vkey.key_id.hex()}+{base64_of(raw)}"

    def signed(self, checkpoint: Checkpoint) -> Signature:
        """Return the signature line of this checkpoint; it says no time.

        The clock of a register proves nothing about its own checkpoint: only witnesses say when.
        """
        message = message_of(self.vkey, checkpoint, NO_TIME)
        made = _private(self.vkey.kind, self._seed).sign(message)
        body = stamped(self.vkey.kind, NO_TIME, made)
        return Signature(self.vkey.name, self.vkey.key_id, body)


def _private(kind: Kind, seed: bytes) -> Ed25519PrivateKey | MLDSA44PrivateKey:
    if kind is Kind.ML_DSA_44:
        return MLDSA44PrivateKey.from_seed_bytes(seed)
    return Ed25519PrivateKey.from_private_bytes(seed)
