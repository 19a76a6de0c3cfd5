"""One language of the screen: its sentences, its dates, its lists, its spacing."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from sortie.days import EVER, NEVER, Length
from sortie.words.sentences import (
    help_en,
    help_fr,
    names_en,
    names_fr,
    procedure_en,
    procedure_fr,
    refusals_en,
    refusals_fr,
    rules_en,
    rules_fr,
    screen_en,
    screen_fr,
    sentence_en,
    sentence_fr,
)
from sortie.words.sentences.office import SENTENCES as OFFICE
from sortie.words.sentences.papers import SENTENCES as PAPERS
from sortie.words.sentences.population import SENTENCES as POPULATION
from sortie.words.sentences.reform import SENTENCES as REFORM
from sortie.words.sentences.register import SENTENCES as REGISTER
from sortie.words.sentences.web import SENTENCES as WEB

NARROW = "\u202f"
LANGUAGES = ("fr", "en")
_SPACED = re.compile(r" ([:;!?»])|(«) ")
_FIRST_LETTER = re.compile(r"\w")


class Tongue:
    """What a door says in one language."""

    def __init__(self, code: str) -> None:
        french = code == "fr"
        self.code = code
        self.names = names_fr if french else names_en
        self.rules = rules_fr.MET_OR_NOT if french else rules_en.MET_OR_NOT
        self.sentences: dict[str, str] = {
            **(screen_fr.SENTENCES if french else screen_en.SENTENCES),
            **(refusals_fr.SENTENCES if french else refusals_en.SENTENCES),
            **(help_fr.SENTENCES if french else help_en.SENTENCES),
            **(sentence_fr.SENTENCES if french else sentence_en.SENTENCES),
            **(procedure_fr.SENTENCES if french else procedure_en.SENTENCES),
            **OFFICE["fr" if french else "en"],
            **PAPERS["fr" if french else "en"],
            **WEB["fr" if french else "en"],
            **REGISTER["fr" if french else "en"],
            **POPULATION["fr" if french else "en"],
            **REFORM["fr" if french else "en"],
        }

    def say(self, key: str, /, **holes: object) -> str:
        """Return a whole sentence with its holes filled, spaced as the language wants."""
        return self.spaced(self.sentences[key] % holes)

    def count(self, key: str, number: int, /, **holes: object) -> str:
        """Return the sentence for one or for many; French counts zero as one."""
        one = number < 2 if self.code == "fr" else number == 1
        return self.say(f"{key}.{'one' if one else 'many'}", **holes)

    def either(self, pair: Mapping[str, str]) -> str:
        """Return the words of this language among those of both."""
        return self.spaced(pair[self.code])

    def spaced(self, text: str) -> str:
        """Return a French text with its narrow spaces; an English one as it is."""
        if self.code != "fr":
            return text
        return _SPACED.sub(lambda m: NARROW + m[1] if m[1] else m[2] + NARROW, text)

    def day(self, day: date) -> str:
        """Return a date in words."""
        month = self.names.MONTHS[day.month - 1]
        number = "1er" if day.day == 1 and self.code == "fr" else str(day.day)
        return f"{number}\u00a0{month} {day.year}"

    def length(self, length: Length) -> str:
        """Return a length of sentence in words."""
        years, months = divmod(length.months, 12)
        parts = [
            self.count(unit, number, n=number)
            for unit, number in (("year", years), ("month", months), ("day", length.days))
            if number
        ]
        return self.listed(parts) if parts else self.count("day", 0, n=0)

    def listed(self, items: Iterable[str], last: str = "and") -> str:
        """Return items as a list in words: a, b and c."""
        several = list(items)
        if len(several) < 2:
            return "".join(several)
        return f"{', '.join(several[:-1])} {self.sentences[last]} {several[-1]}"

    def number(self, number: int) -> str:
        """Return a small number in words."""
        return self.names.NUMBERS[number] if number < len(self.names.NUMBERS) else str(number)


def lowered(sentence: str) -> str:
    """Return a sentence to stand inside another: small first letter, no full stop."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def raised(sentence: str) -> str:
    """Return a sentence with a capital first letter, wherever its first letter is."""
    return _FIRST_LETTER.sub(lambda m: m[0].upper(), sentence, count=1)


def is_bound(day: Any) -> bool:
    """Whether a day is a real one, and not an end of time."""
    return day is not None and day not in (EVER, NEVER)


@cache
def tongue(code: str) -> Tongue:
    """Return a language by its code."""
    return Tongue(code)
