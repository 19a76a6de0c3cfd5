"""What an act says, read by the shape of its class: words, hours and yes or no in either language.

The trap: what is wrong with the values themselves (a reason left out, an order nobody made) is not
a fault of the script, but what the office must refuse.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sortie import facts
from sortie.casework import Role
from sortie.office.jurisdictions import HERE
from sortie.office.scripts.desk import Desk, Path, plain
from sortie.office.scripts.words import inside

_LISTS: Mapping[str, frozenset[str]] = {
    "leave": HERE.vocabulary.leave_types,
    "purpose": HERE.vocabulary.purposes,
}
_LEFT_OUT: Mapping[str, Any] = {"law_says": None}


def body_of(kind: type, value: Any, path: Path, desk: Desk, *, given: frozenset[str]) -> Any:
    """Return the body of an act as JSON values; ``given`` are the fields that need not be typed."""
    shapes = _shapes(kind)
    offered = frozenset(shapes) - given - set(_LEFT_OUT)
    needed = frozenset(each.name for each in fields(kind) if _needed(each)) & offered
    found = desk.mapping(value, path, inside(), offered, needed)
    return {key: _value(shapes[key], key, held, at, desk) for key, (at, held) in found.items()}


def words_of(value: Any, path: Path, desk: Desk, shapes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of an act that reads a few words only, each with its shape."""
    found = desk.mapping(value, path, inside(), frozenset(shapes))
    return {key: _value(shapes[key], key, held, at, desk) for key, (at, held) in found.items()}


def _needed(each: Any) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


@cache
def _shapes(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(shape: Any, key: str, value: Any, path: Path, desk: Desk) -> Any:
    if get_origin(shape) is UnionType:
        if value is None:
            return None
        (shape,) = (each for each in get_args(shape) if each is not NoneType)
    if get_origin(shape) is tuple:
        inner = get_args(shape)[0]
        return [_value(inner, key, item, at, desk) for at, item in desk.items(value, path)]
    if is_dataclass(shape) and isinstance(shape, type):
        return body_of(shape, value, path, desk, given=frozenset())
    if get_origin(shape) is Mapping:
        return _free(value, path, desk)
    return _single(shape, key, value, path, desk)


def _free(value: Any, path: Path, desk: Desk) -> Any:
    """Return a section of the case file, which its own room reads."""
    if isinstance(value, Mapping):
        return plain(value)
    desk.mapping(value, path, inside(), frozenset())
    return None


def _single(shape: type, key: str, value: Any, path: Path, desk: Desk) -> Any:
    if issubclass(shape, Enum):
        return desk.word(value, path, [each.value for each in shape])
    if shape is str and key in _LISTS:
        return desk.word(value, path, _LISTS[key], facts.house_dictionary())
    read = _READERS[shape](desk, value, path)
    return read.isoformat() if isinstance(read, date) else read


_READERS: Mapping[type, Callable[[Desk, Any, Path], Any]] = {
    str: Desk.text,
    bool: Desk.flag,
    int: Desk.number,
    date: Desk.day,
    datetime: Desk.instant,
}

SEEN = {"facts": tuple[str, ...]}
ROUTE = {"to": Role}
PERMIT = {"permit": str}
JUDGMENT = {"judgment": str, "sentence": Mapping[str, Any], "what": str}
RECEIPT = {"to": tuple[Role, ...], "except": tuple[Role, ...], "kind": str, "proof": str}
