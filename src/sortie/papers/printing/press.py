"""The press: a sheet becomes an accessible, archival PDF, the same bytes for the same sheet.

Data go in as JSON and are never read as markup. The fonts are those that Typst holds, so that no
machine has its own version of a paper.
"""

import hashlib
import json
import re
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typst

from sortie.papers.printing.characters import printable
from sortie.papers.printing.codes import code_of
from sortie.papers.printing.sheet import Receipt, Sheet

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")
_TEMPLATES = Path(__file__).parent / "templates"
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
    written = json.dumps(_written(sheet), ensure_ascii=True)
    pdf = typst.compile(
        _TEMPLATES / "sheet.typ",
        root=_TEMPLATES,
        format="pdf",
        pdf_standards=_STANDARDS,
        ignore_system_fonts=True,
        sys_inputs={"data": written},
    )
    return Paper(_UNSAFE.sub("-", sheet.name) + ".pdf", printable(sheet.title), sheet.lang, pdf)


def _written(value: Any) -> Any:
    """Return JSON values in which every text can be shown, whoever typed it."""
    if isinstance(value, Receipt):
        return {
            "title": printable(value.title),
            "alt": printable(value.alt),
            "code": code_of(value.text),
            "lines": [printable(line) for line in value.text.splitlines()],
        }
    if is_dataclass(value):
        named = {each.name: _written(getattr(value, each.name)) for each in fields(value)}
        return {"kind": type(value).__name__.lower(), **named}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, date):
        return {"year": value.year, "month": value.month, "day": value.day}
    return printable(value) if isinstance(value, str) else value
