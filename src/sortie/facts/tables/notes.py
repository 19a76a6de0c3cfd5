"""Faults found while tables are read, brought back to the cell that a spreadsheet shows."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sortie.facts.errors import Cause, Fault, Wanted
from sortie.facts.tables.loaded import TableFault
from sortie.facts.tables.names import MANIFEST
from sortie.facts.tables.schema import PERSONS, TABLES, TABLES_AT, Table
from sortie.facts.typed import shown

_STEP = re.compile(r"\[([0-9]+)\]|([^.\[\]]+)")
RowOf = Callable[[Table, int], int]


@dataclass(slots=True)
class Header:
    """The first row of a file: where each column stands, and how its author spelled it."""

    file: str
    at: dict[str, int] = field(default_factory=dict)
    spelled: dict[str, str] = field(default_factory=dict)
    width: int = 0

    def column(self, name: str) -> str:
        """Return the column as typed, or its own name where the file has none."""
        return self.spelled.get(name, name)


@dataclass(slots=True)
class Notes:
    """What is wrong so far: the faults, the people they concern, whether a file is."""

    faults: list[TableFault] = field(default_factory=list)
    persons: set[str] = field(default_factory=set)
    broken: bool = False
    headers: dict[str, Header] = field(default_factory=dict)

    def file_of(self, table: str) -> str:
        """Return the file of a table, or the name of one that was not handed in."""
        return self.headers[table].file if table in self.headers else table

    def whole(
        self, file: str, cause: Cause, read: str, wanted: Wanted, *,
        row: int | None = None, column: str = "", **params: str,
    ) -> None:  # fmt: skip
        """Note a fault of a file as a whole: nobody can be loaded."""
        self.broken = True
        self.faults.append(
            TableFault(file=file, row=row, column=column, code=cause, read=shown(read),
                       expected=wanted, params=params)
        )  # fmt: skip

    def cell(self, table: Table, row: int, column: str, fault: Fault, person: str = "") -> None:
        """Note a fault of one cell: its person is left out."""
        header = self.headers[table.name]
        if person:
            self.persons.add(person)
        self.faults.append(
            TableFault(file=header.file, row=row, column=header.column(column), code=fault.code,
                       read=fault.read, expected=fault.expected, person=person,
                       params=fault.params)
        )  # fmt: skip

    def contradictions(self, found: Iterable[Fault], person: str, row_of: RowOf) -> None:
        """Note what the checks of a case file found, each on the row that its path is made of."""
        for fault in found:
            table, row, column = _place(fault.path, row_of)
            told = dict(fault.params)
            if "other" in told:
                told["other"] = self._beside(told["other"], (table, row), row_of)
            moved = Fault(fault.code, fault.path, fault.read, fault.expected, told)
            self.cell(table, row, column, moved, person)

    def _beside(self, path: str, here: tuple[Table, int], row_of: RowOf) -> str:
        table, row, column = _place(path, row_of)
        header = self.headers[table.name]
        spelled = header.column(column)
        return spelled if (table, row) == here else f"{header.file}:{row}:{spelled}"

    def in_order(self) -> tuple[TableFault, ...]:
        """Return each fault once, as one repairs them: file by file, from the top."""
        files = [header.file for header in self.headers.values()]
        places = {file: place for place, file in enumerate([MANIFEST, *files])}
        last = len(places)
        return tuple(
            sorted(
                dict.fromkeys(self.faults),
                key=lambda f: (places.get(f.file, last), f.file, f.row or 0),
            )
        )


def _place(path: str, row_of: RowOf) -> tuple[Table, int, str]:
    """Return the table, the row and the column of a path of the case file."""
    keys: list[str] = []
    steps = _STEP.findall(path)
    for rank, (index, key) in enumerate(steps):
        table = TABLES_AT.get(tuple(keys))
        if index and table is not None:
            inside = ".".join(key for _, key in steps[rank + 1 :] if key)
            return table, row_of(table, int(index)), inside
        if key:
            keys.append(key)
    persons = TABLES[PERSONS]
    return persons, row_of(persons, 0), ".".join(keys[1:])
