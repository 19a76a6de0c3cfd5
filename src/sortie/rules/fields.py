"""What a record may hold: the fields a rule can speak of, known or not.

A record is a frozen dataclass. The annotation of a field says what the engine may ask of it:

    bool, int, date, Length, an enum, a frozenset of an enum    one value
    Over[...]                                                    a value that changes over time
    Annotated[..., Under("a", "b")]                              one value for each choice of the
                                                                 reading fields ``a`` and ``b``
    Annotated[SomeEnum, Reading("id")]                           a reading of the law itself

In place of a value a field may hold ``Missing`` (nothing is known) or ``Bounds`` (it lies
between two values). ``ByReading`` holds the values of an ``Under`` field.
"""

import dataclasses
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import product
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from sortie.days import Length, Over
from sortie.rules.errors import AuthorMistake, NotSettled

Choice = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing is known of this value; ``paths`` are the facts that would tell."""

    paths: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        raise TypeError("a missing fact is neither true nor false")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The value lies between ``least`` and ``most``, both possible."""

    least: Any
    most: Any
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Under:
    """The value depends on these reading fields of the same record."""

    readings: tuple[str, ...]

    def __init__(self, *readings: str) -> None:
        object.__setattr__(self, "readings", readings)


@dataclass(frozen=True, slots=True)
class Reading:
    """The field is a reading of the law: its value is chosen by who reads, not by facts."""

    id: str


@dataclass(frozen=True, slots=True)
class ByReading:
    """One value for each combination of choices, in the order of ``Under``."""

    values: Mapping[Choice, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record as the engine sees it."""

    name: str
    kind: type
    members: tuple[Enum, ...] = ()
    over: bool = False
    plural: bool = False
    under: tuple[str, ...] = ()
    reading: str = ""


@cache
def fields_of(record: type) -> Mapping[str, Field]:
    """Return the fields of a record type by name.

    Raises:   AuthorMistake: an annotation the engine does not offer
    """
    hints = get_type_hints(record, include_extras=True)
    fields = {f.name: _field(record, f.name, hints[f.name]) for f in dataclasses.fields(record)}
    for field in fields.values():
        for name in field.under:
            if name not in fields or not fields[name].reading:
                raise _refusal(
                    record, field.name, f"depends on no reading {name}",
                    'name a field annotated with Annotated[SomeEnum, Reading("id")]',
                )  # fmt: skip
    return fields


def _field(record: type, name: str, hint: Any) -> Field:
    under: tuple[str, ...] = ()
    reading = ""
    if get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
        under = next((m.readings for m in marks if isinstance(m, Under)), ())
        reading = next((m.id for m in marks if isinstance(m, Reading)), "")
    over = get_origin(hint) is Over
    if over:
        (hint,) = get_args(hint)
    plural = get_origin(hint) is frozenset
    if plural:
        (hint,) = get_args(hint)
    members = tuple(hint) if isinstance(hint, type) and issubclass(hint, Enum) else ()
    offered = (bool,) if over else (bool, int, date, Length)
    if not members and (plural or hint not in offered):
        raise _refusal(
            record, name, f"has the type {hint}",
            "annotate it with bool, int, date, Length, an enum, a frozenset of one, "
            "or Over of a bool, an enum or a frozenset of one",
        )  # fmt: skip
    if reading and (over or plural or under or not members):
        raise _refusal(
            record, name, "is a reading and not one of an enum",
            'annotate it with Annotated[SomeEnum, Reading("id")]',
        )  # fmt: skip
    return Field(name, hint, members, over, plural, under, reading)


def _refusal(record: type, name: str, found: str, instead: str) -> AuthorMistake:
    said = f"field {name} of {record.__name__} {found}"
    try:
        file, (lines, first) = inspect.getfile(record), inspect.getsourcelines(record)
    except (OSError, TypeError):
        return AuthorMistake(record.__module__, 0, 0, said, instead)
    place = next((i for i, s in enumerate(lines) if s.strip().startswith(f"{name}:")), 0)
    source = lines[place].rstrip("\n")
    column = len(source) - len(source.lstrip())
    return AuthorMistake(file, first + place, column, said, instead, source)


def choices(record: type, field: Field) -> tuple[Choice, ...]:
    """Return every combination of the readings a field depends on, ``((),)`` if none."""
    fields = fields_of(record)
    return tuple(product(*(fields[name].members for name in field.under)))


def held(record: Any, field: Field, choice: Choice) -> Any:
    """Return what the record holds in a field under a choice of readings."""
    value = getattr(record, field.name)
    return value.values[choice] if isinstance(value, ByReading) else value


def settle(record: Any, **known: Any) -> Any:
    """Return a copy for a plain run: every field known, readings chosen.

    ``known`` replaces fields, readings among them; ``ByReading`` fields follow the readings.

    Raises:   NotSettled: fields that are still missing, bounded or unread
    """
    settled = dataclasses.replace(record, **known)
    kind: type = type(record)
    fields = fields_of(kind)
    chosen: dict[str, Any] = {}
    open_fields: list[str] = []
    for field in fields.values():
        value = getattr(settled, field.name)
        if isinstance(value, ByReading):
            value = value.values[tuple(getattr(settled, name) for name in field.under)]
            chosen[field.name] = value
        if not is_known(value):
            open_fields.append(field.name)
    if open_fields:
        raise NotSettled(tuple(open_fields))
    return dataclasses.replace(settled, **chosen)


def is_known(value: Any) -> bool:
    """Whether a held value leaves nothing open."""
    if isinstance(value, Over):
        return all(is_known(v) for _, v in value.changes())
    return not isinstance(value, Missing | Bounds)
