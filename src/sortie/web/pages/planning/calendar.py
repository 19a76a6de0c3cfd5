"""The calendar of departures and returns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sortie import law, store
from sortie.web import authority
from sortie.web.authority import Acting
from sortie.web.frame import Asked
from sortie.web.frame.opening import reaches
from sortie.web.pages.lists import CaseLine, Seeing, address_of, case_lines
from sortie.web.pages.planning.moves import Move, Way, Window, moves
from sortie.web.pages.planning.periods import Period, View, period_in
from sortie.words import Clock

SEE, FEED = "planning.see", "planning.feed"
# No clock is further than this from any other.
_FARTHEST = timedelta(days=1)
_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """One move as it is shown: at the hour of its prison, with who, where that may be seen."""

    move: Move
    hour: str
    iso: str
    name: str
    number: str
    address: str


@dataclass(slots=True)
class Day:
    """One day and what happens on it; ``inside`` is false for the edges of a month."""

    day: date
    inside: bool
    today: bool
    holiday: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def out(self) -> int:
        """How many leave."""
        return sum(each.move.way is Way.OUT for each in self.entries)

    @property
    def back(self) -> int:
        """How many come back."""
        return sum(each.move.way is Way.BACK for each in self.entries)


def planning(asked: Asked) -> Mapping[str, Any]:
    """Show the departures and returns of a month, a week, two weeks."""
    today = asked.clock.there(asked.at).date()
    period = period_in(asked.request.GET, today)
    prisons = prisons_of(asked.acting)
    days = _days(period, today, _territory(period.prison or (prisons[0] if prisons else "")))
    found, cut = moves(asked.acting, SEE, _window(period, asked.at))
    _put(found, days, asked)
    shown = list(days.values())
    return {
        "period": period,
        "days": shown,
        "weeks": [shown[n : n + _A_WEEK] for n in range(0, len(shown), _A_WEEK)],
        "weekdays": range(_A_WEEK),
        "title": _title(period, asked),
        "views": [(each.value, period.address(view=each)) for each in View],
        "prisons": prisons if len(prisons) > 1 else [],
        "several": len(prisons) > 1 and not period.prison,
        "cut": cut,
        "today": period.address(on=today),
        "before": period.before.address(),
        "after": period.after.address(),
        "feed": reaches(asked, FEED),
        "none": not any(each.entries for each in shown),
    }


def prisons_of(acting: Acting) -> list[str]:
    """Return the prisons whose planning someone sees, the followed apart."""
    seen = {each.prison for each in authority.visible_to(acting, SEE) if each.prison}
    return sorted(seen | acting.prisons_heard)


def _window(period: Period, at: datetime) -> Window:
    """Return the instants that hold these days by any clock; each move then finds its own day."""
    days = period.days
    return Window(
        since=datetime.combine(days[0], time(), UTC) - _FARTHEST,
        before=datetime.combine(days[-1], time(), UTC) + 2 * _FARTHEST,
        at=at,
        prison=period.prison,
        asked=period.asked,
    )


def _days(period: Period, today: date, territory: str) -> dict[date, Day]:
    holidays = law.france.holidays()
    known = territory in holidays.territories
    return {
        day: Day(
            day,
            inside=period.view is not View.MONTH or day.month == period.on.month,
            today=day == today,
            holiday=(holidays.name_of(day, territory) or "") if known else "",
        )
        for day in period.days
    }


def _territory(prison: str) -> str:
    return law.france.PROCEDURE.place_of(prison).holidays if prison else ""


def _put(found: tuple[Move, ...], days: dict[date, Day], asked: Asked) -> None:
    lines = case_lines(dict.fromkeys(each.case for each in found), Seeing(asked.acting, SEE))
    by_case = {line.case.case_id: line for line in lines}
    clocks: dict[str, Clock] = {}
    for move in found:
        clock = clocks.setdefault(move.case.prison, clock_of(move.case, asked))
        local = clock.there(move.at)
        day = days.get(local.date())
        if day is not None:
            day.entries.append(_entry(move, local, by_case[move.case.case_id], asked))


def clock_of(case: store.IndexedCase, asked: Asked) -> Clock:
    """Return the clock of the prison of a case."""
    return Clock(asked.tongue, law.france.PROCEDURE.place_of(case.prison).zone)


def _entry(move: Move, local: datetime, line: CaseLine, asked: Asked) -> Entry:
    person = line.person
    name = number = ""
    if person is not None and "name" in line.seen:
        name = f"{person.family_name} {person.given_name}"
    if person is not None and "committal_number" in line.seen:
        number = person.committal_number
    address = address_of(move.case, asked)
    return Entry(move, f"{local:%H:%M}", local.isoformat(), name, number, address)


def _title(period: Period, asked: Asked) -> str:
    days = period.days
    if period.view is View.MONTH:
        month = asked.tongue.names.MONTHS[period.on.month - 1]
        return asked.say("planning.title.month", month=month, year=period.on.year)
    return asked.say(
        "planning.title.days", first=asked.tongue.day(days[0]), last=asked.tongue.day(days[-1])
    )
