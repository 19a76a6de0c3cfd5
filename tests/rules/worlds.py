"""Every world that what is known of a member leaves possible, tried one by one with plain runs.

The unknown is a set of slots: a field, and for a field under readings one slot a choice. A world
gives each slot a value. Dates and numbers take values on both sides of everything they are ever
compared with, found here by adding months and looking around, never by the engine's thresholds.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Any

from sortie.days import EVER, NEVER, Length, MonthEnd, Over, add_months
from sortie.rules import Bounds, ByReading, Field, Missing, Rule, choices, fields_of, held, settle
from tests.rules.library import OPENED, Member

Slot = tuple[str, tuple[Any, ...]]
World = Mapping[Slot, Any]

FIELDS = fields_of(Member)
COUNTS = range(-1, 11)
LENGTHS = tuple(Length(m, d) for m in (0, 1, 2, 3) for d in (0, 1, 29))
SHIFTS = {
    "born_on": (-12 * 18,),
    "joined_on": (0, -1),
    "referred_on": (0, -1),
    "leaves_on": (0, 3, 6),
}


def slots_of(member: Member) -> dict[Slot, Any]:
    """Return what is open about a member, with what is held there."""
    found: dict[Slot, Any] = {}
    for field in FIELDS.values():
        for choice in choices(Member, field):
            value = held(member, field, choice)
            if isinstance(value, Over):
                opened = [v for _, v in value.changes() if isinstance(v, Missing)]
                value = opened[0] if opened else value
            if isinstance(value, Missing | Bounds):
                found[field.name, choice] = value
    return found


def worlds(member: Member, on: date, fields: Iterable[str]) -> Iterator[World]:
    """Yield every world that differs for one of these fields on this day."""
    opened = {slot: v for slot, v in slots_of(member).items() if slot[0] in set(fields)}
    rows = [tuple(possible(member, FIELDS[name], v, on)) for (name, _), v in opened.items()]
    for values in product(*rows):
        yield dict(zip(opened, values, strict=True))


def how_many(member: Member, on: date, fields: Iterable[str]) -> int:
    """Return how many worlds there are."""
    count = 1
    for (name, _), value in slots_of(member).items():
        if name in set(fields):
            count *= len(possible(member, FIELDS[name], value, on))
    return count


def possible(member: Member, field: Field, value: Any, on: date) -> list[Any]:
    """Return the values worth trying in a slot, within its bounds."""
    if field.plural:
        none: frozenset[Any] = frozenset()
        least = value.least if isinstance(value, Bounds) else none
        most = value.most if isinstance(value, Bounds) else frozenset(field.members)
        return [least.union(*parts) for parts in product(*((none, {m}) for m in most - least))]
    if field.members:
        return list(field.members)
    if field.kind is bool:
        return [True, False]
    tries = {int: COUNTS, Length: LENGTHS}.get(field.kind) or _dates(member, field, on)
    if isinstance(value, Bounds):
        tries = [*(t for t in tries if value.least <= t <= value.most), value.least, value.most]
    return list(dict.fromkeys(tries))


def _dates(member: Member, field: Field, on: date) -> list[date]:
    fixed = {OPENED, add_months(OPENED, -1, MonthEnd.LAST_DAY)}
    for other in (member.joined_on, member.referred_on):
        if isinstance(other, date):
            fixed |= {add_months(other, n, MonthEnd.LAST_DAY) for n in (-1, 0, 1)}
    moving = {add_months(on, n, MonthEnd.LAST_DAY) for n in SHIFTS[field.name]}
    marks = moving if field.name in ("born_on", "leaves_on") else moving | fixed
    around = {_later(mark, n) for mark in marks for n in range(-4, 5)}
    return sorted(around | {EVER, NEVER})


def _later(day: date, count: int) -> date:
    return day if day in (EVER, NEVER) else day + timedelta(days=count)


def said(rule: Rule[Member], member: Member, world: World, on: date) -> bool:
    """Return what the plain run of a rule answers in a world."""
    known: dict[str, Any] = {}
    for name, field in FIELDS.items():
        value = getattr(member, name)
        if isinstance(value, ByReading):
            known[name] = ByReading({c: world.get((name, c), v) for c, v in value.values.items()})
        elif isinstance(value, Over):
            known[name] = _filled(value, world, name)
        elif field.under and isinstance(value, Missing | Bounds):
            rows = {c: world.get((name, c), _any(field, value)) for c in choices(Member, field)}
            known[name] = ByReading(rows)
        elif isinstance(value, Missing | Bounds):
            known[name] = world.get((name, ()), _any(field, value))
    return rule(settle(member, **known), on)


def _filled(value: Over[Any], world: World, name: str) -> Over[Any]:
    """Over time with one value in the world for all that is missing."""
    rows = value.changes()
    if not any(isinstance(v, Missing) for _, v in rows):
        return value
    told = world.get((name, ()), _any(FIELDS[name], Missing()))
    return _over([(day, told if isinstance(v, Missing) else v) for day, v in rows])


def _over(rows: list[tuple[date, Any]]) -> Over[Any]:
    return Over(tuple(rows), tuple(day for day, _ in rows))


def _any(field: Field, value: Any) -> Any:
    """A value for a fact that the rule asked does not look at."""
    if isinstance(value, Bounds):
        return value.least
    if field.members and not field.plural:
        return field.members[0]
    return {bool: False, int: 0, date: NEVER, Length: Length()}.get(field.kind, frozenset())
