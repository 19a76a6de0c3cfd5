"""The sentences on the committal: what is firm, what stands, what is absorbed, and their total."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import Length
from sortie.facts import LIFE, UNKNOWN
from sortie.law.france.citing import cp, cpp
from sortie.law.france.sentence.lines import Basis, Sheet
from sortie.law.france.sentence.term import LAST_DAY


@dataclass(frozen=True, slots=True)
class Title:
    """A sentence of the file, at its rank: the title under which the person is held."""

    rank: int
    sentence: facts.Sentence

    @property
    def path(self) -> str:
        """The path of the sentence in the case file."""
        return f"custody.sentences[{self.rank}]"

    @property
    def stands(self) -> bool:
        """Whether it is served by itself. The trap: a silent file counts it as not merged."""
        return self.sentence.merged_into in (None, UNKNOWN)

    @property
    def is_life(self) -> bool:
        """Whether it is for life."""
        return self.sentence.length is LIFE

    @property
    def firm(self) -> Length | None:
        """The part without suspension; None where no length says it.

        The trap: a silent file counts nothing as suspended.
        """
        length, suspended = self.sentence.length, self.sentence.suspended
        if not isinstance(length, Length):
            return None
        return length - suspended if isinstance(suspended, Length) else length

    @property
    def day(self) -> date | None:
        """The day it became final, else the day it was pronounced."""
        days = (self.sentence.final_on, self.sentence.pronounced_on)
        return next((day for day in days if isinstance(day, date)), None)


def titles_of(custody: facts.CustodyFacts) -> tuple[Title, ...]:
    """Return the sentences of the file in their order; none where it does not say."""
    sentences = () if custody.sentences is UNKNOWN else custody.sentences
    return tuple(Title(rank, sentence) for rank, sentence in enumerate(sentences))


@dataclass(frozen=True, slots=True)
class Owed:
    """What the sentences come to: a total, or life, or neither where something is missing."""

    titles: tuple[Title, ...]
    total: Length | None
    life: bool

    @property
    def standing(self) -> tuple[Title, ...]:
        """The sentences that are served by themselves."""
        return tuple(title for title in self.titles if title.stands)


def write_titles(sheet: Sheet, custody: facts.CustodyFacts, committed: date) -> Owed:
    """Write a line for each sentence, and the total, counted from the day of the committal."""
    if custody.sentences is UNKNOWN or not custody.sentences:
        sheet.lacks("sentences", Basis(cpp("716-1")), "custody.sentences")
        return Owed((), None, life=False)
    titles = titles_of(custody)
    life = any(title.is_life and title.stands for title in titles)
    total = Length()
    whole = True
    for title in titles:
        firm = _write(sheet, title, total, committed, life=life)
        whole = whole and firm is not None
        total += firm or Length()
    known = total if whole and not life else None
    sheet.told("total", Basis(cp("132-4", "132-5"), facts=("custody.sentences",)), length=known,
               value="life" if life else "")  # fmt: skip
    return Owed(titles, known, life)


def _write(
    sheet: Sheet, title: Title, total: Length, committed: date, *, life: bool
) -> Length | None:
    """Write one sentence; return what it adds, nothing when it is absorbed, None if unknown."""
    basis = Basis(cp("132-4", "132-5"), facts=tuple(_paths(title)))
    if not title.stands or (life and not title.is_life):
        what = "sentence.absorbed" if title.stands else "sentence.merged"
        sheet.told(what, basis, day=title.day, length=title.firm)
        return Length()
    if title.is_life:
        sheet.end = None
        sheet.told("sentence.life", basis, day=title.day, value="life")
        return Length()
    firm = title.firm
    if firm is None:
        sheet.lacks("sentence", basis, f"{title.path}.length", day=title.day)
        return None
    counted = Basis(cpp("716-1"), facts=basis.facts)
    to = (total + firm).after(committed, LAST_DAY)
    sheet.counted("sentence", counted, to, day=title.day, length=firm)
    if isinstance(title.sentence.suspended, Length):
        suspended = Basis(facts=(f"{title.path}.suspended",))
        sheet.told("sentence.suspended_part", suspended, length=title.sentence.suspended)
    return firm


def _paths(title: Title) -> Iterator[str]:
    yield f"{title.path}.length"
    if title.sentence.suspended is not UNKNOWN:
        yield f"{title.path}.suspended"
    if title.sentence.merged_into not in (None, UNKNOWN):
        yield f"{title.path}.merged_into"
