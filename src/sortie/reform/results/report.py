"""What a report is made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sortie.reform.expecting import Expected, Rate
from sortie.reform.records import Words
from sortie.reform.results.cells import Comparison
from sortie.reform.told import ReformTold
from sortie.rules import Book


@dataclass(frozen=True)
class Report:
    """One comparison with the laws behind it, what is expected of it, and how to have it again.

    ``reforms``: a law without one is the law in force. ``rules`` are the words of the rules behind
    the changes, as the laws compared have them. ``expected`` is nothing where a total is hidden or
    too small. ``command`` is what was typed. ``readings`` are the questions that the record of a
    person leaves open, by the ids of the readings.
    """

    comparison: Comparison
    reforms: tuple[ReformTold | None, ReformTold]
    rules: Mapping[str, Words]
    expected: Expected | None
    rates: Mapping[str, Rate]
    command: str
    synthetic: bool
    readings: Mapping[str, Words]

    @property
    def is_the_law(self) -> bool:
        """Whether both laws are in force."""
        return all(each is None or each.in_force for each in self.reforms)


def rules_said(found: Comparison, books: tuple[Book, Book]) -> Mapping[str, Words]:
    """Return each rule behind a change in words, as the second law has it, else the first.

    A rule that no version says is left out: it is known by its id alone.
    """
    return {name: words for name in _rules(found) for words in _words(name, books)}


def _rules(found: Comparison) -> Iterator[str]:
    for route in found.routes:
        yield from (cause.rule for cause in route.causes)


def _words(name: str, books: tuple[Book, Book]) -> Iterator[Words]:
    for book in reversed(books):
        if name in book.rules and book.rules[name].versions:
            version = book.rules[name].versions[-1]
            yield {"fr": version.sentence, "en": version.gloss}
            return
