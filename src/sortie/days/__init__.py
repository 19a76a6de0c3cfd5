"""Days: spans and sets of them, civil months, lengths, values over time, statutory periods."""

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
    "DaysError",
    "EmptySpan",
    "Length",
    "MonthEnd",
    "Months",
    "NegativeLength",
    "NotALength",
    "Over",
    "Span",
    "SpansOverlap",
    "Spans",
    "add_months",
    "first_day_beyond",
    "first_day_reaching",
    "months",
    "years",
]
