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


def off(day: date, term: Length, chosen: Choices) -> date:
    """Walk back from the end; nothing says whether the months or the days are walked first."""
    if chosen["reductions_counted_back"] == "days_first" and term.months and term.days:
        return walked(day - term.days * DAY, term.months, -DAY)
    return gone(day, term, -DAY)


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


def old_regime(committed: date, remand: list[date], breaks: set[date]) -> bool:
    """Go back from the last day in prison as long as the eve was one too."""
    days_in = set(remand)
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
    escaped = {d for d in days_of(case["history"]["incidents"], "on", "until") if d >= committed}
    freed = set(days_of(custody.get("interruptions", []), "from", "until"))
    total, credited = added_up(custody), credited_parts(custody["sentences"])
    start, end = Walk(committed, total, chosen).until_the_end(remand, set(held), escaped | freed)
    lost = {d for d in (escaped | freed) - set(held) if d < end}
    breaks = lost & escaped if chosen["regime_after_escape"] == "lost" else set()
    if chosen["regime_after_interruption"] == "lost":
        breaks |= lost & freed - escaped
    old = old_regime(committed, remand, breaks)
    for term, final, again in credited if old else ():
        end = max(start, off(end, credit(term, final, again=again), chosen))
    for row in sorted(custody["reductions"], key=lambda row: row["granted_on"]):
        if row["withdrawn_on"] == "none":
            end = max(start, off(end, length(row["length"]), chosen))
    end -= DAY * (chosen["end_day"] == "eve")
    served: dict[date, bool] = {}
    day = min([committed, *remand])
    while day < end:
        served[day] = (day >= committed or day in remand) and day not in lost
        day += DAY
    release = released(end, chosen["release_eve"])
    return Counted(start, end, release, "old" if old else "new", served)


Firm = tuple[Length, date, bool]


@dataclass
class Walk:
    """One day after the other from the committal, until the firm parts are served."""

    committed: date
    total: Length
    chosen: Choices

    def end(self, days: int) -> date:
        """What is to be served, counted from the moved start or moved in days at its end."""
        total = self.total
        if self.chosen["remand_off"] == "off_the_start":
            return gone(self.committed + days * DAY, total)
        return gone(self.committed, total) + days * DAY

    def until_the_end(
        self, remand: list[date], held: set[date], away: set[date]
    ) -> tuple[date, date]:
        """A day away moves the end as it goes by; so does a day of remand counted twice.

        A day away on which the person was held on a warrant is served, and only once.
        """
        each = self.chosen["overlapping_remand"] == "counted_for_each"
        moved, twice = -len(remand), 0
        end, day = self.end(moved), self.committed
        while day < end - twice * DAY:
            if day in away and day not in held:
                moved += 1
                end = self.end(moved)
            elif day in held and day not in away and each and day + DAY < end - twice * DAY:
                twice += 1  # not on the last day, which is served and leaves nothing to deduct
            day += DAY
        return self.committed + moved * DAY, end - twice * DAY


def added_up(custody: dict[str, Any]) -> Length:
    """Everything that is served, a group in concurrence for no more than its maximum."""
    left = {rank: served(row) for rank, row in enumerate(custody["sentences"])}
    total = Length(0, 0)
    for group in custody.get("concurrence", []):
        together = Length(0, 0)
        for rank in group["sentences"]:
            together = plus(together, left.pop(rank))
        most = Length(360, 0) if group["at_most"] == "life" else length(group["at_most"])
        over = together.thirty_day_months > most.thirty_day_months
        total = plus(total, most if over else together)
    for term in left.values():
        total = plus(total, term)
    return total


def served(row: dict[str, Any]) -> Length:
    """Of the sentence, or of what a pardon left of it: no suspension, and no part merged."""
    if row["merged_into"] is not None and "merged_part" not in row:
        return Length(0, 0)
    left = suspended(row)
    for each in row.get("suspension_revoked", []):
        left = minus(left, length(each["length"]))
    term = minus(length(row.get("commuted", row)["length"]), left)
    return minus(term, length(row["merged_part"])) if "merged_part" in row else term


def suspended(row: dict[str, Any]) -> Length:
    return Length(0, 0) if row["suspended"] == "none" else length(row["suspended"])


def credited_parts(rows: list[dict[str, Any]]) -> list[Firm]:
    """One credit for what was never suspended, one for each part revoked, one for a merger."""
    parts: list[Firm] = []
    for rank, row in enumerate(rows):
        if row["merged_into"] is not None or "life" in (row["length"], row["suspended"]):
            continue
        beside = [each for each in rows if "merged_part" in each and each["merged_into"] == rank]
        terms = [minus(length(row["length"]), suspended(row))]
        terms += [length(each["length"]) for each in row.get("suspension_revoked", [])]
        final = date.fromisoformat(row["final_on"])
        for each in beside:
            terms = [plus(terms[0], served(each))]
            final = max(final, date.fromisoformat(each["final_on"]))
        parts += [(term, final, row["recidivist"]) for term in terms]
    return parts


def released(end: date, saturday: str) -> date:
    """Not on a Sunday nor on a holiday, but on the working day before."""
    closed = {7} if saturday == "saturday_counts" else {6, 7}
    day = end
    if day.isoweekday() == 7 or day in national_holidays(day.year):
        day -= DAY
        while day.isoweekday() in closed or day in national_holidays(day.year):
            day -= DAY
    return day
