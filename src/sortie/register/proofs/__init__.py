"""Proof files and receipts: written, read, and judged."""

from sortie.register.proofs.checking import CheckedReceipt, NotProved, Proved, check_receipt
from sortie.register.proofs.errors import (
    BrokenProof,
    BrokenReceipt,
    ProofFault,
    ProofsError,
    ReceiptFault,
)
from sortie.register.proofs.proof_file import ProofFile, read_proof
from sortie.register.proofs.receipt import Opening, Receipt, read_receipt

__all__ = [
    "BrokenProof",
    "BrokenReceipt",
    "CheckedReceipt",
    "NotProved",
    "Opening",
    "ProofFault",
    "ProofFile",
    "ProofsError",
    "Proved",
    "Receipt",
    "ReceiptFault",
    "check_receipt",
    "read_proof",
    "read_receipt",
]
