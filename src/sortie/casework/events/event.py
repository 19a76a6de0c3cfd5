"""What every event is: a fact in the past tense, frozen, with instants that cannot be misread."""

import re
from dataclasses import dataclass, fields
from datetime import datetime, timezone
from functools import cache
from typing import Any

from sortie import days

_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def fixed(instant: datetime) -> datetime:
    """Return the same instant and the same clock, with its offset written as a number.

    The trap: two instants of one named zone are compared by what the clocks show, so that the two
    passages of a doubled hour would be equal.

    Raises:   NaiveInstant: the instant says no zone
    """
    offset = instant.utcoffset()
    if offset is None:
        raise days.NaiveInstant(instant)
    if isinstance(instant.tzinfo, timezone):
        return instant
    return instant.replace(tzinfo=timezone(offset), fold=0)


def settle(record: Any) -> None:
    """Fix every instant among the fields of a frozen record."""
    for name in _instants(record.__class__):
        value = getattr(record, name)
        # Nearly every instant is fixed already: it comes from a row, or from an event.
        if value is not None and type(value.tzinfo) is not timezone:
            object.__setattr__(record, name, fixed(value))


@cache
def _instants(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.type in (datetime, datetime | None))


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened to a case. Who and when stand in ``Recorded``, not here."""

    def __post_init__(self) -> None:
        settle(self)


def name_of(kind: type[Event]) -> str:
    """Return the name an event is written under: ``application_filed``."""
    return _in_lower_case(kind.__name__)


@cache
def _in_lower_case(name: str) -> str:
    return _WORD.sub("_", name).lower()
