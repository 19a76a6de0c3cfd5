"""A book with a reform put into it, and the reform that takes it out again."""

from dataclasses import replace
from types import FunctionType
from typing import Any

from sortie import law
from sortie.law import ReformedLaw
from sortie.reform.records import (
    Adds,
    Change,
    Redates,
    Reform,
    Replaces,
    Restores,
    RestoresFigure,
    Revalues,
    Switches,
)
from sortie.rules import (
    ALWAYS,
    Book,
    Figure,
    InPlace,
    Rule,
    Version,
    knowing,
    put_in,
    re_dated,
    switched,
    written_of,
)

AS_BEFORE = "as_before"


def reformed(book: Book, reform: Reform) -> Book:
    """Return the book as the reform makes it: its changes, one after another.

    The trap: a reform read against one book may be applied to another, already reformed; it
    changes what it names there, not what it was read from.

    Raises:   AuthorMistake: together the changes cannot be read, as when rules turn in a circle
    """
    return book.changed(_in_place(book, reform))


def reformed_law(reform: Reform, book: Book | None = None) -> ReformedLaw:
    """Return what a question supposes when it is asked under a reform.

    Raises:   AuthorMistake: together the changes cannot be read
    """
    changed = reformed(law.france.BOOK if book is None else book, reform)
    return ReformedLaw(reform.id, reform.title, reform.status, reform.since, changed)


def inverse(book: Book, reform: Reform) -> Reform:
    """Return the reform that gives this book back when it is applied to the reformed one."""
    touched = _in_place(book, reform)
    rules = (Restores(each, book.rules.get(each)) for each in touched.rules)
    figures = (RestoresFigure(each, book.figures[each]) for each in touched.figures)
    return replace(reform, changes=(*rules, *figures))


def _in_place(book: Book, reform: Reform) -> InPlace:
    desk = _Desk(book)
    for change in reform.changes:
        desk.take(change)
    return InPlace(desk.rules, desk.figures)


class _Desk:
    """The rules and figures touched so far, on top of those of a book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.rules: dict[str, Rule[Any] | None] = {}
        self.figures: dict[str, Figure[Any] | None] = {}

    def take(self, change: Change) -> None:
        match change:
            case Revalues(figure, value):
                old = self.figures.get(figure) or self.book.figures[figure]
                self.figures[figure] = old.changed(value)
            case RestoresFigure(figure, was):
                self.figures[figure] = was
            case Restores(rule, was_rule):
                self.rules[rule] = was_rule
            case Adds(rule, version):
                self.rules[rule] = Rule(rule, [version], ALWAYS)
            case _:
                self.rules[change.rule] = self._changed(self._rule(change.rule), change)

    def _rule(self, rule_id: str) -> Rule[Any]:
        return self.rules.get(rule_id) or self.book[rule_id]

    def _changed(self, rule: Rule[Any], change: Replaces | Switches | Redates) -> Rule[Any]:
        match change:
            case Replaces(_, version):
                return put_in(rule, self._after(rule, version))
            case Switches(_, window, on):
                return switched(rule, window, on=on)
            case Redates(_, day, window):
                return re_dated(rule, _beginning(rule, day), window)

    def _after(self, rule: Rule[Any], version: Version[Any]) -> Version[Any]:
        """Return a version whose ``as_before`` is the rule as it reads so far."""
        body = version.body
        assert isinstance(body, FunctionType)  # noqa: S101
        if written_of(body) is None or AS_BEFORE not in body.__code__.co_names:
            return version
        before = Rule(self._free(f"{rule.id}.{AS_BEFORE}"), rule.versions, rule.applies)
        self.rules[before.id] = before
        return replace(version, body=knowing(body, **{AS_BEFORE: before}))

    def _free(self, rule_id: str) -> str:
        while rule_id in self.book.rules or rule_id in self.rules:
            rule_id = f"{rule_id}.{AS_BEFORE}"
        return rule_id


def _beginning(rule: Rule[Any], day: Any) -> Version[Any]:
    return next(v for v in rule.versions if v.window.since == day)
