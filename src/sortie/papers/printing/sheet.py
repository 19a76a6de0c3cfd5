"""A sheet to be printed: its head, its foot, and blocks of text. No law and no layout here."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Style(StrEnum):
    """How a sheet is set: an act, a page in large letters for one reader, a wide list."""

    ACT = "act"
    PLAIN = "plain"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside the sheet, below that of the sheet."""

    text: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. ``authored``: someone typed it, in French whatever the sheet speaks."""

    text: str
    strong: bool = False
    authored: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: what someone typed, if anything, then what the sheet says of it."""

    typed: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered where its lines are to be spoken of."""

    items: tuple[Item, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value; without a value, a line to fill by hand."""

    label: str
    value: str | None
    authored: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values, one under the other."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; ``widths`` are shares of the page. An empty cell is for the hand."""

    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """Something nobody modelled or nobody knows yet: a label, and lines to fill by hand."""

    label: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Hours:
    """The way out and the way back, in letters that are read at arm's length."""

    out: str
    departs_on: str
    departs: str
    back: str
    returns_on: str
    returns: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs; the name stays to be written where it is not known."""

    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Those who sign, side by side, after the place and the day."""

    made: str
    by: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Framed:
    """Blocks that must not be missed, in a frame; kept on one page where they fit."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Slip:
    """A part to be cut off and kept by someone else."""

    title: str
    blocks: "tuple[Block, ...]"


Block = (
    Heading | Para | Items | Facts | Table | Blank | Hours | Signatures | Framed | Slip
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the register gave for this act, and how its code is told to who cannot see it.

    ``said`` stands for the text of a receipt too long to be read by anyone; empty, it is printed.
    """

    text: str
    title: str
    alt: str
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One paper, whole. The same sheet prints to the same bytes, everywhere.

    ``dated`` is a day of the facts, never that of the printing. ``foot`` stands on every page, so
    that loose pages are not mixed up; ``mark`` too, where the sheet is no original.
    """

    name: str
    title: str
    lang: str
    dated: date
    issuer: tuple[str, ...]
    reference: tuple[str, ...]
    foot: str
    page: str
    body: tuple[Block, ...]
    style: Style = Style.ACT
    mark: str = ""
    author: str = ""
    receipt: Receipt | None = field(default=None)
