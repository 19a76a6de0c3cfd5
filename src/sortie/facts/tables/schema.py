"""The tables of the people of a prison (``format: sortie/tables@1``), made from the case file.

Every list of the case file is a table, every other key a column: a key that the case file gains
is a column, or a table, of its own. The one list of columns that no key gives is ``_OWN``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sortie.facts.errors import Wanted
from sortie.facts.moments import Day, Instant
from sortie.facts.schema import CASE
from sortie.facts.shapes import Flag, OrNone, Rank, Shape, Text, Word
from sortie.facts.structures import Key, ListOf, Record
from sortie.facts.tables.cells import NoneAlone, Presence

FORMAT = "sortie/tables@1"
PERSONS = "persons"
PERSON = "person"
RANK = "rank"

_WANTED: dict[type, Wanted] = {
    Flag: Wanted.FLAG,
    Instant: Wanted.INSTANT,
    NoneAlone: Wanted.NONE_OR_EMPTY,
    Presence: Wanted.TRUE_OR_NONE,
    Rank: Wanted.RANK,
    Word: Wanted.WORD,
}
_NOT_OF_PEOPLE = "application"
_NAMES = {"status": "statuses"}
_OWN: dict[str, dict[str, Shape]] = {
    PERSONS: {
        "committal_number": Text(),
        "prison": Text(),
        "family_name": Text(),
        "given_name": Text(),
    },
    "sentences": {"judgment": Text()},
    "leaves": {"departs_at": Instant(), "returns_at": Instant()},
}

SECTIONS: dict[str, tuple[Key, Record]] = {
    name: (key, key.shape)
    for name, key in CASE.keys.items()
    if isinstance(key.shape, Record) and name != _NOT_OF_PEOPLE
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what a cell holds, and the key that it fills, from the table's record.

    A column that no key gives has no ``keys``. ``commuted.decided_on`` is a key inside a key.
    """

    name: str
    shape: Shape
    keys: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: where its rows go in the case file, and its columns.

    A row is a ``record``, save in the table of persons, whose rows fill several. A row of a table
    with a ``parent`` belongs to the row of that table with the same rank; where rows are
    ``ranked``, each says its own.
    """

    name: str
    at: tuple[str, ...]
    columns: tuple[Column, ...]
    record: Record
    list_of: ListOf | None = None
    parent: str = ""
    ranked: bool = False


def wanted(shape: Shape) -> Wanted:
    """Return what a cell of a shape is expected to hold, as its refusal says it."""
    told = getattr(shape, "wanted", None)
    if isinstance(told, Wanted):
        return told
    return _WANTED.get(type(shape), Wanted.TEXT)


def first_day(record: Record) -> str:
    """Return the attribute that puts rows without rank in order; empty where none does."""
    days = (key.attribute for key in record.keys.values() if isinstance(_inner(key.shape), Day))
    return next(days, "")


def _inner(shape: Shape) -> Shape:
    return shape.shape if isinstance(shape, OrNone) else shape


def _listed(shape: Shape) -> tuple[ListOf, Record] | None:
    """Return a list and the mapping of each row, when they make a table of their own."""
    if isinstance(shape, ListOf) and isinstance(shape.item, Record):
        return shape, shape.item
    return None


def nested(shape: Shape) -> Record | None:
    """Return the mapping that a key holds, if it holds one."""
    inner = _inner(shape)
    return inner if isinstance(inner, Record) else None


def _columns(record: Record, above: tuple[str, ...] = ()) -> Iterator[Column]:
    for name, key in record.keys.items():
        keys = (*above, name)
        inside = nested(key.shape)
        if inside is not None:
            if isinstance(key.shape, OrNone):
                yield Column(".".join(keys), Presence(), keys)
            yield from _columns(inside, keys)
        elif _listed(key.shape) is not None:
            yield Column(".".join(keys), NoneAlone(), keys)
        else:
            yield Column(".".join(keys), key.shape, keys, key.required and not above)


def _own(table: str) -> Iterator[Column]:
    for name, shape in _OWN.get(table, {}).items():
        yield Column(name, shape)


def _tables() -> Iterator[Table]:
    person = Column(PERSON, Text(), required=True)
    single = [column for _, record in SECTIONS.values() for column in _columns(record)]
    yield Table(PERSONS, (), (person, *_own(PERSONS), *single), Record(dict, {}))
    for section, (_, record) in SECTIONS.items():
        for name, key in record.keys.items():
            listed = _listed(key.shape)
            if listed is not None:
                table = _NAMES.get(key.attribute, key.attribute)
                yield from _with_children(table, (section, name), *listed)


def _with_children(
    name: str, at: tuple[str, ...], list_of: ListOf, record: Record
) -> Iterator[Table]:
    children = [
        Table(
            f"{name}_{key.attribute}",
            (*at, inside),
            (*_identity(ranked=True), *_columns(listed[1])),
            listed[1],
            listed[0],
            name,
        )
        for inside, key in record.keys.items()
        if (listed := _listed(key.shape)) is not None
    ]
    ranked = bool(children) or name == "sentences"
    columns = (*_identity(ranked=ranked), *_columns(record), *_own(name))
    yield Table(name, at, columns, record, list_of, ranked=ranked)
    yield from children


def _identity(*, ranked: bool) -> tuple[Column, ...]:
    person = Column(PERSON, Text(), required=True)
    return (person, Column(RANK, Rank(), required=True)) if ranked else (person,)


TABLES: dict[str, Table] = {table.name: table for table in _tables()}
TABLES_AT: dict[tuple[str, ...], Table] = {table.at: table for table in TABLES.values() if table.at}
