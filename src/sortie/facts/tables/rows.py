"""The row at hand: what its cells say, by the shapes and the checks of the case file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Fault, Path, Wanted
from sortie.facts.structures import Key, Record
from sortie.facts.tables.cells import NEW, Cells
from sortie.facts.tables.names import also_named
from sortie.facts.tables.notes import Notes
from sortie.facts.tables.schema import PERSON, Table, nested
from sortie.facts.typed import shown
from sortie.facts.unknown import UNKNOWN

Facts = dict[str, Any]
_Known = Callable[[str, Any], Any]


class Reader:
    """The columns of one file with the cells already read, and the row at hand."""

    def __init__(self, table: Table, desk: Desk, notes: Notes) -> None:
        self.table, self.desk, self.notes = table, desk, notes
        self.header = notes.headers[table.name]
        self.number, self.person, self.refused = 0, "", False
        self.row: Sequence[str] = ()
        self.cells = {
            column.name: (self.header.at[column.name], Cells(column.shape, desk))
            for column in table.columns
            if column.name in self.header.at
        }
        self._own = tuple(
            (column.name, *self.cells[column.name])
            for column in table.columns
            if not column.keys and column.name in self.cells and column.name != PERSON
        )
        self._needed = tuple(
            (column.name, self.header.at[column.name])
            for column in table.columns
            if column.required
            and not column.keys
            and column.name in self.header.at
            and column.name != PERSON
        )
        self._width = self.header.width
        self._person = self.header.at.get(PERSON, 0)

    @property
    def owns(self) -> bool:
        """Whether the file has columns that no key of the case file gives."""
        return bool(self._own)

    def turn(self, number: int, row: Sequence[str]) -> str:
        """Take the next row, and return the id of its person; empty where there is none."""
        self.number, self.row, self.refused = number, row, False
        self.person = row[self._person].strip() if self._person < len(row) else ""
        return self.person

    def whole(self) -> bool:
        """Whether the row has a cell for each column, no more, and none empty that each needs."""
        if len(self.row) != self._width:
            wide = {"count": str(len(self.row)), "most": str(self.header.width)}
            self.refuse("", Fault(Cause.ROW_WIDTH, "", shown(self.row[-1]), Wanted.AS_WIDE, wide))
            return False
        for column, index in self._needed:
            if not self.row[index].strip():
                self.missing(column)
        return not self.refused

    def refuse(self, column: str, fault: Fault) -> None:
        """Note a fault of the row at hand: its person is left out."""
        self.refused = True
        self.notes.cell(self.table, self.number, column, fault, self.person)

    def missing(self, column: str) -> None:
        """Note that a cell that each row needs is empty."""
        told = {"key": column, "also": also_named(column, self.desk.dictionary)}
        self.refuse(column, Fault(Cause.KEY_MISSING, "", "", Wanted.THE_CELL, told))

    def settle(self) -> None:
        """Note what the checks found on the row at hand."""
        self.refused, number = True, self.number
        self.notes.contradictions(self.desk.faults, self.person, lambda *_: number)
        self.desk.faults.clear()

    def own(self) -> Facts:
        """Return what the columns say that no key of the case file gives."""
        found: Facts = {}
        for name, index, cells in self._own:
            fact = self.fact(name, self.row[index], cells)
            if fact is not UNKNOWN:
                found[name] = fact
        return found

    def fact(self, column: str, text: str, cells: Cells) -> Any:
        """Return what a cell says, noting what is wrong with it."""
        fact = cells.fact(text)
        if fact is UNKNOWN:
            for fault in cells.refused(text):
                self.refuse(column, fault)
        return fact

    def part(self, record: Record, path: Path = (), above: tuple[str, ...] = ()) -> "Part":
        """Return how the cells of each row fill a mapping. A path of no row is that of the row."""
        part = Part(self, record, path, above)
        for name, key in record.keys.items():
            column = ".".join((*above, name))
            inside = nested(key.shape)
            if key.required:
                part.needed.append((key.attribute, column))
            if inside is not None:
                within = self.part(inside, path, (*above, name))
                if within.direct or within.inner or column in self.cells:
                    part.inner.append((key, column, within))
            elif column in self.cells:
                index, cells = self.cells[column]
                part.direct.append((key.attribute, index, cells.known.get, column, cells))
        return part


@dataclass(slots=True)
class Part:
    """How the cells of a row fill one mapping, and the mappings inside it."""

    reader: Reader
    record: Record
    path: Path
    above: tuple[str, ...]
    direct: list[tuple[str, int, Callable[[str, Any], Any], str, Cells]] = field(
        default_factory=list
    )
    inner: list[tuple[Key, str, "Part"]] = field(default_factory=list)
    needed: list[tuple[str, str]] = field(default_factory=list)

    def facts(self) -> Facts:
        """Return what the cells of the row at hand say, by the attribute that holds it."""
        found: Facts = {}
        row = self.reader.row
        for attribute, index, known, column, cells in self.direct:
            fact = known(row[index], NEW)
            if fact is NEW:
                fact = self.reader.fact(column, row[index], cells)
            if fact is not UNKNOWN:
                found[attribute] = fact
        for key, column, part in self.inner:
            part.fill(found, key, column)
        return found

    def fill(self, found: Facts, key: Key, column: str) -> None:
        """Fill the key of this mapping: none, a mapping, or nothing where it is unknown."""
        there: Any = UNKNOWN
        if column in self.reader.cells:
            index, cells = self.reader.cells[column]
            there = self.reader.fact(column, self.reader.row[index], cells)
        inside = self.facts()
        if there is None:
            found[key.attribute] = None
            for attribute, index, _, beside, _ in self.direct:
                if attribute in inside:
                    self.reader.refuse(beside, both(self.reader.row[index], column))
        elif there is True or inside:
            found[key.attribute] = self.made(inside)

    def made(self, facts: Facts) -> Any:
        """Return the mapping that the facts make, once checked; nothing after a refusal."""
        reader = self.reader
        for attribute, column in self.needed:
            if attribute not in facts and not reader.refused:
                reader.missing(column)
        if reader.refused:
            return UNKNOWN
        fact = self.record.kind(**facts)
        if self.record.check is not None:
            above = self.path or (*reader.table.at, reader.number)
            self.record.check(fact, (*above, *self.above), reader.desk)
        if reader.desk.faults:
            reader.settle()
        return fact


def both(read: str, other: str) -> Fault:
    """Return the fault of two cells of which one at most may be filled."""
    return Fault(Cause.KEYS_EXCLUDE, "", shown(read), Wanted.ONE_OF_BOTH, {"other": other})
