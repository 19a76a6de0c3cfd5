"""Events as JSON values, both ways: each class by its fields, its name under ``event``."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from sortie.casework.errors import BrokenEvent, UnknownEvent
from sortie.casework.events import EVENTS, Event
from sortie.casework.events.event import name_of

Json = dict[str, Any]
T = TypeVar("T")
# The place of what is wrong is only put together where something is.
Reader = Callable[[Any], Any]

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
    values = dict(written)
    name = str(values.pop(_NAME, ""))
    if name not in _BY_NAME:
        raise UnknownEvent(name)
    event: Event = read_as(_BY_NAME[name], values, name)
    return event


def read_as(kind: type[T], values: Mapping[str, Any], name: str) -> T:
    """Return a record of a class by its fields, read as those of an event are.

    Raises:   BrokenEvent: ``name`` and the field that is missing, unknown or misshapen
    """
    try:
        found: T = _record(kind, values)
    except BrokenEvent as wrong:
        raise _within(name, wrong) from wrong
    return found


def _within(name: str, wrong: BrokenEvent) -> BrokenEvent:
    return BrokenEvent(f"{name}.{wrong.name}" if wrong.name else name, wrong.at)


def _written(value: Any) -> Any:
    kind: Any = type(value)
    return value if kind is str or value is None else _writer(kind)(value)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    if is_dataclass(kind):
        return partial(_by_field, tuple(each.name for each in fields(kind)))
    if issubclass(kind, tuple):
        return _one_by_one
    if issubclass(kind, Enum):
        return attrgetter("value")
    return kind.isoformat if issubclass(kind, date) else _as_it_is


def _by_field(names: tuple[str, ...], record: Any) -> Json:
    return {name: _written(getattr(record, name)) for name in names}


def _one_by_one(values: Any) -> list[Any]:
    return [_written(each) for each in values]


def _as_it_is(value: Any) -> Any:
    return value


def _record(kind: Any, values: Any) -> Any:
    if type(values) is not dict and not isinstance(values, Mapping):
        raise BrokenEvent("", "")
    readers, needed = _fields_of(kind)
    if not needed <= values.keys() <= readers.keys():
        wrong = values.keys() - readers.keys() or needed - values.keys()
        raise BrokenEvent("", min(map(str, wrong)))
    found = {}
    for key, value in values.items():
        try:
            found[key] = readers[key](value)
        except BrokenEvent as wrong:
            raise _within(key, wrong) from wrong
    return kind(**found)


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
        return partial(_word, {each.value: each for each in shape}.__getitem__)
    return partial(_word, shape.fromisoformat) if issubclass(shape, date) else partial(_as, shape)


def _perhaps(read: Reader, value: Any) -> Any:
    return None if value is None else read(value)


def _several(read: Reader, value: Any) -> Any:
    if not isinstance(value, list):
        raise BrokenEvent("", "")
    return tuple(map(read, value))


def _mapping(value: Any) -> Any:
    if not isinstance(value, Mapping):
        raise BrokenEvent("", "")
    return dict(value)


def _as(shape: type, value: Any) -> Any:
    if type(value) is not shape:
        raise BrokenEvent("", "")
    return value


def _word(made: Callable[[str], Any], value: Any) -> Any:
    if not isinstance(value, str):
        raise BrokenEvent("", "")
    try:
        found = made(value)
    except (KeyError, ValueError) as error:
        raise BrokenEvent("", value) from error
    if type(found) is datetime and found.tzinfo is None:
        raise BrokenEvent("", value)
    return found
