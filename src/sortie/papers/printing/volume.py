"""A volume to be printed: parts, entries that refer to one another, a table of contents."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Mark(StrEnum):
    """How some words are set: what came and what went bear a sign, and not a colour alone."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words. ``to`` is the anchor of the entry they lead to; ``french`` marks French words."""

    text: str
    mark: Mark = Mark.PLAIN
    to: str = ""
    french: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the volume, on a new page."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The head of an entry; ``listed`` says whether the table of contents names it."""

    text: str
    anchor: str
    listed: bool = True
    french: bool = False


@dataclass(frozen=True, slots=True)
class Under:
    """A title inside an entry."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """One paragraph."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; ``numbered`` items bear their own numbers, and no other mark."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """The whole of it. The same volume prints to the same bytes, everywhere.

    ``dated`` is the day of which it tells, never that of the printing. The trap: an anchor that
    runs lead to is the anchor of one entry, and of one only.
    """

    name: str
    title: str
    lang: str
    dated: date
    issuer: str
    reference: str
    foot: str
    page: str
    contents: str
    lead: tuple[str, ...]
    body: tuple[Part | Entry | Under | Lines | Bullets, ...]
