"""A sentence computed day by day with a calendar and nothing else: no import of the package.

Dates are reached by walking: a month has gone by on the day that bears the same number, or on
the last day of a month too short to have it. What is served is a list of days.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.law.tables.arithmetic import Length, length, minus, national_holidays, plus

DAY = timedelta(days=1)
Case = dict[str, Any]
Choices = dict[str, str]


@dataclass
class Counted:
    """What a clerk would find with a calendar."""

    start: date
    end: date
    release: date
    regime: str
    served_on: dict[date, bool] = field(default_factory=dict)


def walked(day: date, months: int, step: timedelta) -> date:
    """Walk day by day until that many months have gone by, forward or backward."""
    number = day.day
    while months:
        day += step
        last = monthrange(day.year, day.month)[1]
        months -= day.day == min(number, last)
    return day


def gone(day: date, term: Length, step: timedelta = DAY) -> date:
    """One month alone is thirty days; more is walked from date to date, then by days."""
    if term == Length(1, 0):
        return day + 30 * step
    return walked(day, term.months, step) + term.days * step


def days_of(rows: list[dict[str, str]], first: str, last: str) -> list[date]:
    found = set()
    for row in rows:
        day = date.fromisoformat(row[first])
        while day <= date.fromisoformat(row[last]):
            found.add(day)
            day += DAY
    return sorted(found)


def credit(term: Length, final: date, *, again: bool) -> Length:
    """Three months for the first year, two for each other, seven days a month that is left."""
    lower = again and date(2005, 12, 13) <= final <= date(2014, 12, 31)
    first, other, daily, most = (2, 1, 5, 30) if lower else (3, 2, 7, 60)
    months, left = 0, term.months
    if left >= 12:
        months, left = first, left - 12
        while left >= 12:
            months, left = months + other, left - 12
        if left * daily >= most:
            return Length(months + most // 30, 0) if left * daily > most else Length(months, most)
    return Length(months, left * daily)


def old_regime(committed: date, remand: list[date], at_large: list[date], choice: str) -> bool:
    """Go back from the last day in prison as long as the eve was one too."""
    days_in, out = set(remand), set(at_large)
    breaks = out if choice == "lost" else set()
    day = max([committed, *(d + DAY for d in breaks)])
    while day - DAY not in breaks and (day - DAY >= committed or day - DAY in days_in):
        day -= DAY
    return day < date(2023, 1, 1)


def computed(case: Case, chosen: Choices) -> Counted:
    """Compute a case whose facts are all known and whose sentences all have a length."""
    custody = case["custody"]
    committed = date.fromisoformat(custody["committed_on"])
    held = days_of(custody["remand"], "from", "until")
    remand = [d for d in held if d < committed]
    at_large = [d for d in days_of(case["history"]["incidents"], "on", "until") if d >= committed]
    firm = [firm_part(row) for row in custody["sentences"] if row["merged_into"] is None]
    start, end = Walk(committed, firm, chosen).until_the_end(remand, set(held), set(at_large))
    lost = [d for d in at_large if d < end]
    old = old_regime(committed, remand, lost, chosen["regime_after_escape"])
    for term, final, again in firm if old else ():
        end = max(start, gone(end, credit(term, final, again=again), -DAY))
    for row in sorted(custody["reductions"], key=lambda row: row["granted_on"]):
        if row["withdrawn_on"] == "none":
            end = max(start, gone(end, length(row["length"]), -DAY))
    end -= DAY * (chosen["end_day"] == "eve")
    served: dict[date, bool] = {}
    day = min([committed, *remand])
    while day < end:
        served[day] = (day >= committed or day in remand) and day not in at_large
        day += DAY
    release = released(end, chosen["release_eve"])
    return Counted(start, end, release, "old" if old else "new", served)


Firm = tuple[Length, date, bool]


@dataclass
class Walk:
    """One day after the other from the committal, until the firm parts are served."""

    committed: date
    firm: list[Firm]
    chosen: Choices

    def end(self, days: int) -> date:
        """The sum of the firm parts, counted from the moved start or moved in days at its end."""
        total = Length(0, 0)
        for term, _, _ in self.firm:
            total = plus(total, term)
        if self.chosen["remand_off"] == "off_the_start":
            return gone(self.committed + days * DAY, total)
        return gone(self.committed, total) + days * DAY

    def until_the_end(
        self, remand: list[date], held: set[date], at_large: set[date]
    ) -> tuple[date, date]:
        """Time at large moves the end as it goes by; so does a day of remand counted twice."""
        each = self.chosen["overlapping_remand"] == "counted_for_each"
        moved, twice = -len(remand), 0
        end, day = self.end(moved), self.committed
        while day < end - twice * DAY:
            if day in at_large:
                moved += 1
                end = self.end(moved)
            elif day in held and each:
                twice += 1
            day += DAY
        return self.committed + moved * DAY, end - twice * DAY


def firm_part(row: dict[str, Any]) -> Firm:
    term = length(row["length"])
    if row["suspended"] != "none":
        term = minus(term, length(row["suspended"]))
    return term, date.fromisoformat(row["final_on"]), row["recidivist"]


def released(end: date, saturday: str) -> date:
    """Not on a Sunday nor on a holiday, but on the working day before."""
    closed = {7} if saturday == "saturday_counts" else {6, 7}
    day = end
    if day.isoweekday() == 7 or day in national_holidays(day.year):
        day -= DAY
        while day.isoweekday() in closed or day in national_holidays(day.year):
            day -= DAY
    return day
