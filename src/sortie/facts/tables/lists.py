"""The tables whose rows are lists of the case file: read, put in order, handed to their person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple

from sortie.facts import checks
from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Fault, Path, Wanted
from sortie.facts.records import Application, LeaveTaken
from sortie.facts.structures import ListOf
from sortie.facts.tables.notes import Notes
from sortie.facts.tables.rows import Facts, Part, Reader, both
from sortie.facts.tables.schema import PERSON, PERSONS, RANK, Table, first_day
from sortie.facts.tables.sheets import Sheet, opened
from sortie.facts.typed import shown

LEAVES = "leaves"
_NO_COLUMN: Facts = {}
Ids = Mapping[str, object]


class Entry(NamedTuple):
    """One row read: its number, its rank where it has one, its record, the columns of no key."""

    row: int
    rank: int
    fact: Any
    own: Facts


@dataclass(slots=True)
class Listed:
    """The rows of one table by person, or by person and rank of the row they belong to.

    ``complete`` says that having no row is having none. Of the people ``holed``, a row was refused:
    the others would contradict each other for want of it.
    """

    table: Table
    complete: bool = False
    of: dict[Any, list[Entry]] = field(default_factory=dict)
    holed: set[str] = field(default_factory=set)
    _by_day: Callable[[Entry], date] = field(init=False)

    def take(self, key: Any) -> list[Entry]:
        """Return the rows under a key, in order, and forget them."""
        found: list[Entry] = self.of.pop(key, [])
        if len(found) > 1:
            found.sort(key=_by_rank if self.table.ranked else self._by_day)
        return found

    def __post_init__(self) -> None:
        day = first_day(self.table.record)
        held = attrgetter(day) if day else None

        def by_day(entry: Entry) -> date:
            found = held(entry.fact) if held is not None else None
            return found if isinstance(found, date) else date.min

        self._by_day = by_day


_by_rank = attrgetter("rank")


def arranged(list_of: ListOf, found: list[Entry], path: Path, desk: Desk) -> Any:
    """Return the facts of a list, in the order and with the checks of the case file."""
    if list_of.arrange is None:
        return tuple([entry.fact for entry in found])
    items = [(rank, entry.fact) for rank, entry in enumerate(found)]
    return tuple(list_of.arrange(items, path, desk))


class ListReader:
    """Reads one table. The tables of its children have been read before."""

    def __init__(self, reader: Reader, children: Mapping[str, Listed]) -> None:
        self.reader, self._owns = reader, reader.owns
        self._part: Part = reader.part(reader.table.record)
        self._lists = [
            (name, key.attribute, key.shape, children[f"{reader.table.name}_{key.attribute}"])
            for name, key in reader.table.record.keys.items()
            if isinstance(key.shape, ListOf) and f"{reader.table.name}_{key.attribute}" in children
        ]

    def entry(self) -> Entry:
        """Return the row at hand as a fact, with the rows that belong to it."""
        own = self.reader.own() if self._owns else _NO_COLUMN
        rank: int = own.pop(RANK, 0) if own else 0
        facts = self._part.facts()
        for name, attribute, list_of, listed in self._lists:
            found = listed.take((self.reader.person, rank))
            if found and attribute in facts:
                self.reader.refuse(name, both("none", _place(self.reader, listed, found[0])))
            elif found:
                path: Path = (*self.reader.table.at, self.reader.number, name)
                facts[attribute] = arranged(list_of, found, path, self.reader.desk)
            elif attribute not in facts and listed.complete:
                facts[attribute] = ()
        fact = self._part.made(facts)
        if own and self.reader.table.name == LEAVES and not self.reader.refused:
            _times_of_the_leave(self.reader, fact, own)
        return Entry(self.reader.number, rank, fact, own)


def _times_of_the_leave(reader: Reader, leave: LeaveTaken, own: Facts) -> None:
    """The return comes after the departure, and both fall on the days of the leave."""
    departs, returns = own.get("departs_at"), own.get("returns_at")
    for column, day, other, instant in (
        ("departs_at", leave.since, "from", departs), ("returns_at", leave.until, "until", returns),
    ):  # fmt: skip
        if instant is not None and isinstance(day, date) and instant.date() != day:
            told = {"held": day.isoformat(), "other": reader.header.column(other)}
            read = instant.isoformat()
            reader.refuse(column, Fault(Cause.DISAGREES, "", read, Wanted.SAME_DAY, told))
    if departs is not None and returns is not None:
        times = Application(departs_at=departs, returns_at=returns)
        checks.application(times, (*reader.table.at, reader.number), reader.desk)
        if reader.desk.faults:
            reader.settle()


def _place(reader: Reader, listed: Listed, entry: Entry) -> str:
    return f"{reader.notes.file_of(listed.table.name)}:{entry.row}"


def read_list(
    sheet: Sheet, listed: Listed, ids: Ids, desk: Desk, notes: Notes, children: Mapping[str, Listed]
) -> None:
    """Read the rows of a table for their people. A row of nobody, or with a fault, is noted."""
    table = listed.table
    rows = opened(table, sheet, notes, desk)
    first = next(rows, None)
    if first is None:
        return
    reader = Reader(table, desk, notes)
    lists = ListReader(reader, children)
    for number, row in chain([first], rows):
        person = reader.turn(number, row)
        if person not in ids:
            _astray(reader, listed)
            continue
        entry = lists.entry() if reader.whole() else None
        if entry is None or reader.refused:
            listed.holed.add(person)
            continue
        key = (person, entry.rank) if table.parent else person
        listed.of.setdefault(key, []).append(entry)


def _astray(reader: Reader, listed: Listed) -> None:
    """Note a row that is nobody's: the table may lack a row of anyone."""
    listed.complete = False
    if reader.person:
        reader.refuse(PERSON, _no_such_row(reader.person, reader.notes.file_of(PERSONS)))
    else:
        reader.missing(PERSON)


def orphans(child: Listed, notes: Notes) -> None:
    """Note the rows that belong to a row that is not there."""
    file = notes.file_of(child.table.parent)
    for (person, rank), found in child.of.items():
        for entry in found if person not in notes.persons else ():
            notes.cell(child.table, entry.row, RANK, _no_such_row(str(rank), file), person)


def _no_such_row(read: str, file: str) -> Fault:
    return Fault(Cause.NO_SUCH_ROW, "", shown(read), Wanted.ROW_THERE, {"table": file})


def ranks_in_turn(listed: Listed, found: list[Entry], person: str, notes: Notes) -> None:
    """Note a rank that comes twice, or the first that is not there."""
    for place, entry in enumerate(found):
        if entry.rank == place:
            continue
        twice = place > 0 and found[place - 1].rank == entry.rank
        code, wanted = (
            (Cause.TWICE, Wanted.ITEM_ONCE) if twice else (Cause.RANK_GAP, Wanted.RANKS_IN_TURN)
        )
        told = {} if twice else {"rank": str(place)}
        fault = Fault(code, "", str(entry.rank), wanted, told)
        notes.cell(listed.table, entry.row, RANK, fault, person)
        return
