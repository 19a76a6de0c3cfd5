"""What the expressions of a reform may name, and the refusal of what they may not."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from enum import EnumMeta
from types import FunctionType
from typing import Any

from sortie.reform.applying import AS_BEFORE
from sortie.reform.desk import Desk
from sortie.reform.errors import Cause
from sortie.reform.positions import Path
from sortie.rules import Book, Rule, fields_of, source_of

PERSON, DAY = "p", "day"


def known_in(book: Book, added: Iterable[str]) -> dict[str, Any]:
    """Return what each name means: ids of rules and figures, lists of words by their name."""
    words = {type(f.members[0]).__name__: type(f.members[0])
             for f in fields_of(book.record).values() if f.members}  # fmt: skip
    new = {each: Rule[Any](each, ()) for each in added}
    return {**words, **book.figures, **book.rules, **new}


def names_refused(
    body: FunctionType, path: Path, book: Book, known: Mapping[str, Any], desk: Desk
) -> bool:
    """Note each name of an expression that nothing bears; return whether there is one."""
    count = len(desk.faults)
    facts = fields_of(book.record)
    called = {id(n.func): n for n in ast.walk(source_of(body)) if isinstance(n, ast.Call)}
    for node, name, kind in _named(source_of(body)):
        if kind == "fact" and name not in facts:
            desk.unknown(Cause.UNKNOWN_FACT, path, name, facts, node.lineno)
        elif kind == "word":
            _word(node, path, known, desk)
        elif kind == "name" and name not in known:
            offered = [i for i, each in known.items() if isinstance(each, Rule)]
            code = Cause.UNKNOWN_RULE if id(node) in called else Cause.UNKNOWN_NAME
            listed = offered if id(node) in called else known
            desk.unknown(code, path, name, listed, node.lineno)
    return len(desk.faults) > count


def _named(function: ast.FunctionDef) -> Iterator[tuple[Any, str, str]]:
    for node in ast.walk(ast.Module([*function.body[1:]], [])):
        match node:
            case ast.Attribute(value=ast.Name(id=root), attr=attr) if root == PERSON:
                yield node, attr, "fact"
            case ast.Attribute(value=ast.Name()):
                yield node, ast.unparse(node), "word"
            case ast.Name(id=name) if name not in (PERSON, DAY) and not name[:1].isupper():
                yield node, name, "name"


def _word(node: ast.Attribute, path: Path, known: Mapping[str, Any], desk: Desk) -> None:
    assert isinstance(node.value, ast.Name)  # noqa: S101
    holder = known.get(node.value.id)
    lists = {name: each for name, each in known.items() if isinstance(each, EnumMeta)}
    if not isinstance(holder, EnumMeta):
        desk.unknown(Cause.UNKNOWN_NAME, path, node.value.id, lists, node.lineno)
    elif node.attr not in holder.__members__:
        offered = [f"{node.value.id}.{member}" for member in holder.__members__]
        desk.unknown(Cause.UNKNOWN_WORD, path, ast.unparse(node), offered, node.lineno)


def with_as_before(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the names that the text of a replaced rule may use."""
    return {**known, AS_BEFORE: Rule[Any](AS_BEFORE, ())}
