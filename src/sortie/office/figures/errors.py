"""Why figures are not given.

OfficeError
├── YearNotCounted     nothing of that year may be counted yet
└── ThresholdTooLow    counts hidden under it could be worked out
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.office.errors import OfficeError


@dataclass(eq=False)
class YearNotCounted(OfficeError):
    """It lies ahead, or before the calendar, or its first month is not over."""

    year: int
    code: ClassVar[str] = "office.year_not_counted"


@dataclass(eq=False)
class ThresholdTooLow(OfficeError):
    """Below ``least``, what is told beside a hidden count leaves it one value only."""

    threshold: int
    least: int
    code: ClassVar[str] = "office.threshold_too_low"
