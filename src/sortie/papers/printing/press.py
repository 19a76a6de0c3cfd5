"""The press: a sheet becomes an accessible, archival PDF, the same bytes for the same sheet.

Data go in as JSON and are never read as markup. The fonts are those that Typst holds, so that no
machine has its own version of a paper.
"""

import hashlib
import json
import re
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import typst

from sortie.papers.printing.characters import CELL, printable
from sortie.papers.printing.codes import code_of
from sortie.papers.printing.sheet import Receipt, Sheet, Table
from sortie.papers.printing.volume import Volume

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
TEMPLATE = Path(__file__).parent / "templates" / "sheet.typ"
VOLUME = TEMPLATE.with_name("volume.typ")
_STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed sheet: PDF/A-2a and PDF/UA-1 in one file; ``name`` is that of a file of it."""

    name: str
    title: str
    lang: str
    pdf: bytes

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.pdf).hexdigest()


def printed(sheet: Sheet) -> Paper:
    """Return the PDF of a sheet.

    Raises:   ReceiptTooLong
    """
    return _pressed(TEMPLATE, sheet)


def bound(volume: Volume) -> Paper:
    """Return the PDF of a volume."""
    return _pressed(VOLUME, volume)


def _pressed(template: Path, held: Sheet | Volume) -> Paper:
    pdf = typst.compile(
        template,
        root=template.parent,
        format="pdf",
        pdf_standards=_STANDARDS,
        ignore_system_fonts=True,
        sys_inputs={"data": written(held)},
    )
    return Paper(_UNSAFE.sub("-", held.name) + ".pdf", printable(held.title), held.lang, pdf)


def written(sheet: Sheet | Volume) -> str:
    """Return a sheet or a volume as its template reads it: JSON, and nothing but JSON.

    Raises:   ReceiptTooLong
    """
    return json.dumps(_written(sheet), ensure_ascii=True)


def _written(value: Any) -> Any:
    """Return JSON values in which every text can be shown, whoever typed it."""
    if isinstance(value, Receipt):
        code = code_of(value.text)
        lines = [printable(line) for line in value.text.splitlines()]
        return {**_named(value), "code": code.svg, "squares": code.squares, "lines": lines}
    if isinstance(value, Table):
        cells = replace(value, header=_cells(value.header), rows=tuple(map(_cells, value.rows)))
        return _named(cells)
    if is_dataclass(value):
        return _named(value)
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    return printable(value) if isinstance(value, str) else value


def _named(value: Any) -> Any:
    named = {each.name: _written(getattr(value, each.name)) for each in fields(value)}
    return {"kind": type(value).__name__.lower(), **named}


def _cells(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(printable(each, CELL) for each in texts)
