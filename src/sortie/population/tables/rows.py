"""A person read, as the rows of the tables: reading those rows again gives the same person."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from sortie.facts import UNKNOWN, tables
from sortie.population.tables.schema import arrow_schema

Cell = str | bool | int | date | None
Json = Mapping[str, Any]
_PERSON, _RANK = "person", "rank"
_OWN = {"sentences": "judgments", "leaves": "leave_times"}


def rows_of(table: tables.Table, read: tables.PersonRead, case: Json) -> Iterator[list[Cell]]:
    """Yield the rows of a person in a table; ``case`` is their file in its canonical form."""
    schema = arrow_schema(table.name)
    for rank, item, own in _items(table, read, case):
        yield [
            read.person if column.name == _PERSON
            else rank if column.name == _RANK
            else _typed(_said(column, item, own), schema.field(column.name).type)
            for column in table.columns
        ]  # fmt: skip


def _items(
    table: tables.Table, read: tables.PersonRead, case: Json
) -> Iterator[tuple[int, Json, Any]]:
    """Yield the rank, the keys and the owner of the columns of no key, for each row."""
    if not table.at:
        sections = [held for held in case.values() if isinstance(held, Mapping)]
        yield 0, {key: held for section in sections for key, held in section.items()}, read
        return
    section, name, *inside = table.at
    held: Sequence[Any] = getattr(read, _OWN.get(table.name, ""), ())
    for rank, item in enumerate(case.get(section, {}).get(name, ())):
        if inside:
            yield from ((rank, child, None) for child in item.get(inside[0], ()))
        else:
            yield rank, item, held[rank] if rank < len(held) else None


def _said(column: tables.Column, item: Json, own: Any) -> Any:
    if not column.keys:
        several = isinstance(own, tables.PersonRead | tables.LeaveTimes)
        held = getattr(own, column.name) if several else own
        return None if held is UNKNOWN else held
    value: Any = item
    for key in column.keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _typed(value: Any, kind: pa.DataType) -> Cell:
    """Return what is said as the type of its column; nothing where rows of another table say it."""
    if value is None or (isinstance(value, list) and value and isinstance(value[0], Mapping)):
        return None
    if pa.types.is_date32(kind):
        return date.fromisoformat(value)
    if not pa.types.is_string(kind):
        return value  # type: ignore[no-any-return]
    if isinstance(value, list):
        return tables.BETWEEN.join(map(_text, value)) if value else "none"
    return "true" if isinstance(value, Mapping) else _text(value)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
