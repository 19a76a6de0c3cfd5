"""Lengths of time in months and days, as sentences are pronounced and counted."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sortie.days.errors import LengthFault, NegativeLength, NotALength
from sortie.days.months import MonthEnd, add_months
from sortie.days.spans import EVER, NEVER

_ISO = re.compile(
    r"P(?=[0-9])(?:([0-9]{1,4})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})W)?(?:([0-9]{1,6})D)?"
)
_FAULTS = tuple(
    (fault, re.compile(pattern, re.DOTALL))
    for fault, pattern in (
        (LengthFault.EMPTY, r"\s*"),
        (LengthFault.SIGNED, r"[-+−].*|P.*[-+−].*"),
        (LengthFault.NO_LEADING_P, r"[^P].*"),
        (LengthFault.NO_PART, r"P"),
        (LengthFault.TIME_OF_DAY, r"P[^T]*T.*"),
        (LengthFault.FRACTION, r"P.*[0-9][.,][0-9].*"),
        (LengthFault.UNKNOWN_UNIT, r"P.*[^0-9YMWD].*"),
        (LengthFault.NUMBER_WITHOUT_UNIT, r".*[0-9]"),
        (LengthFault.UNIT_WITHOUT_NUMBER, r".*[^0-9][YMWD].*"),
        (LengthFault.TOO_LARGE, r".*(?:[0-9]{7}|[0-9]{6}[MW]|[0-9]{5}Y).*"),
        (LengthFault.PARTS_OUT_OF_ORDER, r".*"),
    )
)
_LONE_MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Length:
    """Months and days.

    The trap: two lengths are put in order with a month for thirty days, but are equal only when
    written alike: neither of one month and thirty days is less, and they are not the same.

    Source:   CPP 716-1 (one month is thirty days, more is counted date to date)
    """

    months: int = 0
    days: int = 0

    def __post_init__(self) -> None:
        if self.months < 0 or self.days < 0:
            raise NegativeLength(self.months, self.days)

    @classmethod
    def parse(cls, text: str) -> "Length":
        """Return the length an ISO text says: ``P8Y``, ``P1Y1D``, ``P2W``.

        Raises:   NotALength: anything else, times of day included
        """
        found = _ISO.fullmatch(text)
        if found is None:
            raise NotALength(text, next(f for f, pattern in _FAULTS if pattern.fullmatch(text)))
        y, m, w, d = (int(part or 0) for part in found.groups())
        return cls(12 * y + m, 7 * w + d)

    @property
    def key(self) -> int:
        """Thirty days a month: what lengths are compared by."""
        return self.months * _LONE_MONTH_DAYS + self.days

    def __str__(self) -> str:
        y, m = divmod(self.months, 12)
        parts = [f"{n}{unit}" for n, unit in ((y, "Y"), (m, "M"), (self.days, "D")) if n]
        return "P" + ("".join(parts) or "0D")

    def __bool__(self) -> bool:
        return bool(self.months or self.days)

    def __add__(self, other: "Length") -> "Length":
        return Length(self.months + other.months, self.days + other.days)

    def __sub__(self, other: "Length") -> "Length":
        """Return what is left; months and days are exchanged at thirty for one where one wants.

        Raises:   NegativeLength: more is taken than there is
        """
        m, d = self.months - other.months, self.days - other.days
        broken = max(-(d // _LONE_MONTH_DAYS), 0)
        m, d = m - broken, d + broken * _LONE_MONTH_DAYS
        return Length(max(m, 0), d + min(m, 0) * _LONE_MONTH_DAYS)

    def __lt__(self, other: "Length") -> bool:
        return self.key < other.key

    def __le__(self, other: "Length") -> bool:
        return self.key <= other.key

    def __gt__(self, other: "Length") -> bool:
        return self.key > other.key

    def __ge__(self, other: "Length") -> bool:
        return self.key >= other.key

    def fraction(self, numerator: int, denominator: int) -> "Length":
        """Return a part of the length; what is left of a month is thirty days, days rounded up."""
        m, rest = divmod(self.months * numerator, denominator)
        d = -((-(rest * _LONE_MONTH_DAYS + self.days * numerator)) // denominator)
        return Length(m, d)

    def after(self, day: date, month_end: MonthEnd) -> date:
        """Return the day on which this length, begun on ``day``, has run.

        One month alone is thirty days; more goes from date to date, then by days. The trap: one
        month and one day from 1 February may end before one month does.

        Source:   CPP 716-1
        """
        if self.months == 1 and self.days == 0:
            return _later(day, _LONE_MONTH_DAYS)
        return _later(add_months(day, self.months, month_end), self.days)


def _later(day: date, count: int) -> date:
    if day in (EVER, NEVER):
        return day
    return NEVER if (NEVER - day).days <= count else day + timedelta(days=count)
