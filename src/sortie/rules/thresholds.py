"""Comparisons turned round: adding months never reverses an order, so each has one threshold."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sortie.days import EVER, NEVER, Length, Months, first_day_beyond, first_day_reaching

_DAY = timedelta(days=1)
_DAY_AFTER_EVER = EVER + _DAY


@dataclass(frozen=True, slots=True)
class Reach:
    """The values below a bound, or from it on when ``upward``."""

    bound: Any
    upward: bool = False

    def __contains__(self, value: Any) -> bool:
        return bool(value >= self.bound if self.upward else value < self.bound)


def first_value(bound: Any, plus: Months | None, *, strict: bool) -> Any:
    """Return the least value with ``value + plus >= bound`` (``>`` when strict)."""
    if isinstance(bound, date):
        if strict and bound == EVER:
            return _DAY_AFTER_EVER
        return first_day(bound, plus, strict=strict)
    if not strict:
        return bound
    return bound + Length(0, 1) if isinstance(bound, Length) else bound + 1


def first_day(bound: date, term: Months | None, *, strict: bool) -> date:
    """Return the first day with ``day + term >= bound`` (``>`` when strict)."""
    if bound in (EVER, NEVER):
        return bound
    if term is not None:
        return first_day_beyond(bound, term) if strict else first_day_reaching(bound, term)
    return bound + _DAY if strict else bound
