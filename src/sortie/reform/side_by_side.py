"""What a reform changes, old and new text side by side, in words and in the language of rules."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from types import FunctionType
from typing import Any

from sortie import law
from sortie.days import EVER, NEVER, Months
from sortie.reform.records import (
    Adds,
    Change,
    Redates,
    Reform,
    Replaces,
    Revalues,
    Switches,
    Words,
)
from sortie.rules import Book, Dated, Figure, Rule, Version, Window, source_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Text:
    """What a rule says, or what a figure is worth, between two days; None where none is known.

    ``cites`` are the ids of the provisions that it rests on.
    """

    words: Words
    says: str
    since: date | None
    until: date | None
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beside:
    """One change: its kind, the rule or the figure, and the texts before and after it."""

    kind: str
    of: str
    since: date | None
    until: date | None
    was: tuple[Text, ...]
    becomes: Text | None


def side_by_side(reform: Reform, book: Book | None = None) -> tuple[Beside, ...]:
    """Return each change with the texts that it meets in a book, today's when none is given."""
    book = book or law.france.BOOK
    return tuple(each for change in reform.changes for each in _beside(change, book))


def _beside(change: Change, book: Book) -> Iterator[Beside]:
    match change:
        case Adds(rule, version):
            yield _of("adds", rule, version.window, (), text_of(version))
        case Replaces(rule, version):
            met = _met(book.rules[rule], version.window)
            yield _of("replaces", rule, version.window, met, text_of(version))
        case Switches(rule, window, on):
            kind = "switches_on" if on else "switches_off"
            yield _of(kind, rule, window, _met(book.rules[rule], window), None)
        case Redates(rule, day, window):
            version = next(v for v in book.rules[rule].versions if v.window.since == day)
            yield _of("redates", rule, window, (text_of(version),), text_of(version, window))
        case Revalues(figure, value):
            window = Window(value.since, value.before)
            met = tuple(_values(book.figures[figure], window))
            new = _valued(book.figures[figure], value, window)
            yield _of("value", figure, window, met, new)


def _of(kind: str, of: str, window: Window, was: tuple[Text, ...], becomes: Text | None) -> Beside:
    return Beside(kind, of, *_bounds(window), was, becomes)


def _bounds(window: Window) -> tuple[date | None, date | None]:
    since = None if window.since == EVER else window.since
    return since, None if window.before == NEVER else window.before - _DAY


def _met(rule: Rule[Any], window: Window) -> tuple[Text, ...]:
    """Return the versions of a rule that are in force within a window, by its dates."""
    return tuple(
        text_of(v)
        for v in rule.versions
        if v.window.since < window.before and window.since < v.window.before
    )


def text_of(version: Version[Any], window: Window | None = None) -> Text:
    """Return what a version says; its names are ids, wherever it was written."""
    words = {"fr": version.sentence, "en": version.gloss}
    return Text(words, _said(version), *_bounds(window or version.window), version.cites)


def _said(version: Version[Any]) -> str:
    body = version.body
    assert isinstance(body, FunctionType)  # noqa: S101
    returned = source_of(body).body[-1]
    assert isinstance(returned, ast.Return)  # noqa: S101
    assert returned.value is not None  # noqa: S101
    return ast.unparse(_Ids(body).visit(deepcopy(returned.value)))


class _Ids(ast.NodeTransformer):
    """Puts ids in place of the names that a module gives to rules, figures and sets of words."""

    def __init__(self, body: FunctionType) -> None:
        self.known = body.__globals__

    def visit_Name(self, node: ast.Name) -> ast.expr:
        held = self.known.get(node.id)
        if isinstance(held, Rule | Figure):
            return ast.Name(held.id)
        if isinstance(held, frozenset) and all(isinstance(each, Enum) for each in held):
            words = sorted(f"{type(each).__name__}.{each.name}" for each in held)
            return ast.Set([ast.Name(word) for word in words])
        return node


def _values(figure: Figure[Any], window: Window) -> Iterator[Text]:
    for dated in figure.versions:
        if dated.since < window.before and window.since < dated.before:
            yield _valued(figure, dated, Window(dated.since, dated.before))


def _valued(figure: Figure[Any], dated: Dated[Any], window: Window) -> Text:
    value = dated.value
    shown = f"P{value.count}M" if isinstance(value, Months) else str(value)
    return Text(figure.title, shown, *_bounds(window), dated.cites)
