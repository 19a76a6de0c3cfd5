"""From the class that an act reads to the shape of its body: the same fields, nothing besides."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import Field as Shape
from pydantic import StrictInt, create_model

from sortie import casework, office
from sortie.api.shapes.plain import Day, Flag, Instant, Said, Text

HAPPENED = "happened_at"
# What the office finds by itself, whatever is said.
_FOUND = frozenset([
    ("decide", "law_says"), ("decide", "attached_bans"), ("rule_on_appeal", "law_says"),
])  # fmt: skip
# The verbs that read a few words and no class.
_FEW_WORDS: Mapping[str, Mapping[str, tuple[Any, Any]]] = {
    "route_application": {"to": (Text, "")},
    "issue_permit": {"permit": (Text, ...)},
}
_MOST = 500
_PLAIN: Mapping[Any, Any] = {
    str: Text, bool: Flag, int: StrictInt, datetime: Instant, date: Day,
}  # fmt: skip


@cache
def body_of(verb: str) -> type[Said]:
    """Return the shape of what a verb of the office reads."""
    reads = office.VERBS[verb].reads
    if reads is None:
        return _model(_name(verb), dict(_FEW_WORDS[verb]))
    said = {name: shape for name, shape in _shapes(reads) if (verb, name) not in _FOUND}
    if issubclass(reads, casework.Event) and reads in casework.WORLD:
        said[HAPPENED] = (Instant | None, None)
    return _model(_name(verb), said)


def _name(verb: str) -> str:
    return "".join(part.title() for part in verb.split("_"))


def _model(name: str, said: dict[str, Any]) -> type[Said]:
    made: type[Said] = create_model(name, __base__=Said, **said)
    return made


def _shapes(kind: type) -> Iterator[tuple[str, tuple[Any, Any]]]:
    hints = get_type_hints(kind)
    for each in fields(kind):
        yield each.name, (_shape(hints[each.name]), _default(each))


def _default(each: Field[Any]) -> Any:
    """Return what stands where nothing is said; an ellipsis is what must be said."""
    if each.default is not MISSING:
        held = each.default
        return list(held) if isinstance(held, tuple) else held
    return ... if each.default_factory is MISSING else []


def _shape(kind: Any) -> Any:
    if get_origin(kind) is UnionType:
        (some,) = (each for each in get_args(kind) if each is not NoneType)
        return _shape(some) | None
    if get_origin(kind) is tuple:
        return Annotated[list[_shape(get_args(kind)[0])], Shape(max_length=_MOST)]  # type: ignore[misc]
    if get_origin(kind) is Mapping:
        return dict[str, Any]
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    return kind if issubclass(kind, Enum) else _PLAIN[kind]


@cache
def _record(kind: type) -> type[Said]:
    return _model(kind.__name__, dict(_shapes(kind)))
