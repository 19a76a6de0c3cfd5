"""The days that a planning shows: a month of whole weeks, a week, or two weeks in a list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
_FORTNIGHT = 14
# Nothing is planned outside, and every month here has a month before and after it.
_FIRST, _LAST = date(2000, 1, 1), date(2199, 12, 31)


class View(StrEnum):
    """How the days are laid out."""

    MONTH = "month"
    WEEK = "week"
    DAYS = "days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Which days, laid out how, of which prison; ``asked`` shows what is only asked for too."""

    view: View
    on: date
    prison: str = ""
    asked: bool = False

    @property
    def days(self) -> tuple[date, ...]:
        """Every day shown, in order."""
        first, last = self._ends
        return tuple(first + _DAY * n for n in range((last - first).days))

    @property
    def _ends(self) -> tuple[date, date]:
        if self.view is View.DAYS:
            return self.on, self.on + _DAY * _FORTNIGHT
        monday = self.on - _DAY * self.on.weekday()
        if self.view is View.WEEK:
            return monday, monday + _WEEK
        first = self.on.replace(day=1)
        after = (first + _DAY * 31).replace(day=1)
        begin = first - _DAY * first.weekday()
        rest = -((after - begin).days) % 7
        return begin, after + _DAY * rest

    @property
    def before(self) -> "Period":
        """The same before."""
        if self.view is View.MONTH:
            return replace(self, on=(self.on.replace(day=1) - _DAY).replace(day=1))
        return replace(self, on=self.on - self._step)

    @property
    def after(self) -> "Period":
        """The same after."""
        if self.view is View.MONTH:
            return replace(self, on=(self.on.replace(day=1) + _DAY * 31).replace(day=1))
        return replace(self, on=self.on + self._step)

    @property
    def _step(self) -> timedelta:
        return _WEEK if self.view is View.WEEK else _DAY * _FORTNIGHT

    def address(self, **changes: Any) -> str:
        """Return the query string that asks for this."""
        other = replace(self, **changes)
        asked = {"view": other.view.value, "on": other.on.isoformat(), "prison": other.prison,
                 "asked": "1" if other.asked else ""}  # fmt: skip
        return urlencode({name: each for name, each in asked.items() if each})


def period_in(said: Mapping[str, str], today: date) -> Period:
    """Return what an address asks for; what it does not say well is today, and a month."""
    try:
        on = date.fromisoformat(str(said.get("on", "")))
    except ValueError:
        on = today
    view = said.get("view", "")
    return Period(
        view=View(view) if view in set(View) else View.MONTH,
        on=min(max(on, _FIRST), _LAST),
        prison=str(said.get("prison", "")),
        asked=bool(said.get("asked")),
    )
