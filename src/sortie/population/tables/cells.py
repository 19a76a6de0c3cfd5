"""The columns of an Arrow table as the texts of cells, which the schema of the tables reads."""

from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from sortie.facts import tables

_TIMED = "%Y-%m-%dT%H:%M:%S"


def texts_of(column: pa.ChunkedArray) -> list[str]:
    """Return each value as it would be typed in a cell; nothing where it is null.

    The trap: a date with a time is written as an instant, so that a time is never dropped.

    Raises:   pyarrow.ArrowException: a type of values that no cell can hold
    """
    kind = column.type
    if pa.types.is_boolean(kind):
        texts = pc.if_else(column, "true", "false")
    elif pa.types.is_timestamp(kind):
        texts = pc.strftime(column, format=_TIMED)
    else:
        texts = column.cast(pa.string())
    found: list[str] = pc.fill_null(texts, "").to_pylist()
    return found


@cache
def canonical(typed: str) -> str:
    """Return the name of a column that needs no dot, in whichever language it is typed."""
    return tables.tables_dictionary().key(typed.strip())


@cache
def _needed() -> frozenset[str]:
    columns = [column for table in tables.TABLES.values() for column in table.columns]
    return frozenset(column.name for column in columns if column.required)


def said_in(table: pa.Table) -> list[str]:
    """Return the columns in which something is said, and those that each row needs.

    A column that is null from top to bottom says what a column left out says.
    """
    return [
        name
        for name, column in zip(table.column_names, table.columns, strict=True)
        if canonical(name) in _needed() or column.null_count < len(column)
    ]
