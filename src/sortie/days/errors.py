"""What the room of days refuses.

DaysError
├── EmptySpan           a span that would end before its first day
├── NoDay               the first or last day of an empty set
├── SpansOverlap        two values of one fact on the same day
├── NotALength          a text that is no ISO length, with the cause
├── NegativeLength      more is taken off a length than it holds
├── NaiveInstant        an instant that does not say its zone
├── UnknownZone         a zone that no time zone table holds
├── MissingHour         an hour that the clocks skip that day
├── DoubledHour         an hour that the clocks show twice that day
├── UnknownTerritory    a territory without a table of holidays
└── BrokenHolidays      one or several faults in a table of holidays, all found at once
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from sortie.errors import SortieError


class DaysError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "days"


@dataclass(eq=False)
class EmptySpan(DaysError):
    """A span needs a first day before its end."""

    start: date
    end: date
    code: ClassVar[str] = "days.empty_span"


@dataclass(eq=False)
class NoDay(DaysError):
    """An empty set of days has no first and no last day."""

    code: ClassVar[str] = "days.no_day"


@dataclass(eq=False)
class SpansOverlap(DaysError):
    """One fact was given two values on the same day."""

    day: date
    code: ClassVar[str] = "days.overlap"


class LengthFault(StrEnum):
    """One kind per cause, so that each has its own sentence at the door."""

    EMPTY = "empty"
    NO_LEADING_P = "no_leading_p"
    SIGNED = "signed"
    TIME_OF_DAY = "time_of_day"
    FRACTION = "fraction"
    NO_PART = "no_part"
    UNKNOWN_UNIT = "unknown_unit"
    NUMBER_WITHOUT_UNIT = "number_without_unit"
    UNIT_WITHOUT_NUMBER = "unit_without_number"
    TOO_LARGE = "too_large"
    PARTS_OUT_OF_ORDER = "parts_out_of_order"


@dataclass(eq=False)
class NotALength(DaysError):
    """The text is not an ISO length of years, months, weeks and days."""

    text: str
    fault: LengthFault
    code: ClassVar[str] = "days.not_a_length"


@dataclass(eq=False)
class NegativeLength(DaysError):
    """A length cannot be less than nothing."""

    months: int
    days: int
    code: ClassVar[str] = "days.negative_length"


@dataclass(eq=False)
class NaiveInstant(DaysError):
    """The instant does not say which zone its clock is in."""

    instant: datetime
    code: ClassVar[str] = "days.naive_instant"


@dataclass(eq=False)
class UnknownZone(DaysError):
    zone: str
    code: ClassVar[str] = "days.unknown_zone"


@dataclass(eq=False)
class MissingHour(DaysError):
    """The clocks are put forward over this hour: it did not exist that day."""

    day: date
    clock: time
    zone: str
    code: ClassVar[str] = "days.missing_hour"


@dataclass(eq=False)
class DoubledHour(DaysError):
    """The clocks are put back over this hour: it came twice that day."""

    day: date
    clock: time
    zone: str
    code: ClassVar[str] = "days.doubled_hour"


@dataclass(eq=False)
class UnknownTerritory(DaysError):
    territory: str
    code: ClassVar[str] = "days.unknown_territory"


class HolidayFault(StrEnum):
    """What a row of the table of holidays may get wrong."""

    MISSING_KEY = "missing_key"
    UNKNOWN_KEY = "unknown_key"
    WRONG_TYPE = "wrong_type"
    NO_TERRITORY = "no_territory"
    NO_SUCH_DAY = "no_such_day"
    ENDS_BEFORE_START = "ends_before_start"


@dataclass(frozen=True, slots=True)
class RowFault:
    """The row (counted from one), the key in it, and the cause."""

    row: int
    key: str
    kind: HolidayFault


@dataclass(eq=False)
class BrokenHolidays(DaysError):
    faults: tuple[RowFault, ...]
    code: ClassVar[str] = "days.broken_holidays"
