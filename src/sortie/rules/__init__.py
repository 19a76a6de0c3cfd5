"""The engine: a rule is a function of one person and one day; the engine tells *when* it holds.

``rule`` makes one, ``Book`` reads them, ``Assessment`` asks a record, ``explain`` says why.
"""

from sortie.rules.amendments import put_in, re_dated, switched
from sortie.rules.assessment import Assessment, Outcome, Stretch
from sortie.rules.book import Book, InPlace, walk
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
from sortie.rules.reader import read
from sortie.rules.rule import ALWAYS, Rule, Version, Window, rule
from sortie.rules.tree import And, Call, Choose, Const, Not, Or, Test, Tree
from sortie.rules.written import Place, expression, knowing, source_of, written_of

__all__ = [
    "ALWAYS",
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
    "InPlace",
    "Missing",
    "Not",
    "NotSettled",
    "Or",
    "Outcome",
    "Place",
    "Reading",
    "Rule",
    "RulesError",
    "Stretch",
    "Test",
    "Tree",
    "Under",
    "UnknownRule",
    "Version",
    "Window",
    "choices",
    "explain",
    "expression",
    "fields_of",
    "figure",
    "held",
    "is_known",
    "knowing",
    "last_day",
    "put_in",
    "re_dated",
    "read",
    "rule",
    "settle",
    "source_of",
    "support",
    "switched",
    "walk",
    "written_of",
]
