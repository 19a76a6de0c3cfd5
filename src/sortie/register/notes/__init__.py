"""Signed notes, checkpoints, public keys: texts that have one meaning each."""

from sortie.register.notes.checkpoint import Checkpoint
from sortie.register.notes.cosignature import NO_TIME, message_of, stamped
from sortie.register.notes.errors import (
    BrokenCheckpoint,
    BrokenNote,
    BrokenVKey,
    CheckpointFault,
    NoteFault,
    NotesError,
    NotSigned,
    SignatureRefused,
    VKeyFault,
    WrongOrigin,
)
from sortie.register.notes.note import (
    LONGEST,
    MOST_SIGNATURES,
    Note,
    Signature,
    decoded,
    read_note,
    read_signatures,
)
from sortie.register.notes.signed import Signed, SignedCheckpoint, read_checkpoint
from sortie.register.notes.spelling import LARGEST, base64_of, bytes_of, number_of
from sortie.register.notes.vkeys import Kind, VKey, key_id

__all__ = [
    "LARGEST",
    "LONGEST",
    "MOST_SIGNATURES",
    "NO_TIME",
    "BrokenCheckpoint",
    "BrokenNote",
    "BrokenVKey",
    "Checkpoint",
    "CheckpointFault",
    "Kind",
    "NotSigned",
    "Note",
    "NoteFault",
    "NotesError",
    "Signature",
    "SignatureRefused",
    "Signed",
    "SignedCheckpoint",
    "VKey",
    "VKeyFault",
    "WrongOrigin",
    "base64_of",
    "bytes_of",
    "decoded",
    "key_id",
    "message_of",
    "number_of",
    "read_checkpoint",
    "read_note",
    "read_signatures",
    "stamped",
]
