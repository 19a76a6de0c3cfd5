"""What a reading of tables gives back: the people without a fault, and every fault."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sortie.facts.errors import Cause, Wanted
from sortie.facts.homonyms import Name
from sortie.facts.records import CaseFile
from sortie.facts.unknown import UNKNOWN, Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFault:
    """One thing to repair, where a spreadsheet shows it: the first row, of names, is row 1.

    ``column`` is spelled as in the file. ``person`` is the id typed in the row, if there is one;
    ``row`` is nothing for a fault of the whole file.
    """

    file: str
    row: int | None
    column: str
    code: Cause
    read: str
    expected: Wanted
    person: str = ""
    params: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        params = "".join(f" {name}={value}" for name, value in self.params.items())
        place = f"{self.file}:{self.row or ''}:{self.column}"
        return f"{place}: {self.code}: {self.read!r}, not {self.expected}{params}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveTimes:
    """The instants of one leave, where the table says more than its days."""

    departs_at: datetime | Unknown = UNKNOWN
    returns_at: datetime | Unknown = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRead:
    """One person without a fault.

    ``judgments`` follows ``case.custody.sentences``, ``leave_times`` follows
    ``case.history.leaves``, one for one; both are empty where those lists are unknown.
    """

    person: str
    committal_number: str | Unknown = UNKNOWN
    prison: str | Unknown = UNKNOWN
    family_name: str | Unknown = UNKNOWN
    given_name: str | Unknown = UNKNOWN
    case: CaseFile
    judgments: tuple[str | Unknown, ...] = ()
    leave_times: tuple[LeaveTimes, ...] = ()

    @property
    def name(self) -> Name | None:
        """The name to compare with others; nothing where the family name is unknown."""
        if self.family_name is UNKNOWN:
            return None
        return Name(self.family_name, "" if self.given_name is UNKNOWN else self.given_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The people who can be loaded, those left out whole, and every fault of the tables.

    A fault of a file, not of a row, leaves everybody out: what it hides may be of anyone.
    ``complete`` names the tables declared to hold every row that there is.
    """

    people: tuple[PersonRead, ...]
    left_out: tuple[str, ...]
    faults: tuple[TableFault, ...]
    complete: frozenset[str] = frozenset()
