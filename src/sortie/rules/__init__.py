"""The engine: a rule is a function of one person and one day; the engine tells *when* it holds.

``rule`` makes one, ``Book`` reads them, ``Assessment`` asks a record, ``explain`` says why.
"""

from sortie.rules.assessment import Assessment, Outcome, Stretch
from sortie.rules.book import Book, walk
from sortie.rules.diagram import Branch, Decision, decide, given, support
from sortie.rules.errors import AuthorMistake, NotSettled, RulesError, UnknownRule
from sortie.rules.explain import Because, Fact, Finding, explain
from sortie.rules.fields import (
    Bounds,
    ByReading,
    Field,
    Missing,
    Reading,
    Under,
    choices,
    fields_of,
    held,
    is_known,
    settle,
)
from sortie.rules.figures import Dated, Figure, figure, last_day
from sortie.rules.rule import Rule, Version, rule

__all__ = [
    "Assessment",
    "AuthorMistake",
    "Because",
    "Book",
    "Bounds",
    "Branch",
    "ByReading",
    "Dated",
    "Decision",
    "Fact",
    "Field",
    "Figure",
    "Finding",
    "Missing",
    "NotSettled",
    "Outcome",
    "Reading",
    "Rule",
    "RulesError",
    "Stretch",
    "Under",
    "UnknownRule",
    "Version",
    "choices",
    "decide",
    "explain",
    "fields_of",
    "figure",
    "given",
    "held",
    "is_known",
    "last_day",
    "rule",
    "settle",
    "support",
    "walk",
]
