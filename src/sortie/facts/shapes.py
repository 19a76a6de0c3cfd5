"""The shapes of single values: how each is read from what was typed, and written again.

A shape reads a value to a fact, or notes a fault and returns ``UNKNOWN``; it never meets null,
which the record around it takes for unknown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Path, Wanted
from sortie.facts.typed import Number
from sortie.facts.unknown import Unknown

FORMAT = "sortie/case@1"
LONGEST_TEXT = 2_000

_COUNTRY = re.compile(r"[A-Z]{2}")
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FLAG_WORDS = frozenset(["true", "false"])


class Shape(Protocol):
    """What one kind of value looks like."""

    def read(self, value: object, path: Path, desk: Desk) -> Any: ...

    def write(self, fact: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one of the closed lists of the jurisdiction."""

    offered: str

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        words: frozenset[str] = getattr(desk.vocabulary, self.offered)
        found = desk.dictionary.word(value, words) if isinstance(value, str) else None
        if found is not None:
            return found
        nearest = desk.nearest(value, self._typed_ways(words, desk))
        return desk.refuse(
            Cause.NOT_IN_LIST, path, value, Wanted.WORD, list=self.offered, nearest=nearest
        )

    def write(self, fact: str) -> str:
        return fact

    def _typed_ways(self, words: frozenset[str], desk: Desk) -> Iterator[str]:
        for word in sorted(words):
            yield word
            yield from desk.dictionary.words_typed.get(word, ())


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false, or another word where one is allowed. ``yes`` is neither."""

    others: frozenset[str] = frozenset()

    def read(self, value: object, path: Path, desk: Desk) -> bool | str | Unknown:
        if isinstance(value, bool):
            return value
        if isinstance(value, str):
            found = desk.dictionary.word(value, _FLAG_WORDS | self.others)
            if found in self.others:
                return found
            if found is not None and value != found:
                return found == "true"
        wanted = Wanted.FLAG_OR_NOT_NEEDED if self.others else Wanted.FLAG
        return desk.refuse(Cause.WRONG_TYPE, path, value, wanted)

    def write(self, fact: bool | str) -> bool | str:  # noqa: FBT001 (the fact is a boolean)
        return fact


class Text:
    """Free text: printable, not empty, not a book."""

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        if not isinstance(value, str):
            return desk.refuse(Cause.WRONG_TYPE, path, value, Wanted.TEXT)
        if not value.strip():
            return desk.refuse(Cause.TEXT_EMPTY, path, value, Wanted.TEXT)
        if len(value) > LONGEST_TEXT:
            return desk.refuse(Cause.TEXT_TOO_LONG, path, value, Wanted.TEXT, most=LONGEST_TEXT)
        wrong = _NOT_TEXT.search(value)
        if wrong is not None:
            character = f"U+{ord(wrong[0]):04X}"
            return desk.refuse(
                Cause.CONTROL_CHARACTER, path, value, Wanted.PRINTABLE, character=character
            )
        return value

    def write(self, fact: str) -> str:
        return fact


class Country:
    """A country by its two capital letters (ISO 3166-1)."""

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        if isinstance(value, str) and _COUNTRY.fullmatch(value):
            return value
        return desk.refuse(Cause.NOT_A_CODE, path, value, Wanted.CODE, code="country")

    def write(self, fact: str) -> str:
        return fact


class Commune:
    """A commune by the code of the jurisdiction; a number would lose its leading zero."""

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        if isinstance(value, str) and re.fullmatch(desk.vocabulary.commune_pattern, value):
            return value
        return desk.refuse(Cause.NOT_A_CODE, path, value, Wanted.CODE, code="commune")

    def write(self, fact: str) -> str:
        return fact


class Rank:
    """The place of an item in its list, counted from 0 as in paths. Null says there is none."""

    def read(self, value: object, path: Path, desk: Desk) -> int | Unknown:
        if isinstance(value, Number) and re.fullmatch("[0-9]{1,3}", value.text):
            return int(value.text)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        return desk.refuse(Cause.WRONG_TYPE, path, value, Wanted.RANK)

    def write(self, fact: int) -> int:
        return fact


@dataclass(frozen=True, slots=True)
class OrNone:
    """A value, or the word that says there is none."""

    shape: Shape

    def read(self, value: object, path: Path, desk: Desk) -> Any:
        return None if desk.says_none(value) else self.shape.read(value, path, desk)

    def write(self, fact: Any) -> Any:
        return "none" if fact is None else self.shape.write(fact)


class FormatName:
    """The name and version of this format, so that a later one is not misread."""

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        if value == FORMAT:
            return FORMAT
        return desk.refuse(Cause.WRONG_FORMAT, path, value, Wanted.WORD, format=FORMAT)

    def write(self, fact: str) -> str:
        return fact


class Jurisdiction:
    """The jurisdiction whose words are spoken here."""

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        ours = desk.vocabulary.jurisdiction
        if value == ours:
            return ours
        return desk.refuse(Cause.WRONG_JURISDICTION, path, value, Wanted.WORD, jurisdiction=ours)

    def write(self, fact: str) -> str:
        return fact
