"""What the reading of proof files refuses; what does not verify is refused by its own part.

RegisterError
└── ProofsError
    ├── BrokenProof         a text that is no proof file, with the cause and the line
    └── BrokenReceipt       a proof file whose extra data are not ours, with the cause
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.register.errors import RegisterError


class ProofsError(RegisterError):
    """Base of the refusals of proof files."""

    code: ClassVar[str] = "register.proofs"


class ProofFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    NO_BLANK_LINE = "no_blank_line"
    HEADER = "header"
    EXTRA_EMPTY = "extra_empty"
    EXTRA_NOT_BASE64 = "extra_not_base64"
    NO_INDEX = "no_index"
    INDEX = "index"
    HASH_NOT_BASE64 = "hash_not_base64"
    HASH_LENGTH = "hash_length"
    TOO_MANY_HASHES = "too_many_hashes"


@dataclass(eq=False)
class BrokenProof(ProofsError):
    """``line`` counts from one; zero is the whole text."""

    fault: ProofFault
    line: int
    code: ClassVar[str] = "register.broken_proof"


class ReceiptFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    NO_EXTRA = "no_extra"
    NOT_UTF8 = "not_utf8"
    NOT_JSON = "not_json"
    KEYS = "keys"
    NOT_TEXT = "not_text"
    SALT_NOT_BASE64 = "salt_not_base64"
    NOT_CANONICAL = "not_canonical"


@dataclass(eq=False)
class BrokenReceipt(ProofsError):
    """A proof, and nothing of ours in it that says of what."""

    fault: ReceiptFault
    code: ClassVar[str] = "register.broken_receipt"
