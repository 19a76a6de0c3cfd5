"""The law, readable: one content in words, for the pages and for the printed manual.

Nothing here is written twice: a rule says what its declaration says, its texts, readings and case
studies are those the law runs on. A page or a paper only draws what comes back.
"""

from sortie.manual.cases import CaseTold, QuestionTold, Studied, case_told, studied
from sortie.manual.clocks import ClockTold
from sortie.manual.comparing import Change, Piece, compared
from sortie.manual.index import BY, Group, Row, Wanted, groups, routes_offered, row_of
from sortie.manual.readings import ReadingTold, readings_told
from sortie.manual.rules import Line, RuleTold, VersionTold, rule_told
from sortie.manual.texts import Cited, TextTold, TextVersion, text_told

__all__ = [
    "BY",
    "CaseTold",
    "Change",
    "Cited",
    "ClockTold",
    "Group",
    "Line",
    "Piece",
    "QuestionTold",
    "ReadingTold",
    "Row",
    "RuleTold",
    "Studied",
    "TextTold",
    "TextVersion",
    "VersionTold",
    "Wanted",
    "case_told",
    "compared",
    "groups",
    "readings_told",
    "routes_offered",
    "row_of",
    "rule_told",
    "studied",
    "text_told",
]
