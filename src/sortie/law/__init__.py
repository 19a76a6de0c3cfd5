"""The law itself: what each jurisdiction says, in rules that run, and the shape of an answer."""

from sortie.law import france
from sortie.law.answers import (
    Answer,
    Authority,
    Boundary,
    Calendar,
    RouteAnswer,
    RouteCalendar,
    ToBeSeen,
    UnderReading,
    Unsettled,
    Warned,
    WouldOpen,
)

__all__ = [
    "Answer",
    "Authority",
    "Boundary",
    "Calendar",
    "RouteAnswer",
    "RouteCalendar",
    "ToBeSeen",
    "UnderReading",
    "Unsettled",
    "Warned",
    "WouldOpen",
    "france",
]
