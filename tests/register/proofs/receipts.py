"""Receipts of a register in memory, made whole, then spoilt one part at a time."""

from dataclasses import dataclass
from datetime import date

from sortie import register
from sortie.register import Checkpoint, Opening, ProofFile, Receipt
from tests.register.signers import ORIGIN, Signer, signed
from tests.register.trees import Kept, entry

PAYLOAD = '{"kind":"decided","number":7,"outcome":"granted","why":"« atelier »"}'
SALT = bytes(range(32))
INDEX, SIZE = 5, 11


def sealed() -> bytes:
    commitment = register.commitment(SALT, PAYLOAD.encode())
    return register.Entry("event", date(2027, 3, 1), commitment).written()


def kept() -> Kept:
    """Return a register whose entry ``INDEX`` is the sealed one."""
    return Kept([sealed() if n == INDEX else entry(n) for n in range(SIZE)])


@dataclass(frozen=True)
class Made:
    """The parts of a receipt."""

    index: int = INDEX
    entry: bytes = sealed()
    payload: str = PAYLOAD
    salt: bytes = SALT
    witnesses: tuple[Signer, ...] = ()
    opened: bool = True

    def checkpoint(self) -> register.SignedCheckpoint:
        return signed(Checkpoint(ORIGIN, SIZE, kept().root()), *self.witnesses)

    def receipt(self) -> Receipt:
        hashes = register.inclusion_proof(INDEX, SIZE, kept().nodes)
        proof = ProofFile(self.index, hashes, self.checkpoint().written())
        opening = Opening(self.payload, self.salt) if self.opened else None
        return Receipt.of(proof, self.entry, opening)

    def written(self) -> str:
        return self.receipt().written()
