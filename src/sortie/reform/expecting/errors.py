"""What the room refuses to expect.

ReformError
├── TooFewPeople     a total of fewer people than the threshold: that would be a rate of persons
├── NoSuchRate       a name that no rate bears
└── NotARate         bounds out of order, or beyond what the rate can be
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.reform.errors import ReformError


@dataclass(eq=False)
class TooFewPeople(ReformError):
    """Nothing is expected of so few."""

    threshold: int
    code: ClassVar[str] = "reform.expecting.too_few"


@dataclass(eq=False)
class NoSuchRate(ReformError):
    """No rate bears this name."""

    read: str
    offered: str
    code: ClassVar[str] = "reform.expecting.no_such_rate"


@dataclass(eq=False)
class NotARate(ReformError):
    """The bounds are no interval within what this rate can be."""

    read: str
    most: str
    code: ClassVar[str] = "reform.expecting.not_a_rate"
