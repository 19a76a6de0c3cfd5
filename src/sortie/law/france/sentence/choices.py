"""The readings of the law that move a date of the reckoning, and one choice of each."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import product

from sortie.law.france.kinds import EndDay, FractionsBy


class ReleaseEve(StrEnum):
    """Is Saturday a working day when a release due on a Sunday or a holiday is moved back?"""

    SATURDAY_COUNTS = "saturday_counts"
    SATURDAY_DOES_NOT = "saturday_does_not"


class RemandOff(StrEnum):
    """Do the days of remand move the start of the term, or come off its end?"""

    OFF_THE_START = "off_the_start"
    OFF_THE_END = "off_the_end"


class OverlappingRemand(StrEnum):
    """Does a day of remand that is also a day of sentence count once, or for each?"""

    COUNTED_ONCE = "counted_once"
    COUNTED_FOR_EACH = "counted_for_each"


class RegimeAfterEscape(StrEnum):
    """Does a person brought back from an escape keep the regime of their committal?"""

    KEPT = "kept"
    LOST = "lost"


class RegimeAfterInterruption(StrEnum):
    """Does a person freed while the sentence was interrupted keep the regime of their committal?"""

    KEPT = "kept"
    LOST = "lost"


class ReductionsCountedBack(StrEnum):
    """Does a reduction of months and days come off the end by its months first, or its days?"""

    MONTHS_FIRST = "months_first"
    DAYS_FIRST = "days_first"


Option = (
    EndDay
    | FractionsBy
    | ReleaseEve
    | RemandOff
    | OverlappingRemand
    | RegimeAfterEscape
    | RegimeAfterInterruption
    | ReductionsCountedBack
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """One option for each reading that a reckoning rests on; none is a default of the law."""

    end_day: EndDay
    fractions_by: FractionsBy
    release_eve: ReleaseEve
    remand_off: RemandOff
    overlapping_remand: OverlappingRemand
    regime_after_escape: RegimeAfterEscape
    regime_after_interruption: RegimeAfterInterruption
    reductions_counted_back: ReductionsCountedBack


OPTIONS: dict[str, type[Option]] = {
    "end_day": EndDay,
    "fractions_by": FractionsBy,
    "release_eve": ReleaseEve,
    "remand_off": RemandOff,
    "overlapping_remand": OverlappingRemand,
    "regime_after_escape": RegimeAfterEscape,
    "regime_after_interruption": RegimeAfterInterruption,
    "reductions_counted_back": ReductionsCountedBack,
}
assert [*OPTIONS] == [field.name for field in fields(Choices)]  # noqa: S101

# The readings that can move the end itself; the others only move what is counted from it.
MOVE_THE_END = (
    "end_day",
    "remand_off",
    "overlapping_remand",
    "regime_after_escape",
    "regime_after_interruption",
    "reductions_counted_back",
)


def first_choices(**chosen: Option) -> Choices:
    """Return the option each file of a reading lists first, but for those chosen.

    The trap: the first is the one shown, not the right one; every other is shown beside it.
    """
    options = {name: next(iter(kind)) for name, kind in OPTIONS.items()}
    return Choices(**{**options, **chosen})  # type: ignore[arg-type]


def every_choice(*names: str, base: Choices | None = None) -> Iterator[Choices]:
    """Yield every combination of the options of these readings, the others as in the base."""
    base = base or first_choices()
    kept = {field.name: getattr(base, field.name) for field in fields(Choices)}
    for options in product(*(tuple(OPTIONS[name]) for name in names)):
        yield Choices(**{**kept, **dict(zip(names, options, strict=True))})


def reading_id(name: str) -> str:
    """Return the id of the reading that a field of the choices settles."""
    return f"fr.reading.{name}"
