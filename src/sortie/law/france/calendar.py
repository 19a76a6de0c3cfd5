"""The civil calendar of the place where the person is held: its clock and its holidays."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from sortie import facts
from sortie.days import Holidays
from sortie.facts import UNKNOWN

METROPOLITAN = "metropolitan"
_SATURDAY = 6
_VALUES = Path(__file__).parent / "values"


@cache
def _table(name: str) -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (_VALUES / f"{name}.yaml").read_text("utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506
    return found


@cache
def holidays() -> Holidays:
    """Return the public holidays of every French territory."""
    return Holidays.load(_table("public_holidays")["holidays"])


@cache
def _territories() -> Mapping[str, str]:
    return {row["fr"]: row["territory"] for row in _table("zones")["prisons"]}


@cache
def zones() -> Mapping[str, str]:
    """Return the time zone of each territory by its code."""
    return {row["code"]: row["zone"] for row in _table("zones")["territories"]}


def territory_named(prison: str) -> str:
    """Return the territory of a prison by its name; metropolitan when no row names it."""
    return _territories().get(prison, METROPOLITAN)


def territory_of(case: facts.CaseFile, day: date) -> str:
    """Return the territory of the prison that holds the person on a day.

    The trap: a prison that the table does not name is metropolitan.
    """
    placements = case.custody.placements
    for placement in () if placements is UNKNOWN else placements:
        if day in placement.span and placement.establishment is not UNKNOWN:
            return territory_named(placement.establishment)
    return METROPOLITAN


def is_day_off(day: date, case: facts.CaseFile) -> bool:
    """Whether a day is a Saturday, a Sunday or a public holiday where the person is held."""
    if day.isoweekday() >= _SATURDAY:
        return True
    return holidays().name_of(day, territory_of(case, day)) is not None


def elapsed(leaving: datetime, back: datetime, case: facts.CaseFile) -> timedelta:
    """Return the real time between two instants, by the clock of the prison where none is said."""
    zone = ZoneInfo(zones()[territory_of(case, leaving.date())])
    start, end = (
        moment if moment.tzinfo else moment.replace(tzinfo=zone) for moment in (leaving, back)
    )
    return end.astimezone(UTC) - start.astimezone(UTC)
