"""The files that a list is taken away in. Neither is held whole in memory."""

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from sortie.web.pages.lists.columns import Value, text_of

MARK = "\ufeff"
# What a spreadsheet would take for a formula, and what its file may not hold.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_INSTANT = "yyyy-mm-dd hh:mm"
_WIDTH = 20
# A file smaller than this never touches the disk.
_IN_MEMORY = 1 << 20


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file to be: its name, its headings, the language its reader's spreadsheet speaks."""

    name: str
    headings: list[str]
    language: str


def csv_of(sheet: Sheet, rows: Iterable[list[Value]]) -> Iterator[bytes]:
    """Yield a table as lines of text, marked as UTF-8: semicolons in French, commas elsewhere."""
    between = ";" if sheet.language == "fr" else ","
    yield MARK.encode() + _line([*sheet.headings], between)
    for row in rows:
        yield _line([_text(each) for each in row], between)


def _line(cells: list[str], between: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=between).writerow(cells)
    return text.getvalue().encode()


def _text(value: Value) -> str:
    text = _UNFIT.sub("", text_of(value))
    return f"'{text}" if text.startswith(_FORMULA) else text


def xlsx_of(sheet: Sheet, rows: Iterable[list[Value]], at: datetime) -> IO[bytes]:
    """Return an open file, at its beginning: a workbook of one table, made line by line."""
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = at.replace(tzinfo=None)
    table: Any = book.create_sheet(sheet.name)
    table.freeze_panes = "A2"
    for number in range(1, len(sheet.headings) + 1):
        table.column_dimensions[get_column_letter(number)].width = _WIDTH
    heads = [WriteOnlyCell(table, value=each) for each in sheet.headings]
    for head in heads:
        head.font = Font(bold=True)
    table.append(heads)
    for row in rows:
        table.append([_cell(table, each) for each in row])
    kept: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (sent, then closed)
    book.save(kept)
    kept.seek(0)
    return kept


def _cell(table: Any, value: Value) -> Any:
    if isinstance(value, datetime):
        # A spreadsheet knows no zone: the clock of the prison is what its reader expects.
        cell = WriteOnlyCell(table, value=value.replace(tzinfo=None))
        cell.number_format = _INSTANT
        return cell
    cell = WriteOnlyCell(table, value=_UNFIT.sub("", value or "") or None)
    if cell.value is not None:
        # Whatever it begins with, it is text and no formula.
        cell.data_type = "s"
    return cell
