"""A law that a question supposes: a book changed by a reform, and how far that reform stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sortie.rules import Book

IN_FORCE, ADOPTED, ANNOUNCED, IMAGINED = "in_force", "adopted", "announced", "imagined"
STATUSES = (IN_FORCE, ADOPTED, ANNOUNCED, IMAGINED)


@dataclass(frozen=True, eq=False)
class ReformedLaw:
    """The law as a reform would make it, from a day on.

    The trap: only a reform whose ``status`` is ``in_force`` is the law; an answer says so.
    """

    id: str
    title: Mapping[str, str]
    status: str
    since: date
    book: Book
