"""Where a rule is written: its syntax, and how a refusal points into the file that holds it.

A rule is a function of a module, or an expression of a file that is not Python; the latter
carries its syntax and the lines of its file with it.
"""

import ast
import linecache
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import FunctionType
from typing import Any

from sortie.rules.errors import AuthorMistake

_WRITTEN = "written"


@dataclass(frozen=True, slots=True)
class Written:
    """The syntax of an expression, and the lines of the file it was typed in."""

    node: ast.FunctionDef
    lines: tuple[str, ...]


def keep(body: FunctionType, written: Written) -> None:
    """Attach to a function the syntax it was made from."""
    body.__dict__[_WRITTEN] = written


def written_of(body: Callable[..., Any]) -> Written | None:
    """Return the syntax attached to a function, None for a function of a module."""
    found: Written | None = vars(body).get(_WRITTEN)
    return found


@cache
def _functions(file: str) -> dict[int, ast.FunctionDef]:
    tree = ast.parse("".join(linecache.getlines(file)), filename=file)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return {min([n.lineno, *(d.lineno for d in n.decorator_list)]): n for n in found}


def source_of(body: Callable[..., Any]) -> ast.FunctionDef:
    """Return the syntax of a rule's function.

    Raises:   AuthorMistake: the source is not at hand (a lambda, or a compiled installation)
    """
    written = written_of(body)
    if written is not None:
        return written.node
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
    text = _line(body, line)
    column = len(text) - len(text.lstrip())
    if isinstance(node, ast.expr | ast.stmt):
        column = len(text.encode()[: node.col_offset].decode())
    return AuthorMistake(code.co_filename, line, column, found, instead, text)


def _line(body: FunctionType, line: int) -> str:
    written = written_of(body)
    if written is None:
        return linecache.getline(body.__code__.co_filename, line).rstrip("\n")
    return written.lines[line - 1] if line <= len(written.lines) else ""
