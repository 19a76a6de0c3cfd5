"""From the rows of a person to a case file, with the checks that look at the person whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Fault, Wanted
from sortie.facts.records import CaseFile
from sortie.facts.schema import CASE
from sortie.facts.shapes import FORMAT
from sortie.facts.structures import Key, ListOf, Record
from sortie.facts.tables.lists import LEAVES, Entry, Listed, arranged, ranks_in_turn
from sortie.facts.tables.loaded import LeaveTimes, PersonRead
from sortie.facts.tables.notes import Notes
from sortie.facts.tables.rows import Facts, Reader, both
from sortie.facts.tables.schema import PERSON, PERSONS, SECTIONS, TABLES, TABLES_AT, Table
from sortie.facts.tables.sheets import Sheet, opened
from sortie.facts.typed import shown
from sortie.facts.unknown import UNKNOWN

_SENTENCES = "sentences"


@dataclass(slots=True)
class PersonRow:
    """The row of a person: its number, the columns of no key, the single facts by section."""

    row: int
    own: Facts
    sections: tuple[Facts, ...]


def read_persons(sheet: Sheet, desk: Desk, notes: Notes) -> dict[str, PersonRow]:
    """Return the row of each person. Two rows of one person leave them out."""
    table = TABLES[PERSONS]
    rows = opened(table, sheet, notes, desk)
    persons: dict[str, PersonRow] = {}
    first = next(rows, None)
    if first is None:
        return persons
    reader = Reader(table, desk, notes)
    parts = [reader.part(record, (section,)) for section, (_, record) in SECTIONS.items()]
    held: dict[Any, str] = {}
    for number, row in chain([first], rows):
        person = reader.turn(number, row)
        if person in persons:
            for again in (persons[person].row, number):
                _twice(PERSON, person, (again, person), notes)
            continue
        if not person:
            reader.missing(PERSON)
            continue
        persons[person] = PersonRow(number, {}, ())
        if reader.whole():
            reader.fact(PERSON, person, reader.cells[PERSON][1])
            own = reader.own()
            persons[person] = PersonRow(number, own, tuple([part.facts() for part in parts]))
            _committed_once(person, own, persons, held, notes)
    return persons


def _committed_once(
    person: str, own: Facts, persons: Mapping[str, PersonRow], held: dict[Any, str], notes: Notes
) -> None:
    """A committal number is one person's in its prison, said or not."""
    number = own.get("committal_number")
    if number is None:
        return
    first = held.setdefault((own.get("prison"), number), person)
    if first != person:
        for each in (first, person):
            _twice("committal_number", number, (persons[each].row, each), notes)


def _twice(column: str, read: str, at: tuple[int, str], notes: Notes) -> None:
    row, person = at
    fault = Fault(Cause.TWICE, "", shown(read), Wanted.ITEM_ONCE)
    notes.cell(TABLES[PERSONS], row, column, fault, person)


@dataclass(slots=True)
class _Lists:
    """The lists of one section of the case file, and the tables that hold their rows."""

    name: str
    key: Key
    record: Record
    lists: list[tuple[str, str, ListOf, Listed]]


class Assembler:
    """Makes the case file of each person, once every table is read."""

    def __init__(self, listed: Mapping[str, Listed], desk: Desk, notes: Notes) -> None:
        self._desk, self._notes = desk, notes
        self._sections = [
            _Lists(section, key, record, list(_lists_of(section, record, listed)))
            for section, (key, record) in SECTIONS.items()
        ]

    def person(self, person: str, row: PersonRow) -> PersonRead | None:
        """Return a person without a fault; nothing for one whose facts contradict each other."""
        taken: dict[str, list[Entry]] = {}
        sections = {
            part.key.attribute: self._section(part, facts, (person, row), taken)
            for part, facts in zip(self._sections, row.sections, strict=True)
        }
        jurisdiction = self._desk.vocabulary.jurisdiction
        case = CaseFile(format=FORMAT, jurisdiction=jurisdiction, **sections)
        if CASE.check is not None:
            CASE.check(case, (), self._desk)
        if self._desk.faults:
            self._settle(person, row, taken)
        return None if person in self._notes.persons else _read(person, row, case, taken)

    def _section(
        self, part: _Lists, facts: Facts, whose: tuple[str, PersonRow],
        taken: dict[str, list[Entry]],
    ) -> Any:  # fmt: skip
        person = whose[0]
        for name, attribute, list_of, listed in part.lists:
            found = listed.take(person)
            if person in listed.holed:
                continue
            if found:
                taken[listed.table.name] = found
                if listed.table.ranked:
                    ranks_in_turn(listed, found, person, self._notes)
                if attribute in facts:
                    self._none_and_rows(name, listed, found, whose)
                facts[attribute] = arranged(list_of, found, (part.name, name), self._desk)
            elif listed.complete and attribute not in facts:
                facts[attribute] = ()
        fact = part.record.kind(**facts)
        if part.record.check is not None:
            part.record.check(fact, (part.name,), self._desk)
        return fact

    def _none_and_rows(
        self, name: str, listed: Listed, found: list[Entry], whose: tuple[str, PersonRow]
    ) -> None:
        person, row = whose
        other = f"{self._notes.file_of(listed.table.name)}:{found[0].row}"
        self._notes.cell(TABLES[PERSONS], row.row, name, both("none", other), person)

    def _settle(self, person: str, row: PersonRow, taken: Mapping[str, list[Entry]]) -> None:
        """Note what the checks found on the rows that it came from."""

        def row_of(table: Table, rank: int) -> int:
            return taken[table.name][rank].row if table.name in taken else row.row

        self._notes.contradictions(self._desk.faults, person, row_of)
        self._desk.faults.clear()


def _lists_of(
    section: str, record: Record, listed: Mapping[str, Listed]
) -> Iterator[tuple[str, str, ListOf, Listed]]:
    for name, key in record.keys.items():
        table = TABLES_AT.get((section, name))
        if table is not None and table.name in listed and table.list_of is not None:
            yield name, key.attribute, table.list_of, listed[table.name]


def _read(
    person: str, row: PersonRow, case: CaseFile, taken: Mapping[str, list[Entry]]
) -> PersonRead:
    judgments = [entry.own.get("judgment", UNKNOWN) for entry in taken.get(_SENTENCES, ())]
    times = [LeaveTimes(**entry.own) for entry in taken.get(LEAVES, ())]
    return PersonRead(
        person=person, case=case, judgments=tuple(judgments), leave_times=tuple(times), **row.own
    )
