"""The two files of the table: what may be asked for, and who may have it."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from sortie.web.authority.errors import BrokenTable, Fault
from sortie.web.authority.words import ITSELF, ROLES, On, Relation

ASKED = "asked"
_ACTIONS = ("action", "on", "fields")
_TABLE = ("role", "relation", "action", "field", "reason", "source")
_UNRELATED = frozenset({Relation.NONE})


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be asked for, on what, and the fields it may show."""

    name: str
    on: On
    fields: frozenset[str]


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One cell that says yes. ``source`` is what it rests on, and may be empty."""

    role: str
    relation: Relation
    action: str
    field: str
    reason_asked: bool
    source: str

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Where it stands in the table."""
        return self.role, self.relation, self.action, self.field


@dataclass(frozen=True, slots=True)
class Table:
    """Every cell that says yes; one that is not there says no."""

    actions: Mapping[str, Action]
    cells: Mapping[tuple[str, str, str, str], Cell]


def read_table(actions: str, table: str) -> Table:
    """Return the table that these two texts write.

    Raises:   BrokenTable: a word that is in no list, a cell written twice, a field of an action
              that is itself refused
    """
    known = {each.name: each for each in _read_actions(actions)}
    cells: dict[tuple[str, str, str, str], Cell] = {}
    lines: dict[tuple[str, str, str, str], int] = {}
    for line, row in _rows("table.csv", table, _TABLE):
        for cell in _cells(line, row, known):
            if cell.place in cells:
                raise BrokenTable("table.csv", line, Fault.TWICE, ", ".join(cell.place))
            cells[cell.place], lines[cell.place] = cell, line
    for role, relation, action, field in cells:
        if (role, relation, action, ITSELF) not in cells:
            line = lines[role, relation, action, field]
            raise BrokenTable("table.csv", line, Fault.NOT_ITSELF, action)
    return Table(known, cells)


def house_table() -> Table:
    """Return the table of the house."""
    folder = resources.files(__package__)
    texts = [folder.joinpath(name).read_text("utf-8") for name in ("actions.csv", "table.csv")]
    return read_table(*texts)


def _rows(file: str, text: str, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    for line, row in enumerate(reader, 1):
        if len(row) != len(columns) or (line == 1 and tuple(row) != columns):
            raise BrokenTable(file, line, Fault.COLUMNS, ",".join(row))
        if line > 1:
            yield line, row


def _read_actions(text: str) -> Iterator[Action]:
    seen: set[str] = set()
    for line, (name, on, fields) in _rows("actions.csv", text, _ACTIONS):
        if name in seen:
            raise BrokenTable("actions.csv", line, Fault.TWICE, name)
        if on not in set(On):
            raise BrokenTable("actions.csv", line, Fault.ON, on)
        if ITSELF not in fields.split():
            raise BrokenTable("actions.csv", line, Fault.NOT_ITSELF, name)
        seen.add(name)
        yield Action(name, On(on), frozenset(fields.split()))


def _cells(line: int, row: list[str], known: Mapping[str, Action]) -> Iterator[Cell]:
    role, relations, action, fields, reason, source = row
    _check(line, Fault.ROLE, [role], set(ROLES))
    _check(line, Fault.ACTION, [action], set(known))
    _check(line, Fault.RELATION, relations.split(), set(Relation))
    _check(line, Fault.FIELD, fields.split(), set(known[action].fields))
    _check(line, Fault.REASON, [reason], {"", ASKED})
    for relation in map(Relation, relations.split()):
        if (relation in _UNRELATED) is not (known[action].on is On.NOTHING):
            raise BrokenTable("table.csv", line, Fault.UNFIT, relation)
        for field in fields.split():
            yield Cell(role, relation, action, field, reason == ASKED, source)


def _check(line: int, fault: Fault, read: list[str], known: set[str]) -> None:
    for word in read or [""]:
        if word not in known:
            raise BrokenTable("table.csv", line, fault, word)
