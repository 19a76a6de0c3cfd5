"""A rule: one provision, one person, one day, in a function that runs as it stands."""

import ast
import linecache
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import FunctionType
from typing import Any, Generic, TypeVar

from sortie.days import EVER, NEVER
from sortie.rules.errors import AuthorMistake

P = TypeVar("P")
Body = Callable[[P, date], bool]


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which one version of a rule is in force."""

    since: date
    before: date


@dataclass(frozen=True, eq=False)
class Version(Generic[P]):
    """The rule as it stood between two days."""

    body: Body[P]
    window: Window
    cites: tuple[str, ...]
    sentence: str
    gloss: str

    @property
    def last_day(self) -> date | None:
        """The last day in force, None when no end is known."""
        return None if self.window.before == NEVER else self.window.before - timedelta(days=1)


class Rule(Generic[P]):
    """A rule with its versions. Called with a person and a day, it answers yes or no.

    Outside the dates of its versions a rule does not hold.
    """

    def __init__(self, id: str, first: Version[P]) -> None:  # noqa: A002
        self.id = id
        self.versions: list[Version[P]] = [first]

    def __call__(self, p: P, day: date) -> bool:
        version = self.version_on(day)
        return version is not None and version.body(p, day)

    def __repr__(self) -> str:
        return f"<rule {self.id}>"

    def version_on(self, day: date) -> Version[P] | None:
        """Return the version in force on a day, None outside its dates."""
        for version in self.versions:
            if version.window.since <= day < version.window.before:
                return version
        return None

    def version(
        self, *, cites: tuple[str, ...], since: str, until: str | None = None
    ) -> Callable[[Body[P]], "Rule[P]"]:
        """Add another version of the rule: the decorated function, between its own dates.

        Raises:   AuthorMistake: the dates overlap those of another version
        """

        def add(body: Body[P]) -> "Rule[P]":
            new = _version(body, cites, since, until)
            for old in self.versions:
                if new.window.since < old.window.before and old.window.since < new.window.before:
                    raise mistake(
                        body, None, f"two versions of {self.id} are in force on the same day",
                        f"end the older one the day before {new.window.since}, with until=",
                    )  # fmt: skip
            self.versions = sorted([*self.versions, new], key=lambda v: v.window.since)
            return self

        return add


def rule(
    id: str,  # noqa: A002
    *,
    cites: tuple[str, ...],
    since: str | None,
    until: str | None = None,
) -> Callable[[Body[P]], Rule[P]]:
    """Make a rule of a function of one record and one day.

    ``since`` and ``until`` are the first and the last day in force, ISO dates; ``since=None`` is
    for a definition that no text brought into force.

    Raises:   AuthorMistake: no docstring sentence, no citation, dates that do not exist
    """

    def make(body: Body[P]) -> Rule[P]:
        return Rule(id, _version(body, cites, since, until))

    return make


def _version(
    body: Body[P], cites: tuple[str, ...], since: str | None, until: str | None
) -> Version[P]:
    first_line = (body.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    sentence, _, gloss = " ".join(first_line.split()).rstrip(".").partition(" (")
    if not sentence or not gloss.endswith(")"):
        raise mistake(
            body, None, "the first line of the docstring is not a sentence with its gloss",
            '"""Le texte en une phrase (the gloss in English)."""',
        )  # fmt: skip
    if not cites:
        raise mistake(body, None, "the rule cites nothing", "name its provisions: cites=(...)")
    start = EVER if since is None else _day(body, since)
    last = NEVER if until is None else _day(body, until)
    if until is not None and last == NEVER:
        raise mistake(body, None, f"it ends on {until}", "leave until= out: it has no end")
    before = last if last == NEVER else last + timedelta(days=1)
    if start >= before:
        raise mistake(body, None, f"it ends on {until}, before it begins", "check since and until")
    return Version(body, Window(start, before), cites, sentence, gloss[:-1])


def _day(body: Body[P], text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise mistake(
            body, None, f"{text} is not a day of the calendar",
            "write the first and the last day as YYYY-MM-DD",
        )  # fmt: skip
    return day


@cache
def _functions(file: str) -> dict[int, ast.FunctionDef]:
    tree = ast.parse("".join(linecache.getlines(file)), filename=file)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {min([n.lineno, *(d.lineno for d in n.decorator_list)]): n for n in found}


def source_of(body: Callable[..., Any]) -> ast.FunctionDef:
    """Return the syntax of a rule's function.

    Raises:   AuthorMistake: the source is not at hand (a lambda, or a compiled installation)
    """
    assert isinstance(body, FunctionType)  # noqa: S101
    code = body.__code__
    node = _functions(code.co_filename).get(code.co_firstlineno)
    if node is None:
        raise mistake(body, None, "the source of this rule cannot be read", "write it with def")
    return node


def mistake(
    body: Callable[..., Any], node: ast.AST | None, found: str, instead: str
) -> AuthorMistake:
    """Return the refusal of a rule, pointing at a node of its source."""
    assert isinstance(body, FunctionType)  # noqa: S101
    code = body.__code__
    line = getattr(node, "lineno", code.co_firstlineno)
    text = linecache.getline(code.co_filename, line).rstrip("\n")
    column = len(text) - len(text.lstrip())
    if isinstance(node, ast.expr | ast.stmt):
        column = len(text.encode()[: node.col_offset].decode())
    return AuthorMistake(code.co_filename, line, column, found, instead, text)
