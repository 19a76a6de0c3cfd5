"""Two wordings, word by word: what stayed, what came, what went."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

_WORDS = re.compile(r"\w+(?:[-'’]\w+)*['’]?|\s+|[^\w\s]")
# Two wordings that share less than this are read one after the other, not mixed word by word.
_ALIKE = 0.5


class Change(StrEnum):
    """What became of a piece of a wording."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and what became of them."""

    change: Change
    text: str


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """Return the new wording with, in their place, the words that left the old one.

    The trap: two wordings that have little in common are given whole, the old one first.

    >>> [(each.change.value, each.text) for each in compared("two days at most", "two days")]
    [('same', 'two days'), ('removed', ' at most')]
    """
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found = SequenceMatcher(None, before, after, autojunk=False)
    if found.ratio() < _ALIKE:
        return (Piece(Change.REMOVED, old), Piece(Change.ADDED, new))
    return tuple(_joined(_runs(found, before, after)))


def changes(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[Change, T]]:
    """Yield each item of two lists with what became of it, those that left before those that came.

    >>> [(change.value, item) for change, item in changes(["a", "b"], ["a", "c"])]
    [('same', 'a'), ('removed', 'b'), ('added', 'c')]
    """
    found = SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, since, until in found.get_opcodes():
        if kind == "equal":
            yield from ((Change.SAME, each) for each in new[since:until])
        else:
            yield from ((Change.REMOVED, each) for each in old[first:last])
            yield from ((Change.ADDED, each) for each in new[since:until])


def _runs(
    found: "SequenceMatcher[str]", before: list[str], after: list[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield runs of words: those both share, else those that left and those that came."""
    for kind, first, last, since, until in found.get_opcodes():
        left, came = "".join(before[first:last]), "".join(after[since:until])
        yield (came, "", "") if kind == "equal" else ("", left, came)


def _joined(runs: Iterator[tuple[str, str, str]]) -> Iterator[Piece]:
    """Yield pieces; a lone space between two changes belongs to both of them."""
    left = came = space = ""
    for same, gone, new in runs:
        if same and not same.strip() and (left or came):
            space = same
        elif same:
            yield from _changed(left, came)
            yield Piece(Change.SAME, space + same)
            left = came = space = ""
        else:
            left, came = left + space + gone, came + space + new
            space = ""
    yield from _changed(left, came)
    if space:
        yield Piece(Change.SAME, space)


def _changed(left: str, came: str) -> Iterator[Piece]:
    if left:
        yield Piece(Change.REMOVED, left)
    if came:
        yield Piece(Change.ADDED, came)
