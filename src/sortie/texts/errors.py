"""What can be wrong with a shelf of legal texts.

TextsError
├── BrokenTexts         one or several faults in the files, all found at once
└── UnknownProvision    an id that no file declares
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError


class FaultKind(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    NOT_TOML = "not_toml"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown_key"
    WRONG_TYPE = "wrong_type"
    EMPTY = "empty"
    MALFORMED_ID = "malformed_id"
    DUPLICATE_ID = "duplicate_id"
    UNKNOWN_CONFIDENCE = "unknown_confidence"
    UNKNOWN_SOURCE = "unknown_source"
    ENDS_BEFORE_START = "ends_before_start"
    VERIFIED_BEFORE_START = "verified_before_start"
    OVERLAP = "overlap"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to repair: the file, the key inside it, the cause, and what was found."""

    file: str
    key: str
    kind: FaultKind
    found: str = ""

    def __str__(self) -> str:
        found = f" ({self.found})" if self.found else ""
        return f"{self.file}: {self.key}: {self.kind}{found}"


class TextsError(SortieError):
    code: ClassVar[str] = "texts"


@dataclass(eq=False)
class BrokenTexts(TextsError):
    faults: tuple[Fault, ...]
    code: ClassVar[str] = "texts.broken"

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


@dataclass(eq=False)
class UnknownProvision(TextsError):
    id: str
    code: ClassVar[str] = "texts.unknown_provision"

    def __str__(self) -> str:
        return self.id
