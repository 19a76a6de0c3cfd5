"""Sentences for offences in concurrence: served one after the other up to the legal maximum."""

from collections.abc import Iterator
from dataclasses import dataclass

from sortie import facts
from sortie.days import Length
from sortie.facts import LIFE, UNKNOWN
from sortie.law.france.citing import Cites, cp
from sortie.law.france.sentence.titles import Title

# CP 132-5: the maximum where life was incurred and was not pronounced.
LIFE_INCURRED = Length(months=12 * 30)


@dataclass(frozen=True, slots=True)
class Together:
    """Two sentences or more in concurrence, and what the file says of their maximum.

    The trap: only what is to be served counts. A part still suspended takes nothing of the
    maximum, nor does a part merged into another sentence.

    Source:   CP 132-4, 132-5 (rule ``fr.total.one_year_at_most``)
    """

    path: str
    titles: tuple[Title, ...]
    maximum: Length | facts.Life | facts.Unknown

    @property
    def cites(self) -> Cites:
        """The provision of the maximum."""
        return cp("132-4", "132-5") if self.maximum is LIFE else cp("132-4")

    @property
    def at_most(self) -> Length | None:
        """The highest legal maximum, thirty years where life was incurred; None if unknown."""
        if self.maximum is LIFE:
            return LIFE_INCURRED
        return self.maximum if isinstance(self.maximum, Length) else None

    @property
    def lacking(self) -> tuple[str, ...]:
        """The path of what the file would have to tell."""
        if not self.titles:
            return (f"{self.path}.sentences",)
        return () if self.at_most is not None else (f"{self.path}.at_most",)

    @property
    def whole(self) -> Length:
        """What the sentences come to without the maximum, those without a length left out."""
        whole = Length()
        for title in self.titles:
            whole += title.firm or Length()
        return whole

    @property
    def over(self) -> Length:
        """What goes over the maximum, and is not served; nothing where it is not known."""
        if self.at_most is None or self.whole <= self.at_most:
            return Length()
        return self.whole - self.at_most


def in_concurrence(custody: facts.CustodyFacts, titles: tuple[Title, ...]) -> Iterator[Together]:
    """Yield the groups of which two sentences are to be served, or that name none.

    The trap: a sentence that is alone to be served cannot go over the maximum it was pronounced
    under, so the maximum is not asked for. A silent file says that none are in concurrence.
    """
    if custody.concurrence is UNKNOWN or not custody.concurrence:
        return
    served = {title.rank: title for title in titles if title.stands and title.firm != Length()}
    if len(served) < 2:
        return
    for rank, group in enumerate(custody.concurrence):
        path = f"custody.concurrence[{rank}]"
        if group.sentences is UNKNOWN:
            yield Together(path, (), group.at_most)
            continue
        members = tuple(served[each] for each in group.sentences if each in served)
        if len(members) > 1:
            yield Together(path, members, group.at_most)
