"""The closed lists of a jurisdiction, and the dictionary of another language."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sortie.facts.errors import BrokenGlossary

GLOSSARY = Path(__file__).with_name("glossary.toml")
Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words a jurisdiction knows. Each list is closed: any other word is refused."""

    jurisdiction: str
    commune_pattern: str
    statuses: Words
    offences: Words
    supervisions: Words
    courts: Words
    security_shares: Words
    reduction_kinds: Words
    placement_kinds: Words
    units: Words
    adjustment_kinds: Words
    measures: Words
    leave_types: Words
    authorities: Words
    leave_outcomes: Words
    incident_kinds: Words
    ban_kinds: Words
    purposes: Words
    application_outcomes: Words


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Canonical key or word by what an author may type, and the reverse for suggestions."""

    keys: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    keys_typed: Mapping[str, str]
    words_typed: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, glossary: Mapping[str, Any]) -> "Dictionary":
        """Return the dictionary of a glossary's ``keys`` and ``values`` tables.

        Raises:   BrokenGlossary: a key is the translation of two, or of another one
        """
        keys_typed = dict(glossary["keys"])
        keys = {typed: key for key, typed in keys_typed.items()}
        unclear = [typed for key, typed in keys_typed.items() if keys[typed] != key]
        unclear += [typed for typed, key in keys.items() if typed != key and typed in keys_typed]
        if unclear:
            raise BrokenGlossary(tuple(unclear))
        words_typed = {
            word: (typed,) if isinstance(typed, str) else tuple(typed)
            for word, typed in glossary["values"].items()
        }
        words: dict[str, frozenset[str]] = {}
        for word, several in words_typed.items():
            for typed in map(folded, several):
                words[typed] = words.get(typed, frozenset()) | {word}
        return cls(keys, words, keys_typed, words_typed)

    def key(self, typed: str) -> str:
        """Return the canonical key; the same text when the dictionary does not hold it."""
        return self.keys.get(typed, typed)

    def word(self, typed: str, among: frozenset[str]) -> str | None:
        """Return the one word of a closed list that was typed, in either language."""
        if typed in among:
            return str(typed)
        found = self.words.get(folded(typed), frozenset()) & among
        return next(iter(found)) if len(found) == 1 else None


def folded(typed: str) -> str:
    """One spelling for composed and decomposed accents and for both apostrophes."""
    return typed if typed.isascii() else unicodedata.normalize("NFC", typed).replace("’", "'")


@cache
def house_dictionary() -> Dictionary:
    """Return the dictionary of ``glossary.toml``, read once."""
    with GLOSSARY.open("rb") as file:
        return Dictionary.of(tomllib.load(file))
