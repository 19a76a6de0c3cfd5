"""What the policy of witnesses refuses, and what witnesses answer.

RegisterError
└── WitnessingError
    ├── BrokenPolicy            a policy file that cannot be read, with the cause and the line
    ├── QuorumMissed            too few of the witnesses that the policy asks for
    └── WitnessError            a witness gave no cosignature
        ├── NoAddress           the policy gives no address that it could be asked at
        ├── WitnessUnreachable  no answer at all
        ├── OriginUnknown       404: it does not know this register
        ├── KeysUnknown         403: it knows the register, and none of the keys that signed
        ├── NotUnderstood       400: it could not read what it was sent
        ├── OtherSize           409: it has last seen this register at another size
        ├── WitnessAhead        it has seen a longer register: an older copy was restored
        ├── HistoryRefused      422: what it has seen is not the beginning of this register
        ├── OtherAnswer         another answer, with its number
        ├── BrokenAnswer        a cosignature that cannot be read
        └── NoCosignature       an answer without a line of the key of this witness
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.register.errors import RegisterError


class WitnessingError(RegisterError):
    """Base of the refusals of policies and witnesses."""

    code: ClassVar[str] = "register.witnessing"


class PolicyFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    TOO_LONG = "too_long"
    CHARACTER = "character"
    NO_FINAL_NEWLINE = "no_final_newline"
    UNKNOWN_WORD = "unknown_word"
    ITEMS = "items"
    VKEY = "vkey"
    LOG_KIND = "log_kind"
    WITNESS_KIND = "witness_kind"
    SAME_KEY = "same_key"
    NAME_TAKEN = "name_taken"
    NAME_NONE = "name_none"
    UNKNOWN_NAME = "unknown_name"
    MEMBER_TWICE = "member_twice"
    THRESHOLD = "threshold"
    QUORUM_TWICE = "quorum_twice"
    NO_QUORUM = "no_quorum"


@dataclass(eq=False)
class BrokenPolicy(WitnessingError):
    """``line`` counts from one; zero is the whole file."""

    fault: PolicyFault
    line: int
    code: ClassVar[str] = "register.broken_policy"


@dataclass(eq=False)
class QuorumMissed(WitnessingError):
    """The policy asks for ``quorum``; only ``cosigned`` have signed."""

    quorum: str
    cosigned: tuple[str, ...]
    code: ClassVar[str] = "register.quorum_missed"


@dataclass(eq=False)
class WitnessError(WitnessingError):
    """Base of what goes wrong with one witness, by its name in the policy."""

    witness: str
    code: ClassVar[str] = "register.witness"


@dataclass(eq=False)
class NoAddress(WitnessError):
    code: ClassVar[str] = "register.witness.no_address"


@dataclass(eq=False)
class WitnessUnreachable(WitnessError):
    why: str
    code: ClassVar[str] = "register.witness.unreachable"


@dataclass(eq=False)
class OriginUnknown(WitnessError):
    origin: str
    code: ClassVar[str] = "register.witness.origin_unknown"


@dataclass(eq=False)
class KeysUnknown(WitnessError):
    origin: str
    code: ClassVar[str] = "register.witness.keys_unknown"


@dataclass(eq=False)
class NotUnderstood(WitnessError):
    code: ClassVar[str] = "register.witness.not_understood"


@dataclass(eq=False)
class OtherSize(WitnessError):
    """It was told ``told`` and has seen ``seen``; None when it does not say."""

    told: int
    seen: int | None
    code: ClassVar[str] = "register.witness.other_size"


@dataclass(eq=False)
class WitnessAhead(WitnessError):
    """It has cosigned ``seen`` entries, and this register holds ``size``."""

    seen: int
    size: int
    code: ClassVar[str] = "register.witness.ahead"


@dataclass(eq=False)
class HistoryRefused(WitnessError):
    """The first ``seen`` entries are not those that it has cosigned."""

    seen: int
    code: ClassVar[str] = "register.witness.history_refused"


@dataclass(eq=False)
class OtherAnswer(WitnessError):
    status: int
    code: ClassVar[str] = "register.witness.other_answer"


@dataclass(eq=False)
class BrokenAnswer(WitnessError):
    code: ClassVar[str] = "register.witness.broken_answer"


@dataclass(eq=False)
class NoCosignature(WitnessError):
    code: ClassVar[str] = "register.witness.no_cosignature"
