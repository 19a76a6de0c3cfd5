"""Printing: sheets of plain blocks, set by one template, as accessible archival PDFs."""

from sortie.papers.printing.characters import paragraphs, printable
from sortie.papers.printing.press import TEMPLATE, Paper, printed, written
from sortie.papers.printing.sheet import (
    Blank,
    Block,
    Fact,
    Facts,
    Framed,
    Heading,
    Hours,
    Item,
    Items,
    Para,
    Receipt,
    Sheet,
    Signature,
    Signatures,
    Slip,
    Style,
    Table,
)

__all__ = [
    "TEMPLATE",
    "Blank",
    "Block",
    "Fact",
    "Facts",
    "Framed",
    "Heading",
    "Hours",
    "Item",
    "Items",
    "Paper",
    "Para",
    "Receipt",
    "Sheet",
    "Signature",
    "Signatures",
    "Slip",
    "Style",
    "Table",
    "paragraphs",
    "printable",
    "printed",
    "written",
]
