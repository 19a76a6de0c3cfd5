"""Writing a folder of tables as Parquet files, in the order of the persons."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from sortie import facts
from sortie.facts import tables
from sortie.population.tables.rows import rows_of
from sortie.population.tables.schema import arrow_schema

ROWS_IN_A_GROUP = 65_536


class TablesWriter:
    """Takes people one after the other; a table without a row is no file. Used in a ``with``.

    What is not there is said so in the row of the person, so that no table needs to be complete.
    """

    def __init__(self, folder: Path, jurisdiction: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        page = f"format: {tables.FORMAT}\njurisdiction: {jurisdiction}\n"
        (folder / tables.MANIFEST).write_text(page, encoding="utf-8")
        self._rows: dict[str, list[list[Any]]] = {name: [] for name in tables.TABLES}
        self._files: dict[str, pq.ParquetWriter] = {}

    def __enter__(self) -> "TablesWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        for name in tables.TABLES:
            self._write(name)
        for file in self._files.values():
            file.close()

    def add(self, people: Iterable[tables.PersonRead]) -> None:
        """Write people after those written already."""
        for read in people:
            case = facts.to_canonical(read.case)
            for name, table in tables.TABLES.items():
                self._rows[name] += rows_of(table, read, case)
        for name, rows in self._rows.items():
            if len(rows) >= ROWS_IN_A_GROUP:
                self._write(name)

    def _write(self, name: str) -> None:
        rows = self._rows[name]
        if not rows:
            return
        schema = arrow_schema(name)
        columns = [
            pa.array(held, field.type)
            for held, field in zip(zip(*rows, strict=True), schema, strict=True)
        ]
        if name not in self._files:
            self._files[name] = pq.ParquetWriter(self._folder / f"{name}.parquet", schema)
        self._files[name].write_table(
            pa.Table.from_arrays(columns, schema=schema), row_group_size=ROWS_IN_A_GROUP
        )
        rows.clear()
