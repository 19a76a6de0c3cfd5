"""The end and the fractions of a term whose end the file does not state: they are computed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sortie import facts
from sortie.facts import UNKNOWN
from sortie.law.france.kinds import CreditInFractions, EndDay, FractionsBy
from sortie.law.france.sentence.choices import RemandOff, every_choice
from sortie.law.france.sentence.ends import moving
from sortie.law.france.sentence.reckoning import Reckoning, counted_of
from sortie.law.france.sentence.term import Term
from sortie.rules import Bounds

END = "custody.end_of_sentence"


@dataclass(frozen=True)
class ComputedTerm:
    """The reckonings of a custody, one for each way to read the law.

    The trap: where the readings of the reckoning disagree, a date lies between bounds, and the
    file is asked for the end the clerk holds; ``fr.reading.end_day`` alone is told apart.
    """

    reckonings: tuple[Reckoning, ...]

    def end(self, reading: EndDay) -> date | Bounds:
        """Return the computed end under one reading of the last day."""
        ends = (r.end for r in self.reckonings if r.choices.end_day is reading)
        return _between(end for end in ends if end is not None)

    def fraction(
        self, part: tuple[int, int], credit: CreditInFractions, by: FractionsBy, off: RemandOff
    ) -> date | Bounds:
        """Return the first day on which a part of the computed term is served."""
        points = (term.fraction(*part, credit, by) for term in self._terms[off])
        return _between(point for point in points if isinstance(point, date))

    @cached_property
    def _terms(self) -> dict[RemandOff, tuple[Term, ...]]:
        """The terms under each option, those that are alike once."""
        # A case without remand or escape is reckoned once: the reading moves nothing of it.
        told_apart = {r.choices.remand_off for r in self.reckonings}
        return {
            off: tuple(dict.fromkeys(
                r.term for r in self.reckonings
                if r.term is not None
                and (r.choices.remand_off is off or off not in told_apart)
            ))
            for off in RemandOff
        }  # fmt: skip


def computed_term(case: facts.CaseFile) -> ComputedTerm | None:
    """Return the computed term, None where the end is stated or some line has no number."""
    if case.custody.end_of_sentence is not UNKNOWN:
        return None
    counted: list[Reckoning] = []
    for each in counted_of(case, every_choice(*moving(case))):
        if each.end is None or each.term is None or each.term.life:
            return None
        counted.append(each)
    return ComputedTerm(tuple(counted))


def _between(days: Iterable[date]) -> date | Bounds:
    found = sorted(set(days))
    return found[0] if len(found) == 1 else Bounds(found[0], found[-1], (END,))
