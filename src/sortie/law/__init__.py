"""The law itself: what each jurisdiction says, in rules that run, and the shape of an answer."""

from sortie.law import france, studies
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
from sortie.law.written import ANSWER, CALENDAR, written_answer, written_calendar
from sortie.law.written_rules import RULE, RULES, written_rule, written_rules

__all__ = [
    "ANSWER",
    "CALENDAR",
    "RULE",
    "RULES",
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
    "studies",
    "written_answer",
    "written_calendar",
    "written_rule",
    "written_rules",
]
