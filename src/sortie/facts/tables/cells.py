"""From the text of a cell to a fact: the same syntax as in a case file, read once a text.

An empty cell says nothing; ``none`` says that there is none; ``|`` parts the items of a list.
"""

from typing import Any

from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Fault, Path, Wanted
from sortie.facts.shapes import Flag, OrNone, Rank, Shape
from sortie.facts.structures import ListOf
from sortie.facts.typed import Number
from sortie.facts.unknown import UNKNOWN, Unknown

BETWEEN = "|"
_TRUE = frozenset(["true"])
_FLAGS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NEW: Any = object()


class Presence:
    """Whether there is one at all: what is known of it stands in the columns that follow."""

    def read(self, value: object, path: Path, desk: Desk) -> bool | Unknown | None:
        if desk.says_none(value):
            return None
        if isinstance(value, str) and desk.dictionary.word(value.lower(), _TRUE):
            return True
        return desk.refuse(Cause.WRONG_TYPE, path, value, Wanted.TRUE_OR_NONE)

    def write(self, fact: object) -> str:
        return "none" if fact is None else "true"


class NoneAlone:
    """Says that a person has no row in a table; rows are the only other way to fill it."""

    def read(self, value: object, path: Path, desk: Desk) -> tuple[()] | Unknown:
        if desk.says_none(value):
            return ()
        return desk.refuse(Cause.WRONG_TYPE, path, value, Wanted.NONE_OR_EMPTY)

    def write(self, fact: object) -> str:
        return "none" if fact == () else ""


def plain(shape: Shape, text: str) -> object:
    """Return what a cell would be in a case file: a flag, a number, a list, or its text."""
    if isinstance(shape, OrNone):
        return plain(shape.shape, text)
    if isinstance(shape, Flag):
        return _FLAGS.get(text, text)
    if isinstance(shape, Rank):
        return Number(text) if text.isascii() and text.isdigit() else text
    if isinstance(shape, ListOf) and BETWEEN in text:
        return [plain(shape.item, part.strip()) for part in text.split(BETWEEN)]
    return text


def _listed(shape: Shape, text: str, desk: Desk) -> object:
    """Return the value of a cell, one item alone being a list unless it says that there is none."""
    value = plain(shape, text)
    if isinstance(shape, ListOf) and isinstance(value, str) and not desk.says_none(value):
        return [plain(shape.item, value)]
    return value


class Cells:
    """The cells of one column. Each text is read once: columns repeat themselves."""

    __slots__ = ("_desk", "_refused", "known", "shape")

    def __init__(self, shape: Shape, desk: Desk) -> None:
        self.shape = shape
        self.known: dict[str, Any] = {"": UNKNOWN}
        self._refused: dict[str, tuple[Fault, ...]] = {}
        self._desk = desk

    def fact(self, text: str) -> Any:
        """Return what a cell says; ``UNKNOWN`` too where it is refused: see ``refused``."""
        fact = self.known.get(text, NEW)
        return self._first(text) if fact is NEW else fact

    def refused(self, text: str) -> tuple[Fault, ...]:
        """Return what is wrong with a cell already read."""
        return self._refused.get(text, ())

    def _first(self, text: str) -> Any:
        if text in self._refused:
            return UNKNOWN
        typed = text.strip()
        if not typed:
            self.known[text] = UNKNOWN
            return UNKNOWN
        before = len(self._desk.faults)
        fact = self.shape.read(_listed(self.shape, typed, self._desk), (), self._desk)
        if len(self._desk.faults) > before:
            self._refused[text] = tuple(self._desk.faults[before:])
            del self._desk.faults[before:]
            return UNKNOWN
        self.known[text] = fact
        return fact
