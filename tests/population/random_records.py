"""Records drawn at random, column by column, with nasty days, bounds and unknowns."""

from datetime import date, timedelta
from random import Random
from typing import Any

from sortie.days import EVER, NEVER, Length, Over, Span
from sortie.law import france
from sortie.rules import Bounds, ByReading, Field, Missing, choices, fields_of

FIRST, LAST = date(1974, 1, 1), date(2034, 1, 1)
LAW_DAYS = [d + timedelta(days=s) for d in france.BOOK.law_days for s in (-1, 0, 1)]
MONTH_ENDS = [
    *(date(year, 2, 28) for year in (2019, 2023, 2027)),
    *(date(year, 2, 29) for year in (2000, 2012)),
    date(2015, 1, 31),
    date(2023, 12, 31),
]


def some_record(draw: Random, unknown: float) -> Any:
    """Return one record; ``unknown`` is the share of fields that are missing or between bounds."""
    return france.Person(
        **{field.name: _held(field, draw, unknown) for field in fields_of(france.Person).values()}
    )


def some_custody(draw: Random) -> Span:
    """Return the days asked about: a custody, or all of time."""
    if draw.random() < 0.05:
        return Span(EVER, NEVER)
    since = _day(draw)
    return Span(since, since + timedelta(days=draw.choice([1, 30, 400, 2000, 9000])))


def many(draw: Random, count: int, unknown: float) -> tuple[list[Any], list[Span]]:
    """Return records with the days asked about."""
    return (
        [some_record(draw, unknown) for _ in range(count)],
        [some_custody(draw) for _ in range(count)],
    )


def _held(field: Field, draw: Random, unknown: float) -> Any:
    if field.reading:
        return Missing() if draw.random() < 2 * unknown else draw.choice(field.members)
    if not field.under:
        return _value(field, draw, unknown)
    # What readings move is mostly the same under each of them, or a few days apart.
    usual = _value(field, draw, unknown)
    moved = draw.random() < 0.3
    return ByReading(
        {
            choice: _moved(field, usual, draw, unknown) if moved else usual
            for choice in choices(france.Person, field)
        }
    )


def _moved(field: Field, usual: Any, draw: Random, unknown: float) -> Any:
    if isinstance(usual, date) and EVER < usual < NEVER:
        return usual + timedelta(days=draw.randint(-2, 2))
    return _value(field, draw, unknown)


def _value(field: Field, draw: Random, unknown: float) -> Any:
    if field.over:
        return _over(field, draw, unknown)
    if draw.random() < unknown:
        return _open(field, draw)
    return _known(field, draw)


def _open(field: Field, draw: Random) -> Any:
    if (field.members and not field.plural) or field.kind is bool or draw.random() < 0.5:
        return Missing()
    one, other = _known(field, draw), _known(field, draw)
    if field.plural:
        return Bounds(one, one | other)
    return Bounds(min(one, other), max(one, other)) if one != other else one


def _known(field: Field, draw: Random) -> Any:
    if field.plural:
        return frozenset(m for m in field.members if draw.random() < 0.25)
    if field.members:
        return draw.choice(field.members)
    if field.kind is bool:
        return draw.random() < 0.6
    if field.kind is int:
        return draw.randint(1, 12)
    if field.kind is Length:
        return Length(months=draw.choice([1, 6, 12, 24, 60, 61, 120, 12 * 999]))
    return draw.choice([EVER, NEVER]) if draw.random() < 0.05 else _day(draw)


def _day(draw: Random) -> date:
    if draw.random() < 0.3:
        return draw.choice(LAW_DAYS + MONTH_ENDS)
    return FIRST + timedelta(days=draw.randrange((LAST - FIRST).days))


def _over(field: Field, draw: Random, unknown: float) -> Over[Any]:
    days = sorted({_day(draw) for _ in range(draw.choice([0, 0, 1, 2, 4]))})
    ends = [*days[1:], NEVER] if days else []
    rows = [
        (Span(day, end), _value_of_a_day(field, draw, unknown))
        for day, end in zip(days, ends, strict=True)
    ]
    return Over.of(rows, default=_value_of_a_day(field, draw, unknown))


def _value_of_a_day(field: Field, draw: Random, unknown: float) -> Any:
    return Missing() if draw.random() < unknown else _known(field, draw)
