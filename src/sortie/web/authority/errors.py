"""What the table refuses, and what it is itself refused for.

AuthorityError
├── BrokenTable         a line of the table says what cannot be read in one way only
└── ReasonWanted        it may be opened, once one has written why

What one may not see has no error here: it raises what is raised for what does not exist.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError


class Fault(StrEnum):
    """What a line of the table can be refused for."""

    COLUMNS = "columns"
    ROLE = "role"
    RELATION = "relation"
    ACTION = "action"
    FIELD = "field"
    REASON = "reason"
    ON = "on"
    TWICE = "twice"
    NOT_ITSELF = "not_itself"
    UNFIT = "unfit"


class AuthorityError(SortieError):
    """Base of the refusals of the table."""

    code: ClassVar[str] = "authority"


@dataclass(eq=False)
class BrokenTable(AuthorityError):
    """``line`` counts from 1, the names of the columns being the first."""

    file: str
    line: int
    fault: Fault
    read: str = ""
    code: ClassVar[str] = "authority.table"


@dataclass(eq=False)
class ReasonWanted(AuthorityError):
    """Raised to those alone who may open it: it tells that the thing exists."""

    action: str
    code: ClassVar[str] = "authority.reason_wanted"
