"""The law itself: what each jurisdiction says, in rules that run, and the shape of an answer."""

from sortie.law import france, studies
from sortie.law.answers import (
    Answer,
    Authority,
    Boundary,
    Calendar,
    OtherEnd,
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
from sortie.law.written_sentence import SENTENCE, written_sentence

__all__ = [
    "ANSWER",
    "CALENDAR",
    "RULE",
    "RULES",
    "SENTENCE",
    "Answer",
    "Authority",
    "Boundary",
    "Calendar",
    "OtherEnd",
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
    "written_sentence",
]
