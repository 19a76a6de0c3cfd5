"""The sentences on the committal: what is served of each, what stands, what is absorbed."""

from dataclasses import dataclass
from datetime import date

from sortie import facts
from sortie.days import Length
from sortie.facts import LIFE, UNKNOWN


@dataclass(frozen=True, slots=True)
class Title:
    """A sentence of the file, at its rank: the title under which the person is held.

    The trap: what a pardon puts in its place is the whole sentence, counted from the same day as
    the one pronounced. No date is looked at: the file is read as it stands when it is typed.
    """

    rank: int
    sentence: facts.Sentence

    @property
    def path(self) -> str:
        """The path of the sentence in the case file."""
        return f"custody.sentences[{self.rank}]"

    @property
    def stands(self) -> bool:
        """Whether some of it is served by itself.

        The trap: a silent file counts it as not merged; one merged in part stands for the rest.
        """
        return self.sentence.merged_into in (None, UNKNOWN) or self.partly_into is not None

    @property
    def partly_into(self) -> int | None:
        """The rank of the sentence that absorbed a part of it; None where none did."""
        into, part = self.sentence.merged_into, self.sentence.merged_part
        return into if isinstance(into, int) and isinstance(part, Length) else None

    @property
    def commuted(self) -> facts.Commutation | None:
        """What a pardon put in its place; a silent file says that none did."""
        found = self.sentence.commuted
        return found if isinstance(found, facts.Commutation) else None

    @property
    def length(self) -> Length | facts.Life | facts.Unknown:
        """The length it counts for: the one pronounced, or the one a pardon put in its place."""
        return self.sentence.length if self.commuted is None else self.commuted.length

    @property
    def is_life(self) -> bool:
        """Whether it is for life, and no pardon made it otherwise."""
        return self.length is LIFE

    @property
    def revoked(self) -> tuple[facts.SuspensionRevoked, ...]:
        """The parts of the suspension that a court had served; a silent file says none."""
        found = self.sentence.suspension_revoked
        return () if found is UNKNOWN else found

    @property
    def lacking(self) -> tuple[str, ...]:
        """The paths of the lengths the file would have to tell."""
        if self.length is UNKNOWN:
            return (
                f"{self.path}.length" if self.commuted is None else f"{self.path}.commuted.length",
            )
        return tuple(
            f"{self.path}.suspension_revoked[{rank}].length"
            for rank, revoked in enumerate(self.revoked)
            if revoked.length is UNKNOWN
        )

    @property
    def never_suspended(self) -> Length | None:
        """The part pronounced without suspension; None where no length says it.

        The trap: a silent file counts nothing as suspended.
        """
        if not isinstance(self.length, Length):
            return None
        suspended = self.sentence.suspended
        return self.length - suspended if isinstance(suspended, Length) else self.length

    @property
    def still_suspended(self) -> Length | None:
        """The part that stays suspended; None where a revocation has no length."""
        left = self.sentence.suspended
        if not isinstance(left, Length):
            return Length()
        for revoked in self.revoked:
            if not isinstance(revoked.length, Length):
                return None
            left = left - revoked.length
        return left

    @property
    def to_serve(self) -> Length | None:
        """The part without suspension or no longer suspended, before any merger.

        Source:   CP 132-36, 132-47, 132-48 (rule ``fr.total.one_year_at_most``)
        """
        suspended = self.still_suspended
        if not isinstance(self.length, Length) or suspended is None:
            return None
        return self.length - suspended

    @property
    def firm(self) -> Length | None:
        """What is served of it by itself, the part merged into another left out.

        Source:   CP 132-4 (rule ``fr.total.one_year_at_most``)
        """
        part, whole = self.sentence.merged_part, self.to_serve
        if self.partly_into is None or not isinstance(part, Length) or whole is None:
            return whole
        return whole - part

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
    """What the sentences come to: a total, or life, or neither where something is missing.

    ``cut`` are the ranks of the sentences in concurrence that go over their legal maximum.
    """

    titles: tuple[Title, ...]
    total: Length | None
    life: bool
    missing: tuple[str, ...] = ()
    cut: frozenset[int] = frozenset()

    @property
    def standing(self) -> tuple[Title, ...]:
        """The sentences that are served by themselves, for some of them at least."""
        return tuple(title for title in self.titles if title.stands)

    def served_together(self, title: Title) -> tuple[Title, ...]:
        """Return a sentence with those of which it absorbed a part: they are served as one."""
        return (title, *(each for each in self.titles if each.partly_into == title.rank))
