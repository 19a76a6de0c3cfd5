"""The rows of a file, numbered as a spreadsheet numbers them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Wanted
from sortie.facts.tables.names import also_named, column_named
from sortie.facts.tables.notes import Header, Notes
from sortie.facts.tables.schema import PERSON, Table

Row = tuple[int, Sequence[str]]
_DELIMITERS = ";,\t"


class Sheet(Protocol):
    """A table as it was handed in: a file, and its rows, the first being the names of columns."""

    @property
    def file(self) -> str: ...

    def rows(self) -> Iterator[Row]: ...


@dataclass(eq=False)
class BrokenSheet(Exception):
    """The rest of a file cannot be read."""

    code: Cause
    row: int
    read: str
    expected: Wanted
    params: dict[str, str]


@dataclass(frozen=True, slots=True)
class CsvSheet:
    """A CSV file in UTF-8, with or without a mark at its head.

    Its first line says what parts the cells: ``;``, ``,`` or a tab, whichever it holds most.
    """

    path: Path

    @property
    def file(self) -> str:
        return self.path.name

    def rows(self) -> Iterator[Row]:
        """Yield each row that holds something, with its number.

        Raises:   BrokenSheet: a byte that is not UTF-8, a quotation mark that never closes
        """
        number = 0
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as file:
                first = file.readline()
                file.seek(0)
                delimiter = max(_DELIMITERS, key=first.count)
                for number, row in enumerate(csv.reader(file, delimiter=delimiter, strict=True), 1):
                    if any(row):
                        yield number, row
        except UnicodeDecodeError:
            raise self._not_utf8() from None
        except csv.Error as wrong:
            raise BrokenSheet(
                Cause.NOT_CSV, number + 1, str(wrong), Wanted.CLOSED_QUOTES, {}
            ) from wrong

    def _not_utf8(self) -> BrokenSheet:
        raw = self.path.read_bytes()
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as wrong:
            row = raw.count(b"\n", 0, wrong.start) + 1
            read = raw[wrong.start : wrong.end].hex()
            byte = str(wrong.start)
            return BrokenSheet(Cause.NOT_UTF8, row, read, Wanted.UTF8, {"byte": byte})
        return BrokenSheet(Cause.NOT_UTF8, 1, "", Wanted.UTF8, {"byte": "0"})


def opened(table: Table, sheet: Sheet, notes: Notes, desk: Desk) -> Iterator[Row]:
    """Read the names of the columns, then yield the rows below.

    A name that is not known, or comes twice, is a fault of the file; the other columns are read.
    """
    rows = _until_broken(sheet, notes)
    header = notes.headers[table.name] = Header(sheet.file)
    before = len(notes.faults)
    first = next(rows, None)
    if first is not None:
        _head(table, first, header, notes, desk)
    elif len(notes.faults) == before:
        notes.whole(sheet.file, Cause.EMPTY, "", Wanted.HEADER)
    if PERSON in header.at:
        yield from rows


def _until_broken(sheet: Sheet, notes: Notes) -> Iterator[Row]:
    try:
        yield from sheet.rows()
    except BrokenSheet as broken:
        notes.whole(
            sheet.file, broken.code, broken.read, broken.expected, row=broken.row, **broken.params
        )


def _head(table: Table, first: Row, header: Header, notes: Notes, desk: Desk) -> None:
    number, typed_names = first
    header.width = len(typed_names)
    names = {column.name for column in table.columns}
    ways = [*sorted(names), *sorted(also_named(name, desk.dictionary) for name in names)]
    for index, typed in enumerate(typed_names):
        name = column_named(typed, desk.dictionary)
        if name not in names:
            near = desk.nearest(typed, ways)
            notes.whole(header.file, Cause.UNKNOWN_COLUMN, typed, Wanted.KNOWN_COLUMN,
                        row=number, column=typed, nearest=near)  # fmt: skip
        elif name in header.at:
            notes.whole(header.file, Cause.COLUMN_TWICE, typed, Wanted.COLUMN_ONCE,
                        row=number, column=typed)  # fmt: skip
        else:
            header.at[name], header.spelled[name] = index, typed.strip()
    for column in table.columns:
        if column.required and column.name not in header.at:
            also = also_named(column.name, desk.dictionary)
            notes.whole(header.file, Cause.COLUMN_MISSING, column.name, Wanted.THE_COLUMN,
                        row=number, column=column.name, also=also)  # fmt: skip
