"""Events as JSON values, both ways: each class by its fields, its name under ``event``."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from sortie.casework.errors import BrokenEvent, UnknownEvent
from sortie.casework.events import EVENTS, Event
from sortie.casework.events.event import name_of

Json = dict[str, Any]
T = TypeVar("T")
Reader = Callable[[Any, str], Any]

_BY_NAME = {name_of(kind): kind for kind in EVENTS}
_NAMED: Mapping[Any, str] = {kind: name for name, kind in _BY_NAME.items()}
_NAME = "event"


def written_event(event: Event) -> Json:
    """Return the event as JSON values; every field is there, in the order of its class."""
    return {_NAME: _NAMED[type(event)], **_written(event)}


def read_event(written: Mapping[str, Any]) -> Event:
    """Return the event that was written, the very same.

    Raises:   UnknownEvent: no class bears the name; BrokenEvent: a field is missing or misshapen
    """
    name = str(written.get(_NAME, ""))
    if name not in _BY_NAME:
        raise UnknownEvent(name)
    values = {key: value for key, value in written.items() if key != _NAME}
    event: Event = _record(_BY_NAME[name], values, name)
    return event


def read_as(kind: type[T], values: Mapping[str, Any], name: str) -> T:
    """Return a record of a class by its fields, read as those of an event are.

    Raises:   BrokenEvent: ``name`` and the field that is missing, unknown or misshapen
    """
    found: T = _record(kind, values, name)
    return found


def _written(value: Any) -> Any:
    if value is None or type(value) is str:
        return value
    kind: Any = type(value)
    if is_dataclass(value):
        return {name: _written(getattr(value, name)) for name in _names_of(kind)}
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return value


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _record(kind: Any, values: Any, path: str) -> Any:
    if not isinstance(values, Mapping):
        raise BrokenEvent(path, "")
    readers, needed = _fields_of(kind)
    wrong = [key for key in values if key not in readers] or needed - values.keys()
    if wrong:
        raise BrokenEvent(path, min(map(str, wrong)))
    return kind(**{key: readers[key](value, f"{path}.{key}") for key, value in values.items()})


@cache
def _fields_of(kind: Any) -> tuple[dict[str, Reader], frozenset[str]]:
    """Return how each field is read, and those that must be there."""
    readers = {name: _reader(shape) for name, shape in get_type_hints(kind).items()}
    return readers, frozenset(each.name for each in fields(kind) if each.default is MISSING)


@cache
def _reader(shape: Any) -> Reader:
    if get_origin(shape) is UnionType:
        (option,) = (each for each in get_args(shape) if each is not NoneType)
        return partial(_perhaps, _reader(option))
    if get_origin(shape) is tuple:
        return partial(_several, _reader(get_args(shape)[0]))
    if is_dataclass(shape):
        return partial(_record, shape)
    if get_origin(shape) is Mapping:
        return _mapping
    if issubclass(shape, Enum):
        return partial(_word, shape)
    return partial(_word, shape.fromisoformat) if issubclass(shape, date) else partial(_as, shape)


def _perhaps(read: Reader, value: Any, path: str) -> Any:
    return None if value is None else read(value, path)


def _several(read: Reader, value: Any, path: str) -> Any:
    if not isinstance(value, list):
        raise BrokenEvent(path, "")
    return tuple(read(each, path) for each in value)


def _mapping(value: Any, path: str) -> Any:
    if not isinstance(value, Mapping):
        raise BrokenEvent(path, "")
    return dict(value)


def _as(shape: type, value: Any, path: str) -> Any:
    if type(value) is not shape:
        raise BrokenEvent(path, "")
    return value


def _word(made: Callable[[str], Any], value: Any, path: str) -> Any:
    if not isinstance(value, str):
        raise BrokenEvent(path, "")
    try:
        found = made(value)
    except ValueError as error:
        raise BrokenEvent(path, value) from error
    if isinstance(found, datetime) and found.utcoffset() is None:
        raise BrokenEvent(path, value)
    return found
