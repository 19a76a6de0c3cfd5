"""Comparisons turned round: adding months never reverses an order, so each has one threshold."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sortie.days import EVER, NEVER, Months, first_day_beyond, first_day_reaching

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reach:
    """The values below a bound, or from it on when ``upward`` (beyond it when ``strict``)."""

    bound: Any
    upward: bool = False
    strict: bool = False

    def __contains__(self, value: Any) -> bool:
        if not self.upward:
            return bool(value < self.bound)
        return bool(value > self.bound if self.strict else value >= self.bound)


def first_day(bound: date, term: Months | None, *, strict: bool) -> date:
    """Return the first day with ``day + term >= bound`` (``>`` when strict)."""
    if bound in (EVER, NEVER):
        return bound
    if term is not None:
        return first_day_beyond(bound, term) if strict else first_day_reaching(bound, term)
    return bound + _DAY if strict else bound
