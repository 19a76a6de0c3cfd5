"""What a script is refused for, all its faults at once.

ScriptRefused           the script cannot be played as it stands; nothing was
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError


class Amiss(StrEnum):
    """The cause of a fault, one sentence each at the door."""

    UNREADABLE = "script.unreadable"
    NO_SUCH_FILE = "script.no_such_file"
    TWICE_OVER = "script.begins_with_itself"
    WRONG_FORMAT = "script.wrong_format"
    WRONG_TYPE = "script.wrong_type"
    UNKNOWN_KEY = "script.unknown_key"
    KEY_TWICE = "script.key_twice"
    KEY_MISSING = "script.key_missing"
    NOT_IN_LIST = "script.not_in_list"
    NO_SUCH_NAME = "script.no_such_name"
    NO_SUCH_HOUR = "script.no_such_hour"
    BACK_IN_TIME = "script.back_in_time"
    PERSONAL_FILE = "script.case_file"


@dataclass(frozen=True, slots=True)
class ScriptFault:
    """One thing to repair: where, what was read, what was expected."""

    code: Amiss
    file: str
    path: str
    read: str
    expected: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.path}: {self.code}: {self.read!r}, expected {self.expected}"


@dataclass(eq=False)
class ScriptRefused(SortieError):
    """The script cannot be played as it stands; nothing was repaired, nothing was done."""

    faults: tuple[ScriptFault, ...]
    code: ClassVar[str] = "office.script.refused"

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)
