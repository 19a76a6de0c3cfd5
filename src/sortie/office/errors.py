"""What the office refuses before casework is even asked.

OfficeError
├── NoSuchPerson        nobody bears this id here
├── NoSuchCase          no application bears this id
├── CaseTaken           an application already bears this id
├── PersonKnown         this id is recorded already; a change is another command
├── TerritoryUnknown    the law has no clocks for this place
├── WordUnknown         no act, or no kind, bears this name
└── NoApplication       the file filed says nothing of a leave: when, where, what for
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


class OfficeError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "office"


@dataclass(eq=False)
class NoSuchPerson(OfficeError):
    """A case is always somebody's."""

    person: str
    code: ClassVar[str] = "office.no_such_person"


@dataclass(eq=False)
class NoSuchCase(OfficeError):
    """Nothing was ever filed under this id."""

    case: str
    code: ClassVar[str] = "office.no_such_case"


@dataclass(eq=False)
class CaseTaken(OfficeError):
    """Two applications never share an id."""

    case: str
    code: ClassVar[str] = "office.case_taken"


@dataclass(eq=False)
class PersonKnown(OfficeError):
    """Recorded already, with a case open that another verb would tell of the change."""

    person: str
    code: ClassVar[str] = "office.person_known"


@dataclass(eq=False)
class TerritoryUnknown(OfficeError):
    """Taken for another place, it would be given that one's clocks and holidays."""

    territory: str
    code: ClassVar[str] = "office.territory_unknown"


@dataclass(eq=False)
class WordUnknown(OfficeError):
    """A word of a closed list was expected."""

    read: str
    offered: tuple[str, ...]
    code: ClassVar[str] = "office.word_unknown"


@dataclass(eq=False)
class NoApplication(OfficeError):
    """``missing`` are the keys of the application that a filing cannot do without."""

    missing: tuple[str, ...]
    code: ClassVar[str] = "office.no_application"
