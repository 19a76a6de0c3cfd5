"""What a language must be able to say for a comparison to be told in it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

from sortie.days import Length

NARROW = "\u202f"


class Voice(Protocol):
    """One language of the screen, from upstairs."""

    code: str

    def say(self, key: str, /, **holes: object) -> str:
        """Return a whole sentence with its holes filled."""

    def count(self, key: str, number: int, /, **holes: object) -> str:
        """Return the sentence for one or for many."""

    def either(self, pair: Mapping[str, str]) -> str:
        """Return the words of this language among those of both."""

    def day(self, day: date) -> str:
        """Return a date in words."""

    def length(self, length: Length) -> str:
        """Return a length in words."""

    def listed(self, items: Iterable[str], last: str = "and") -> str:
        """Return items as a list in words."""


def digits(number: float, voice: Voice, places: int = 0) -> str:
    """Return a number with its thousands apart, as the language writes them."""
    text = f"{number:,.{places}f}".replace("-", "\u2212")
    if voice.code != "fr":
        return text
    return text.translate({ord(","): NARROW, ord("."): ","})


def counted(number: int | None, voice: Voice) -> str:
    """Return a count, or the word for one that is hidden."""
    return voice.say("compare.hidden") if number is None else digits(number, voice)


def between(bounds: tuple[int, int], voice: Voice) -> str:
    """Return a number, or two bounds, in words."""
    low, high = (digits(each, voice) for each in bounds)
    return low if low == high else voice.say("report.between", low=low, high=high)
