"""Keys that are always the same, and what they sign."""

import struct

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from sortie.register import Checkpoint, Kind, Signature, SignedCheckpoint, VKey
from sortie.register.notes import message_of

ORIGIN = "register.example/prison"
AT = 1_803_891_600  # 2027-03-01T09:00:00Z


class Signer:
    """A key grown from one number, which signs with the time it is told."""

    def __init__(self, name: str, kind: Kind, number: int) -> None:
        seed = number.to_bytes(32)
        self._key: Ed25519PrivateKey | MLDSA44PrivateKey
        if kind is Kind.ML_DSA_44:
            self._key = MLDSA44PrivateKey.from_seed_bytes(seed)
        else:
            self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.vkey = VKey(name, kind, self._key.public_key().public_bytes_raw())

    def line(self, checkpoint: Checkpoint, at: int = 0) -> Signature:
        made = self._key.sign(message_of(self.vkey, checkpoint, at))
        stamp = b"" if self.vkey.kind is Kind.ED25519 else struct.pack(">Q", at)
        return Signature(self.vkey.name, self.vkey.key_id, stamp + made)


LOG = Signer(ORIGIN, Kind.ED25519, 1)
LOG_PQ = Signer(ORIGIN, Kind.ML_DSA_44, 2)
OTHER_LOG = Signer("register.example/other", Kind.ED25519, 3)
WITNESS = Signer("witness.example/w1", Kind.COSIGNATURE, 4)
WITNESS_PQ = Signer("witness.example/w2", Kind.ML_DSA_44, 5)
VKEYS = (LOG.vkey, LOG_PQ.vkey)


def signed(checkpoint: Checkpoint, *witnesses: Signer) -> SignedCheckpoint:
    """Return the checkpoint signed by the register, then by these witnesses at ``AT``."""
    lines = [LOG.line(checkpoint), LOG_PQ.line(checkpoint)]
    return SignedCheckpoint(
        checkpoint, (*lines, *(each.line(checkpoint, AT) for each in witnesses))
    )


def a_checkpoint(size: int = 5, root: bytes = b"\x07" * 32) -> Checkpoint:
    return Checkpoint(ORIGIN, size, root)
