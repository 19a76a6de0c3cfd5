"""What a report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sortie.reform.comparing import Comparison
from sortie.reform.expecting import Expected, Rate
from sortie.reform.records import Reform
from sortie.rules import Book


@dataclass(frozen=True)
class Report:
    """One comparison with the laws behind it, what is expected of it, and how to have it again.

    ``reforms``: a law without one is the law in force. ``expected`` is nothing where a total is
    hidden or too small. ``command`` is what was typed.
    """

    comparison: Comparison
    reforms: tuple[Reform | None, Reform]
    books: tuple[Book, Book]
    expected: Expected | None
    rates: Mapping[str, Rate]
    command: str
    synthetic: bool
    readings: Mapping[str, Any]
