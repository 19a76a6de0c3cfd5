"""What the room refuses.

ReformError
├── ReformRefused       a reform file with faults, all of them at once
└── UnknownReform       a name that no reform of the house bears
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError
from sortie.facts import Fault


class Cause(StrEnum):
    """One code per cause, so that each has its own sentence at the door.

    What a fault carries in ``params`` is written beside its cause.
    """

    # the form of the file
    WRONG_TYPE = "reform.wrong_type"  # expected
    WRONG_FORMAT = "reform.wrong_format"  # expected
    UNKNOWN_KEY = "reform.unknown_key"  # nearest
    KEY_TWICE = "reform.key_twice"
    KEY_MISSING = "reform.key_missing"  # key
    NOT_A_DAY = "reform.not_a_day"
    NOT_IN_LIST = "reform.not_in_list"  # nearest
    NO_KIND = "reform.no_kind"  # nearest
    BAD_ID = "reform.bad_id"
    # what it names
    UNKNOWN_RULE = "reform.unknown_rule"  # nearest
    RULE_EXISTS = "reform.rule_exists"
    UNKNOWN_FIGURE = "reform.unknown_figure"  # nearest
    FIGURE_ELSEWHERE = "reform.figure_elsewhere"
    UNKNOWN_FACT = "reform.unknown_fact"  # nearest
    UNKNOWN_NAME = "reform.unknown_name"  # nearest
    UNKNOWN_WORD = "reform.unknown_word"  # nearest
    UNKNOWN_PROVISION = "reform.unknown_provision"  # nearest
    # what it says of it
    NOT_A_VALUE = "reform.not_a_value"  # example
    NO_SUCH_VERSION = "reform.no_such_version"  # nearest
    ENDS_FIRST = "reform.ends_first"  # since
    ALREADY_SO = "reform.already_so"
    NO_DATE_MOVED = "reform.no_date_moved"
    EXPRESSION = "reform.expression"  # found, instead: the engine's own words


@dataclass(frozen=True, slots=True)
class ReformFault:
    """One thing to repair: where, what was read. The door writes the sentence."""

    code: Cause
    path: str
    read: str
    line: int | None = None
    params: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        params = "".join(f" {name}={value}" for name, value in self.params.items())
        return f"{place}{self.path}: {self.code}: {self.read!r}{params}"


class ReformError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "reform"


@dataclass(eq=False)
class ReformRefused(ReformError):
    """The reform cannot be read as it stands; nothing was repaired."""

    file: str
    faults: tuple[ReformFault | Fault, ...]
    code: ClassVar[str] = "reform.refused"

    def __str__(self) -> str:
        return "\n".join(f"{self.file}: {fault}" for fault in self.faults)


@dataclass(eq=False)
class UnknownReform(ReformError):
    """No reform of the house bears this id."""

    reform: str
    near: tuple[str, ...]
    code: ClassVar[str] = "reform.unknown"

    def __str__(self) -> str:
        return f"no reform {self.reform!r}; near: {', '.join(self.near) or 'none'}"
