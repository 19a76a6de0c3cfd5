"""What the shelf of kept comparisons refuses.

ReformError
├── ThresholdTooLow     numbers of too few people would be read by everyone who opens the folder
├── NoSuchComparison    none of this name is kept
└── ComparisonUnread    a file is there, and is no comparison as this version keeps them
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.reform.errors import ReformError


@dataclass(eq=False)
class ThresholdTooLow(ReformError):
    """What hides less than ``least`` people is for checking, never for keeping."""

    threshold: int
    least: int
    code: ClassVar[str] = "compare.kept.threshold"


@dataclass(eq=False)
class NoSuchComparison(ReformError):
    """None of this name is kept."""

    name: str
    code: ClassVar[str] = "compare.kept.none"


@dataclass(eq=False)
class ComparisonUnread(ReformError):
    """The file of this name cannot be read."""

    name: str
    code: ClassVar[str] = "compare.kept.unread"
