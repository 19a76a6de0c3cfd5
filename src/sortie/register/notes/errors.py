"""What the reading of signed notes refuses.

RegisterError
└── NotesError
    ├── BrokenNote          a text that is no signed note, with the cause and the line
    ├── BrokenCheckpoint    a note whose text is no checkpoint, with the cause and the line
    ├── BrokenVKey          a text that is no public key, with the cause
    ├── WrongOrigin         the checkpoint of another register
    ├── SignatureRefused    a line bears the name of a trusted key, and its signature is false
    └── NotSigned           no trusted key signed this checkpoint
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.register.errors import RegisterError


class NotesError(RegisterError):
    """Base of the refusals of notes, checkpoints and public keys."""

    code: ClassVar[str] = "register.notes"


class NoteFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    CONTROL_CHARACTER = "control_character"
    NO_FINAL_NEWLINE = "no_final_newline"
    NO_BLANK_LINE = "no_blank_line"
    NO_TEXT = "no_text"
    NO_SIGNATURE = "no_signature"
    TOO_MANY_SIGNATURES = "too_many_signatures"
    NO_DASH = "no_dash"
    SIGNATURE_PARTS = "signature_parts"
    KEY_NAME = "key_name"
    NOT_BASE64 = "not_base64"
    SHORT_SIGNATURE = "short_signature"
    SIGNED_TWICE = "signed_twice"


@dataclass(eq=False)
class BrokenNote(NotesError):
    """The text is not a signed note; ``line`` counts from one, zero is the whole text."""

    fault: NoteFault
    line: int
    code: ClassVar[str] = "register.broken_note"


class CheckpointFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    FEW_LINES = "few_lines"
    EMPTY_LINE = "empty_line"
    EXTRA_LINE = "extra_line"
    ORIGIN = "origin"
    LONG_ORIGIN = "long_origin"
    SIZE = "size"
    LARGE_SIZE = "large_size"
    ROOT_NOT_BASE64 = "root_not_base64"
    ROOT_LENGTH = "root_length"


@dataclass(eq=False)
class BrokenCheckpoint(NotesError):
    """The text of the note is not a checkpoint; ``line`` counts from one."""

    fault: CheckpointFault
    line: int
    code: ClassVar[str] = "register.broken_checkpoint"


class VKeyFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    PARTS = "parts"
    NAME = "name"
    ID = "id"
    NOT_BASE64 = "not_base64"
    UNKNOWN_TYPE = "unknown_type"
    KEY_LENGTH = "key_length"
    WEAK = "weak"
    WRONG_ID = "wrong_id"


@dataclass(eq=False)
class BrokenVKey(NotesError):
    """The text is not a public key; it may hold anything, and is not shown."""

    fault: VKeyFault
    code: ClassVar[str] = "register.broken_vkey"


@dataclass(eq=False)
class WrongOrigin(NotesError):
    """A checkpoint of ``found`` was read where ``expected`` was asked for."""

    expected: str
    found: str
    code: ClassVar[str] = "register.wrong_origin"


@dataclass(eq=False)
class SignatureRefused(NotesError):
    """The line names a trusted key, and that key did not make it: something was altered."""

    name: str
    key_id: str
    code: ClassVar[str] = "register.signature_refused"


@dataclass(eq=False)
class NotSigned(NotesError):
    """None of the trusted keys signed; a checkpoint without a trusted signature says nothing."""

    origin: str
    code: ClassVar[str] = "register.not_signed"
