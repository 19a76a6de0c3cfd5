"""A changed book run as it stands: every function as written, calling what is put in its place."""

from collections.abc import Callable
from datetime import date
from types import FunctionType
from typing import Any

from sortie.rules import Book, Figure, Rule


def runs(book: Book, rule_id: str, person: Any, day: date) -> bool:
    """Return what a rule of a book answers when its functions are simply called."""
    rule = book.rules[rule_id]
    version = rule.version_on(day)
    if version is None or not rule.applies_on(day):
        return False
    body = version.body
    assert isinstance(body, FunctionType)
    held = {name: in_place(book, value) for name, value in body.__globals__.items()}
    return bool(FunctionType(body.__code__, held)(person, day))


def in_place(book: Book, value: Any) -> Any:
    if isinstance(value, Rule) and value.id in book.rules:
        return called(book, value.id)
    return book.figures.get(value.id, value) if isinstance(value, Figure) else value


def called(book: Book, rule_id: str) -> Callable[[Any, date], bool]:
    return lambda person, day: runs(book, rule_id, person, day)
