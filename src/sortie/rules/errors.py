"""What the engine refuses, and to whom.

RulesError
├── AuthorMistake       a rule that cannot be read, with file, line, column and a way out
├── UnknownRule         a name that no rule of the book bears
└── NotSettled          a plain run was asked of a person who is not fully known
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.errors import SortieError


class RulesError(SortieError):
    """Base of the engine's refusals."""

    code: ClassVar[str] = "rules"


@dataclass(eq=False)
class AuthorMistake(RulesError):
    """A rule, a figure or a record that the engine cannot read.

    Written for the author: where, what was found, what to write instead.
    """

    file: str
    line: int
    column: int
    found: str
    instead: str
    source: str = ""
    code: ClassVar[str] = "rules.author"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column + 1}"
        caret = f"\n    {self.source}\n    {' ' * self.column}^" if self.source else ""
        return f"{place}: {self.found}{caret}\n    Instead: {self.instead}"


@dataclass(eq=False)
class UnknownRule(RulesError):
    """No rule of the book bears this id."""

    rule: str
    near: tuple[str, ...] = ()
    code: ClassVar[str] = "rules.unknown"

    def __str__(self) -> str:
        return f"no rule {self.rule!r}; near: {', '.join(self.near) or 'none'}"


@dataclass(eq=False)
class NotSettled(RulesError):
    """A plain run needs every fact and every reading; these are open."""

    fields: tuple[str, ...]
    code: ClassVar[str] = "rules.not_settled"

    def __str__(self) -> str:
        return f"not settled: {', '.join(self.fields)}"
