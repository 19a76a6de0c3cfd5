"""Classes of people by one fact of their record: where they are, how long, how old.

Each fact is as it stands on the first day compared, or on the first day of a custody begun later.
What is unknown, or known only between bounds that two classes share, is a class of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from sortie import population
from sortie.days import Length, MonthEnd, add_months
from sortie.rules import Field, fields_of

UNKNOWN, NONE, MORE, UNDER = "unknown", "none", "more", "under"
Classes = Mapping[str, tuple[str, Sequence[Any]]]


@dataclass(frozen=True)
class Grouping:
    """A fact by which people are told apart, and its classes in order.

    A class is a word of a closed list; a length it does not go above (``none`` where there is
    none, ``more`` above the last); or an age from which it begins (``under`` below the first).
    """

    name: str
    field: Field
    classes: tuple[str, ...]
    bounds: tuple[Any, ...] = ()


def groupings_of(record: type, told: Classes) -> tuple[Grouping, ...]:
    """Return the groupings that a jurisdiction tells: a name, the field it looks at, its bounds."""
    return tuple(_grouping(name, fields_of(record)[field], tuple(bounds))
                 for name, (field, bounds) in told.items())  # fmt: skip


def _grouping(name: str, field: Field, bounds: tuple[Any, ...]) -> Grouping:
    if field.members:
        classes = [str(member.value) for member in field.members]
    elif field.kind is Length:
        classes = [NONE, *(iso(bound) for bound in bounds), MORE]
    else:
        classes = [UNDER, *map(str, bounds)]
    return Grouping(name, field, (*classes, UNKNOWN), bounds)


def iso(length: Length) -> str:
    """Return a length of whole months as a class is named: ``P2Y``, ``P6M``."""
    years, months = divmod(length.months, 12)
    return f"P{length.months}M" if months else f"P{years}Y"


def places_of(grouping: Grouping, layout: Any, records: pa.RecordBatch, since: date) -> Any:
    """Return the rank of each person's class."""
    field, unknown = grouping.field, len(grouping.classes) - 1
    if field.over:
        held = population.By(layout, field.name).on(records, since)
        members = {member: rank for rank, member in enumerate(field.members)}
        return np.array([members.get(each, unknown) for each in held], dtype=np.int16)
    cell = layout.cells[field.name, ()]
    low, high = (records.column(name).to_numpy() for name in (cell.low, cell.high))
    if field.kind is Length:
        bounds = np.array([0, *(each.key for each in grouping.bounds)])
        ranks = [np.searchsorted(bounds, each, side="left") for each in (low, high)]
    else:
        ranks = [_ages(grouping, each, since) for each in (high, low)]
    return np.where(ranks[0] == ranks[1], ranks[0], unknown).astype(np.int16)


def _ages(grouping: Grouping, born: Any, since: date) -> Any:
    """Return how many of the ages each person has reached on a day."""
    latest = [add_months(since, -12 * age, MonthEnd.LAST_DAY) for age in grouping.bounds]
    cuts = np.array([day.toordinal() for day in reversed(latest)])
    return len(cuts) - np.searchsorted(cuts, born, side="left")
