"""The engine: a rule is a function of one person and one day; the engine tells *when* it holds.

``rule`` makes one, ``Book`` reads them, ``Assessment`` asks a record, ``explain`` says why.
"""

from sortie.rules.assessment import Assessment, Outcome, Stretch
from sortie.rules.atoms import Among, Atom, Contains, DayReaches, Exceeds, Flag, Side
from sortie.rules.book import Book, Op, Step, walk
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
from sortie.rules.rule import Rule, Version, Window, rule
from sortie.rules.tree import And, Call, Choose, Const, Not, Or, Test, Tree

__all__ = [
    "Among",
    "And",
    "Assessment",
    "Atom",
    "AuthorMistake",
    "Because",
    "Book",
    "Bounds",
    "Branch",
    "ByReading",
    "Call",
    "Choose",
    "Const",
    "Contains",
    "Dated",
    "DayReaches",
    "Decision",
    "Diagrams",
    "Exceeds",
    "Fact",
    "Field",
    "Figure",
    "Finding",
    "Flag",
    "Missing",
    "Not",
    "NotSettled",
    "Op",
    "Or",
    "Outcome",
    "Reading",
    "Rule",
    "RulesError",
    "Side",
    "Step",
    "Stretch",
    "Test",
    "Tree",
    "Under",
    "UnknownRule",
    "Version",
    "Window",
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
