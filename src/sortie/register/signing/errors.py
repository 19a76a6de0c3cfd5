"""What the signing of checkpoints refuses.

RegisterError
└── SigningError
    ├── KeysMissing         no signing key in this folder
    ├── KeysExist           keys were created there before
    ├── KeysExposed         a key file or its folder that others than its owner may open
    ├── BrokenKeys          a key file that cannot be read, with the cause
    ├── OverlapUnderWay     two pairs of keys sign already: retire the old one first
    ├── NothingToRetire     one pair of keys signs: retiring it would leave none
    ├── NotKept             a file could not be made durable, and nothing was signed
    ├── LastSignedMissing   what was signed last is not known, so nothing may be signed
    ├── BrokenLastSigned    the file of what was signed last cannot be read
    ├── NotRemembered       asked to sign another checkpoint than the one set down as the last
    ├── NotOfTheTree        the root of the checkpoint is not that of the entries
    ├── RegisterRewound     fewer entries than were signed before: an older copy was restored
    └── RegisterForked      other entries than were signed before: signing would fork the register
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.register.errors import RegisterError


class SigningError(RegisterError):
    """Base of the refusals of keys and of signing."""

    code: ClassVar[str] = "register.signing"


@dataclass(eq=False)
class KeysMissing(SigningError):
    folder: str
    code: ClassVar[str] = "register.keys_missing"


@dataclass(eq=False)
class KeysExist(SigningError):
    folder: str
    code: ClassVar[str] = "register.keys_exist"


@dataclass(eq=False)
class KeysExposed(SigningError):
    """``mode`` is what it was found with, in octal."""

    path: str
    mode: str
    code: ClassVar[str] = "register.keys_exposed"


class KeysFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    CANNOT_OPEN = "cannot_open"
    NOT_A_FILE = "not_a_file"
    NOT_UTF8 = "not_utf8"
    LINES = "lines"
    PREFIX = "prefix"
    NOT_BASE64 = "not_base64"
    UNKNOWN_TYPE = "unknown_type"
    KEY_LENGTH = "key_length"
    WRONG_ID = "wrong_id"
    ORDER = "order"
    NAME = "name"
    PUBLIC_PART = "public_part"


@dataclass(eq=False)
class BrokenKeys(SigningError):
    """The file is not what this program writes; nothing of what it holds is shown."""

    path: str
    fault: KeysFault
    code: ClassVar[str] = "register.broken_keys"


@dataclass(eq=False)
class OverlapUnderWay(SigningError):
    folder: str
    code: ClassVar[str] = "register.overlap"


@dataclass(eq=False)
class NothingToRetire(SigningError):
    folder: str
    code: ClassVar[str] = "register.nothing_to_retire"


@dataclass(eq=False)
class NotKept(SigningError):
    """``why`` is the name the system gives to what went wrong, such as ENOSPC."""

    path: str
    why: str
    code: ClassVar[str] = "register.not_kept"


@dataclass(eq=False)
class LastSignedMissing(SigningError):
    path: str
    code: ClassVar[str] = "register.last_signed_missing"


@dataclass(eq=False)
class BrokenLastSigned(SigningError):
    path: str
    code: ClassVar[str] = "register.broken_last_signed"


@dataclass(eq=False)
class NotRemembered(SigningError):
    """``remembered`` is the size of the checkpoint set down as the last."""

    size: int
    remembered: int
    code: ClassVar[str] = "register.not_remembered"


@dataclass(eq=False)
class NotOfTheTree(SigningError):
    size: int
    code: ClassVar[str] = "register.not_of_the_tree"


@dataclass(eq=False)
class RegisterRewound(SigningError):
    """``signed`` entries were signed for, and ``found`` are there."""

    signed: int
    found: int
    code: ClassVar[str] = "register.rewound"


@dataclass(eq=False)
class RegisterForked(SigningError):
    """The first ``signed`` entries are not those that were signed for."""

    signed: int
    found: int
    code: ClassVar[str] = "register.forked"
