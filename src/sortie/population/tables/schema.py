"""The Arrow schema of each table of people, made from the schema of its cells.

A cell that may say ``none``, or hold several items, is the text of a CSV cell: it has no other
type. Null is unknown, as an empty cell is.
"""

from functools import cache

import pyarrow as pa

from sortie.facts import Wanted, tables

FORMAT_KEY, TABLE_KEY = b"sortie.format", b"sortie.table"
_TYPES: dict[Wanted, pa.DataType] = {
    Wanted.FLAG: pa.bool_(),
    Wanted.DATE: pa.date32(),
    Wanted.RANK: pa.int32(),
}


@cache
def arrow_schema(table: str) -> pa.Schema:
    """Return the schema of a table: its columns in their order, its name and format beside them.

    >>> arrow_schema("statuses").field("from").type
    DataType(date32[day])
    """
    columns = tables.TABLES[table].columns
    return pa.schema(
        [(column.name, _type_of(column)) for column in columns],
        metadata={FORMAT_KEY: tables.FORMAT.encode(), TABLE_KEY: table.encode()},
    )


def _type_of(column: tables.Column) -> pa.DataType:
    if isinstance(column.shape, tables.ListOf | tables.OrNone):
        return pa.string()
    return _TYPES.get(tables.wanted(column.shape), pa.string())
