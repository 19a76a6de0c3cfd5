"""The engine: a rule is a function of one person and one day; the engine tells *when* it holds.

``rule`` makes one, ``Book`` reads them, ``Assessment`` asks a record, ``explain`` says why.
"""

from sortie.rules.assessment import Assessment, Outcome, Stretch
from sortie.rules.book import Book, walk
from sortie.rules.diagram import Branch, Decision, Diagrams, support
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
from sortie.rules.tree import And, Call, Choose, Const, Not, Or, Test, Tree

__all__ = [
    "And",
    "Assessment",
    "AuthorMistake",
    "Because",
    "Book",
    "Bounds",
    "Branch",
    "ByReading",
    "Call",
    "Choose",
    "Const",
    "Dated",
    "Decision",
    "Diagrams",
    "Fact",
    "Field",
    "Figure",
    "Finding",
    "Missing",
    "Not",
    "NotSettled",
    "Or",
    "Outcome",
    "Reading",
    "Rule",
    "RulesError",
    "Stretch",
    "Test",
    "Tree",
    "Under",
    "UnknownRule",
    "Version",
    "choices",
    "explain",
    "fields_of",
    "figure",
    "held",
    "is_known",
    "last_day",
    "rule",
    "settle",
    "support",
    "walk",
]
