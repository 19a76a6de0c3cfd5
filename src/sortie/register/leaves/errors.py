"""What a leaf cannot say: one class a cause.

LeafError
├── EntryTooLong         more than 65,535 bytes
├── EntryNotText         the bytes are not UTF-8
├── EntryNotJson         the text is not JSON, or nests too deep
├── EntryNotObject       JSON, but no object
├── EntryKeyMissing      a key that every entry has
├── EntryKeyUnknown      a key that no entry of its kind has
├── EntryVersionUnknown  written for another version of the format
├── EntryFieldWrong      a value that this key cannot hold
├── EntryNotCanonical    the same entry is written in another way
├── SaltWrong            a salt that is not 32 bytes
└── OpeningWrong         this salt and this payload are not what was committed to
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.register.errors import RegisterError


class LeafError(RegisterError):
    """An entry or an opening that cannot be."""

    code: ClassVar[str] = "register.leaf"


@dataclass(eq=False)
class EntryTooLong(LeafError):
    """A bundle writes the length of an entry on 16 bits."""

    length: int
    code: ClassVar[str] = "register.leaf.too_long"


@dataclass(eq=False)
class EntryNotText(LeafError):
    """The first byte that is not UTF-8 stands at ``at``."""

    at: int
    code: ClassVar[str] = "register.leaf.not_text"


@dataclass(eq=False)
class EntryNotJson(LeafError):
    """No reader of JSON takes this text."""

    code: ClassVar[str] = "register.leaf.not_json"


@dataclass(eq=False)
class EntryNotObject(LeafError):
    """A list, a number, a text: an entry is an object."""

    code: ClassVar[str] = "register.leaf.not_object"


@dataclass(eq=False)
class EntryKeyMissing(LeafError):
    """``key`` is not there."""

    key: str
    code: ClassVar[str] = "register.leaf.key_missing"


@dataclass(eq=False)
class EntryKeyUnknown(LeafError):
    """``key`` could hide something in a leaf that nobody reads."""

    key: str
    code: ClassVar[str] = "register.leaf.key_unknown"


@dataclass(eq=False)
class EntryVersionUnknown(LeafError):
    """``version`` is that of another program; ``None`` when it is no number."""

    version: int | None
    code: ClassVar[str] = "register.leaf.version_unknown"


@dataclass(eq=False)
class EntryFieldWrong(LeafError):
    """``key`` holds what it cannot: no such kind, no such day, a commitment not of 32 bytes."""

    key: str
    code: ClassVar[str] = "register.leaf.field"


@dataclass(eq=False)
class EntryNotCanonical(LeafError):
    """Other spaces, another order, a key twice: one entry, one text."""

    code: ClassVar[str] = "register.leaf.not_canonical"


@dataclass(eq=False)
class SaltWrong(LeafError):
    """A salt has 32 bytes."""

    length: int
    code: ClassVar[str] = "register.leaf.salt"


@dataclass(eq=False)
class OpeningWrong(LeafError):
    """What is shown is not what was sealed, or belongs to another entry."""

    code: ClassVar[str] = "register.leaf.opening"
