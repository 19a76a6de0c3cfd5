"""The receipt: a proof file with the entry it is of, and what opens it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sortie.register.notes import base64_of, bytes_of
from sortie.register.proofs.errors import BrokenReceipt, ReceiptFault
from sortie.register.proofs.proof_file import ProofFile, read_proof

_OPENED = {"entry", "payload", "salt"}
_CLOSED = {"entry"}


@dataclass(frozen=True, slots=True)
class Opening:
    """What was sealed in an entry: the private text, and the salt. It is personal data."""

    payload: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is handed to the person: the public entry, its proof, and what it says if it is known.

    After an erasure there is no opening left: the entry is still proved to be there.
    """

    proof: ProofFile
    entry: bytes
    opening: Opening | None

    @classmethod
    def of(cls, proof: ProofFile, entry: bytes, opening: Opening | None) -> "Receipt":
        """Return the receipt of a proof without extra data, which become what is given here.

        Raises:   BrokenReceipt: the entry is not UTF-8
        """
        said = {"entry": _text(entry)}
        if opening is not None:
            said |= {"payload": opening.payload, "salt": base64_of(opening.salt)}
        extra = _canonical(said)
        bare = ProofFile(proof.index, proof.hashes, proof.checkpoint_text, extra)
        return cls(bare, entry, opening)

    def written(self) -> str:
        """Return the text of the file; ``read_receipt`` reads it back, and reads nothing else."""
        return self.proof.written()


def read_receipt(raw: bytes | str) -> Receipt:
    """Return the receipt of a file. Nothing of it was verified: see ``check_receipt``.

    Raises:   BrokenReceipt, BrokenProof, BrokenNote, BrokenCheckpoint
    """
    proof = read_proof(raw)
    if proof.extra is None:
        raise BrokenReceipt(ReceiptFault.NO_EXTRA)
    said = _said(proof.extra)
    receipt = Receipt.of(proof, said["entry"].encode(), _opening(said))
    if receipt.proof.extra != proof.extra:
        raise BrokenReceipt(ReceiptFault.NOT_CANONICAL)
    return receipt


def _said(extra: bytes) -> Mapping[str, str]:
    try:
        said = json.loads(_text(extra))
    except (ValueError, RecursionError):
        raise BrokenReceipt(ReceiptFault.NOT_JSON) from None
    if not isinstance(said, dict) or set(said) not in (_OPENED, _CLOSED):
        raise BrokenReceipt(ReceiptFault.KEYS)
    if not all(isinstance(text, str) and _encodes(text) for text in said.values()):
        raise BrokenReceipt(ReceiptFault.NOT_TEXT)
    return said


def _opening(said: Mapping[str, str]) -> Opening | None:
    if "salt" not in said:
        return None
    salt = bytes_of(said["salt"])
    if salt is None:
        raise BrokenReceipt(ReceiptFault.SALT_NOT_BASE64)
    return Opening(said["payload"], salt)


def _canonical(said: Mapping[str, str]) -> bytes:
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return written.encode()


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise BrokenReceipt(ReceiptFault.NOT_UTF8) from None


def _encodes(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
