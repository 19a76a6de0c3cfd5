"""The register kept by the office: its keys, checkpoints, receipts, publication, erasures."""

from sortie.office.sealing.checking import Checked, Fault, check
from sortie.office.sealing.erasing import ToErase, erase, to_erase
from sortie.office.sealing.errors import (
    CasesOpen,
    NoCheckpoint,
    NothingToProve,
    NotSignedYet,
    NoWitness,
    PublishedAhead,
    PublishedOtherwise,
    SealingError,
)
from sortie.office.sealing.keeping import (
    Signing,
    begin,
    check_beginning,
    check_rotation,
    checkpoint,
    keys,
    last_checkpoint,
    own_policy,
    retire,
    rotate,
    signing_folder,
    to_retire,
)
from sortie.office.sealing.publishing import Published, publish
from sortie.office.sealing.receipts import CARRY_A_RECEIPT, Sealed, receipt_of, receipts_of
from sortie.office.sealing.witnesses import Witnessed, ask_witnesses

__all__ = [
    "CARRY_A_RECEIPT",
    "CasesOpen",
    "Checked",
    "Fault",
    "NoCheckpoint",
    "NoWitness",
    "NotSignedYet",
    "NothingToProve",
    "Published",
    "PublishedAhead",
    "PublishedOtherwise",
    "Sealed",
    "SealingError",
    "Signing",
    "ToErase",
    "Witnessed",
    "ask_witnesses",
    "begin",
    "check",
    "check_beginning",
    "check_rotation",
    "checkpoint",
    "erase",
    "keys",
    "last_checkpoint",
    "own_policy",
    "publish",
    "receipt_of",
    "receipts_of",
    "retire",
    "rotate",
    "signing_folder",
    "to_erase",
    "to_retire",
]
