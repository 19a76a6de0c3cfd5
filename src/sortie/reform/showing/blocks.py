"""What a report is made of on any page: sentences, lists, tables, under titles.

A page draws each block in its own way, by its ``kind``; what it says is the same everywhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows, inside a section."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence; ``strong`` is the one to read first."""

    kind: ClassVar[str] = "said"
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Warned:
    """A sentence that nobody may miss."""

    kind: ClassVar[str] = "warned"
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Sentences, one under another."""

    kind: ClassVar[str] = "listed"
    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Term:
    """A name, and what it is: lines in words, or ``typed``, as a machine writes them."""

    name: str
    lines: Sequence[str]
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """Names, each with what it is."""

    kind: ClassVar[str] = "terms"
    terms: Sequence[Term]


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed in a terminal."""

    kind: ClassVar[str] = "typed"
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text, the first cell of each being its head; ``words`` when they hold no numbers."""

    kind: ClassVar[str] = "table"
    name: str
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    words: bool = False

    @property
    def cells(self) -> Sequence[Sequence[tuple[str, str]]]:
        """The rows, each cell with the head of its column."""
        return [list(zip(self.heads, row, strict=True)) for row in self.rows]


Block = Heading | Said | Warned | Listed | Terms | Typed | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a title, which is empty at the head of a report."""

    name: str
    title: str
    blocks: tuple[Block, ...]
