"""The engine: a rule is a function of one person and one day; the engine tells *when* it holds.

``rule`` makes one, ``Book`` reads them, ``Assessment`` asks a record, ``explain`` says why.
"""

from sortie.rules.amendments import put_in, re_dated, switched
from sortie.rules.assessment import Assessment, Outcome, Stretch
from sortie.rules.atoms import Among, Atom, Contains, DayReaches, Exceeds, Flag, Side
from sortie.rules.book import Book, InPlace, Op, Step, walk
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
    "InPlace",
    "Missing",
    "Not",
    "NotSettled",
    "Op",
    "Or",
    "Outcome",
    "Place",
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
