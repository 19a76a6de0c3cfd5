"""Which regime of sentence reductions a committal follows: that before 2023, or that since."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from sortie.days import Spans
from sortie.errors import SortieError

# Act 2021-1729, art. 59 VI: committals from this day on follow the single reduction.
SINGLE_REDUCTION_FROM = date(2023, 1, 1)


class Regime(StrEnum):
    """Automatic credit and supplementary reductions (old), or the single reduction (new)."""

    OLD = "old"
    NEW = "new"


@dataclass(eq=False)
class NotHeld(SortieError):
    """Nobody is held on the day asked, so no regime applies."""

    on: date
    code: ClassVar[str] = "law.regime.not_held"


def regime_of(held: Spans, on: date) -> Regime:
    """Return the regime of a person held on a day, remand and sentence taken together.

    The trap: what counts is the first day of the uninterrupted time in prison that reaches the
    day asked, not the day of the judgment. Remand that goes on without a break keeps the old
    regime; a release, however short, loses it.

    Source:   CPP 721, act 2021-1729 art. 59 VI; Cass. crim. 26 June 2024, 23-87.131; Cass.
              opinion of 8 January 2025, 24-96.005
    Raises:   NotHeld: the person is free on that day
    """
    for span in held:
        if on in span:
            return Regime.OLD if span.start < SINGLE_REDUCTION_FROM else Regime.NEW
    raise NotHeld(on)
