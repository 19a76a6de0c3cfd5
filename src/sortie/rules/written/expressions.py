"""A rule written in a file that is not Python: one expression, in the language of the rules.

The names are ids: ``fr.served.half(p, day)``, ``fr.value.one_day[day]``. The expression becomes a
function that runs as it stands, and goes through the same reader as the functions of the law.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from types import CodeType, FunctionType
from typing import Any

from sortie.rules.errors import AuthorMistake
from sortie.rules.written.sources import Written, keep, written_of

PERSON, DAY = "p", "day"


@dataclass(frozen=True, slots=True)
class Place:
    """A file, its lines, and where in it an expression begins: line from 1, column from 0."""

    file: str
    lines: tuple[str, ...]
    line: int
    column: int


def expression(text: str, place: Place, known: Mapping[str, Any]) -> FunctionType:
    """Return the function of one expression; its lines are those of the file it stands in.

    ``known`` is what its names mean; it may still be filled after this.

    Raises:   AuthorMistake: the text is no expression
    """
    node = _function(_parsed(text, place), place)
    module = ast.Module([node], [])
    made = compile(module, place.file, "exec")
    code = next(const for const in made.co_consts if isinstance(const, CodeType))
    body = FunctionType(code, dict(known))
    keep(body, Written(node, place.lines))
    return body


def knowing(body: FunctionType, **more: Any) -> FunctionType:
    """Return a function of an expression again, with more names known to it."""
    again = FunctionType(body.__code__, body.__globals__ | more)
    written = written_of(body)
    assert written is not None  # noqa: S101 (only expressions are bound again)
    keep(again, written)
    return again


def _parsed(text: str, place: Place) -> ast.expr:
    # Blank lines and blanks bring every node to its own line and column in the file.
    above = "\n" * (place.line - 1)
    try:
        found = ast.parse(f"({above}{' ' * place.column}{text}\n)", place.file, "eval")
    except SyntaxError as wrong:
        raise _no_expression(wrong, place) from wrong
    if found.body.lineno < place.line:
        # «a) or (b» closes the reader's own bracket and opens it again.
        raise _no_expression(SyntaxError(), place)
    tree: ast.expr = _Ids().visit(found.body)
    return tree


def _no_expression(wrong: SyntaxError, place: Place) -> AuthorMistake:
    # What is never closed is reported where the reader's own bracket opens, above the text.
    inside = wrong.lineno is not None and place.line <= wrong.lineno <= len(place.lines)
    line = wrong.lineno if inside and wrong.lineno else place.line
    column = max((wrong.offset or 1) - 1, 0) if inside else place.column
    return AuthorMistake(
        place.file, line, column, "this is no expression",
        "write one expression: and, or, not, comparisons, another.rule(p, day)",
        place.lines[line - 1],
    )  # fmt: skip


def _function(body: ast.expr, place: Place) -> ast.FunctionDef:
    words = ast.Expr(ast.Constant("written in a file"))
    taken = ast.arguments(
        posonlyargs=[], args=[ast.arg(PERSON), ast.arg(DAY)], kwonlyargs=[], kw_defaults=[],
        defaults=[],
    )  # fmt: skip
    node = ast.FunctionDef(
        name="written", args=taken, body=[words, ast.Return(body)], decorator_list=[],
        lineno=place.line, col_offset=place.column,
        end_lineno=place.line, end_col_offset=place.column,
    )  # fmt: skip
    return ast.fix_missing_locations(node)


class _Ids(ast.NodeTransformer):
    """Makes one name of each dotted id: those that begin neither with the person nor with a list.

    A list of words is written with a capital: ``Kind.CENTRE_DETENTION``.
    """

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        root: ast.expr = node
        while isinstance(root, ast.Attribute):
            root = root.value
        if not isinstance(root, ast.Name) or root.id == PERSON or not root.id[:1].islower():
            return node
        return ast.copy_location(ast.Name(ast.unparse(node), ast.Load()), node)
