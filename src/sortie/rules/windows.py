"""The days on which a version of a rule is in force."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Window:
    """From the first day in force to the day before ``before``."""

    since: date
    before: date
