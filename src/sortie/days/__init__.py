"""Days: spans and sets of them, civil months, lengths, values over time, statutory periods."""

from sortie.days.civil import calendar_months_after, civil, end_of_day, end_of_next_day
from sortie.days.errors import (
    BrokenHolidays,
    DaysError,
    DoubledHour,
    EmptySpan,
    HolidayFault,
    LengthFault,
    MissingHour,
    NaiveInstant,
    NegativeLength,
    NoDay,
    NotALength,
    RowFault,
    SpansOverlap,
    UnknownTerritory,
    UnknownZone,
)
from sortie.days.holiday_rows import Holiday
from sortie.days.holidays import Holidays, rolled
from sortie.days.lengths import Length
from sortie.days.months import (
    MonthEnd,
    Months,
    add_months,
    first_day_beyond,
    first_day_reaching,
    months,
    years,
)
from sortie.days.over import Over
from sortie.days.spans import ALWAYS, EVER, NEVER, NOTHING, Span, Spans

__all__ = [
    "ALWAYS",
    "EVER",
    "NEVER",
    "NOTHING",
    "BrokenHolidays",
    "DaysError",
    "DoubledHour",
    "EmptySpan",
    "Holiday",
    "HolidayFault",
    "Holidays",
    "Length",
    "LengthFault",
    "MissingHour",
    "MonthEnd",
    "Months",
    "NaiveInstant",
    "NegativeLength",
    "NoDay",
    "NotALength",
    "Over",
    "RowFault",
    "Span",
    "Spans",
    "SpansOverlap",
    "UnknownTerritory",
    "UnknownZone",
    "add_months",
    "calendar_months_after",
    "civil",
    "end_of_day",
    "end_of_next_day",
    "first_day_beyond",
    "first_day_reaching",
    "months",
    "rolled",
    "years",
]
