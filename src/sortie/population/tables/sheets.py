"""Files that hold one table: Parquet and workbooks, as the rows that the room of facts reads."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.utils.exceptions import InvalidFileException

from sortie.facts import Cause, Wanted, tables
from sortie.population.tables.cells import said_in, texts_of
from sortie.population.tables.schema import FORMAT_KEY

Row = tuple[int, Sequence[str]]
FIRST_ROW = 2


@dataclass(frozen=True, slots=True)
class ParquetPart:
    """The rows of a Parquet file from one, counted from 0, to the eve of another."""

    path: Path
    first: int
    after: int

    @property
    def file(self) -> str:
        return self.path.name

    def rows(self) -> Iterator[Row]:
        """Yield the names of the columns that say something, then each row.

        Raises:   BrokenSheet: a damaged file, a column whose values no cell can hold
        """
        with opened(self.path) as file:
            held = rows_between(file, self.first, self.after)
        names = said_in(held)
        yield 1, names
        columns = [_texts(held, name) for name in names]
        yield from enumerate(zip(*columns, strict=True), self.first + FIRST_ROW)


def _texts(held: pa.Table, name: str) -> list[str]:
    column = held.column(name)
    try:
        return texts_of(column)
    except pa.ArrowException:
        told = {"column": name}
        raise tables.BrokenSheet(
            Cause.NOT_PARQUET, 1, str(column.type), Wanted.PARQUET, told
        ) from None


@dataclass(frozen=True, slots=True)
class ParquetSheet:
    """A whole Parquet file. Rows are numbered as a spreadsheet would."""

    path: Path

    @property
    def file(self) -> str:
        return self.path.name

    def rows(self) -> Iterator[Row]:
        """Yield the names of the columns, then each row, group by group.

        Raises:   BrokenSheet: no Parquet file, one of another format, a value that no cell holds
        """
        with opened(self.path) as file:
            names = file.schema_arrow.names
            yield 1, names
            number = FIRST_ROW
            for group in range(file.num_row_groups):
                held = file.read_row_group(group)
                columns = [_texts(held, name) for name in names]
                yield from enumerate(zip(*columns, strict=True), number)
                number += held.num_rows


@contextmanager
def opened(path: Path) -> Iterator[pq.ParquetFile]:
    """Open a Parquet file of tables.

    Raises:   OSError: it is not there, or may not be read
    Raises:   BrokenSheet: no Parquet file, a damaged one, or one that says it is of another format
    """
    with path.open("rb") as source:
        try:
            file = pq.ParquetFile(source)
            told = file.schema_arrow.metadata or {}
            said = told.get(FORMAT_KEY, tables.FORMAT.encode()).decode("utf-8", "replace")
            if said != tables.FORMAT:
                raise tables.BrokenSheet(
                    Cause.WRONG_FORMAT, 1, said, Wanted.WORD, {"format": tables.FORMAT}
                )
            yield file
        except (pa.ArrowException, OSError) as wrong:
            read = str(wrong).partition("\n")[0]
            raise tables.BrokenSheet(Cause.NOT_PARQUET, 1, read, Wanted.PARQUET, {}) from wrong


def rows_between(file: pq.ParquetFile, first: int, after: int) -> pa.Table:
    """Return the rows of a file from one to the eve of another; only their groups are read."""
    groups: list[int] = []
    start = skipped = 0
    for group in range(file.num_row_groups):
        end = start + file.metadata.row_group(group).num_rows
        if end <= first:
            skipped = end
        elif start < after:
            groups.append(group)
        start = end
    return file.read_row_groups(groups).slice(first - skipped, after - first)


@dataclass(frozen=True, slots=True)
class WorkbookSheet:
    """A workbook of one sheet. A formula is read as the value that was saved with it."""

    path: Path

    @property
    def file(self) -> str:
        return self.path.name

    def rows(self) -> Iterator[Row]:
        """Yield each row that holds something, with its number.

        Raises:   BrokenSheet: no workbook, or several sheets that hold something
        """
        try:
            book = openpyxl.load_workbook(self.path, read_only=True, data_only=True)
        except (BadZipFile, InvalidFileException, KeyError, ValueError, OSError) as wrong:
            raise tables.BrokenSheet(
                Cause.NOT_A_WORKBOOK, 1, str(wrong), Wanted.WORKBOOK, {}
            ) from wrong
        try:
            yield from _rows_of(book)
        finally:
            book.close()


def _rows_of(book: Any) -> Iterator[Row]:
    filled = [sheet for sheet in book.worksheets if any(_typed_rows(sheet))]
    if len(filled) > 1:
        names = ", ".join(sheet.title for sheet in filled)
        raise tables.BrokenSheet(Cause.SEVERAL_SHEETS, 1, names, Wanted.ONE_SHEET, {})
    width = 0
    for number, row in _typed_rows(filled[0]) if filled else ():
        last = max(place for place, text in enumerate(row) if text) + 1
        width = width or last
        yield number, (*row[: max(width, last)], *[""] * (width - len(row)))


def _typed_rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        typed = [_typed(value) for value in row]
        if any(typed):
            yield number, typed


def _typed(value: Any) -> str:
    """Return what was typed in a cell of a workbook; a day keeps its time if it has one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        whole = value.time() == time()
        return value.date().isoformat() if whole else value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


KINDS: dict[str, Callable[[Path], ParquetSheet | WorkbookSheet]] = {
    ".parquet": ParquetSheet,
    ".xlsx": WorkbookSheet,
}
