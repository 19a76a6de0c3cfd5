"""What the custody of one person amounts to: totals, term start, fractions, state on a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from tests.law.tables.arithmetic import (
    ONE_DAY,
    Length,
    add_months,
    after,
    length,
    minus,
    part,
    part_of_days,
    plus,
)
from tests.law.tables.vocabulary import CREDIT, FRACTIONS, REMAND_OFF, Case, Readings


def rows(value: Any) -> list[dict[str, Any]]:
    """A list of rows; `none` is no row, one row alone is a list of one."""
    if value is None or value == "none":
        return []
    return [value] if isinstance(value, dict) else list(value)


def known_day(value: Any) -> date | None:
    """A day, or nothing for `none` and null."""
    return None if value is None or value == "none" else date.fromisoformat(value)


def covers(row: dict[str, Any], day: date, start: str = "from") -> bool:
    """The day lies in the row, whose `until` is the last day included and may be missing."""
    last = known_day(row.get("until"))
    return date.fromisoformat(row[start]) <= day and (last is None or day <= last)


def days_of(row: dict[str, Any], start: str) -> Iterable[date]:
    """Every day of a closed row, `until` included."""
    day = date.fromisoformat(row[start])
    while day <= date.fromisoformat(row["until"]):
        yield day
        day += ONE_DAY


def committed_on(case: Case) -> date:
    return date.fromisoformat(case["custody"]["committed_on"])


def end_of_sentence(case: Case) -> date | None:
    """What the clerk holds; nothing for a life sentence."""
    return known_day(case["custody"]["end_of_sentence"])


def in_custody(case: Case, day: date) -> bool:
    """From the committal to the eve of the end of the sentence."""
    end = end_of_sentence(case)
    return committed_on(case) <= day and (end is None or day < end)


def status_on(case: Case, day: date) -> str | None:
    """The last status begun: each lasts until the next."""
    begun = [row for row in rows(case["custody"]["status"]) if row["from"] <= day.isoformat()]
    return max(begun, key=lambda row: str(row["from"]))["is"] if begun else None


def kind_on(case: Case, day: date) -> str | None:
    """Kind of the unit that holds the person that day.

    A placement without last day runs until the eve of the next one.
    """
    begun = [row for row in rows(case["custody"]["placements"]) if row["from"] <= day.isoformat()]
    if not begun:
        return None
    latest = max(begun, key=lambda row: str(row["from"]))
    return latest["kind"] if covers(latest, day) else None


def adjusted_on(case: Case, day: date) -> set[str]:
    """Kinds of the adjustments running that day."""
    return {row["kind"] for row in rows(case["custody"]["adjustments"]) if covers(row, day)}


def minor_on(case: Case, day: date) -> bool:
    """Under eighteen that day."""
    return day < add_months(date.fromisoformat(case["person"]["born_on"]), 18 * 12)


def counted_sentences(case: Case) -> list[dict[str, Any]]:
    """Sentences that count in the total: those merged into another do not."""
    return [
        row
        for row in rows(case["custody"]["sentences"])
        if row["merged_into"] is None or row["merged_into"] == "none"
    ]


def for_life(case: Case) -> bool:
    return any(row["length"] == "life" for row in counted_sentences(case))


def total(case: Case) -> Length:
    """Cass. avis 7 Apr 2014: all sentences of the committal together, firm parts only."""
    whole = Length(0, 0)
    for row in counted_sentences(case):
        firm = length(row["length"])
        if row["suspended"] not in (None, "none"):
            firm = minus(firm, length(row["suspended"]))
        whole = plus(whole, firm)
    return whole


def total_at_most(case: Case, limit: Length) -> bool:
    """The total does not exceed the limit, months counted as thirty days; life always does."""
    return not for_life(case) and total(case).thirty_day_months <= limit.thirty_day_months


def recidivist(case: Case) -> bool:
    """One sentence at least was pronounced in legal recidivism."""
    return any(row["recidivist"] is True for row in rows(case["custody"]["sentences"]))


def offences(case: Case) -> set[str]:
    return {name for row in rows(case["custody"]["sentences"]) for name in row["offences"]}


def reductions(case: Case) -> Length:
    """Everything granted and not withdrawn, whatever the day of the grant."""
    whole = Length(0, 0)
    for row in rows(case["custody"]["reductions"]):
        if known_day(row.get("withdrawn_on")) is None:
            whole = plus(whole, length(row["length"]))
    return whole


def remand_days(case: Case) -> int:
    """Distinct days of remand before the committal (CPP 716-4)."""
    days = {day for row in rows(case["custody"]["remand"]) for day in days_of(row, "from")}
    return sum(1 for day in days if day < committed_on(case))


def days_at_large(case: Case) -> set[date]:
    """Distinct days inside the custody on which nothing is served, first and last included.

    An escape, or an interruption of the sentence (CPP 720-1), less the days held on a warrant or
    on remand meanwhile, which count (CPP 716-4).
    """
    escapes = [row for row in rows(case["history"]["incidents"]) if row["kind"] == "escape"]
    days = {day for row in escapes for day in days_of(row, "on")}
    days |= {
        day for row in rows(case["custody"].get("interruptions")) for day in days_of(row, "from")
    }
    held = {day for row in rows(case["custody"]["remand"]) for day in days_of(row, "from")}
    return {day for day in days - held if in_custody(case, day)}


def term_begun(case: Case) -> date:
    """The day the term would be taken to start without escapes: committal, less remand."""
    return committed_on(case) - timedelta(days=remand_days(case))


def term_start(case: Case) -> date:
    """The same, all days at large added: what the end is counted from."""
    return term_begun(case) + timedelta(days=len(days_at_large(case)))


def put_off(case: Case, reached: date) -> date:
    """A day counted from the beginning, moved by the days at large before it, one by one."""
    at_large = days_at_large(case)
    counted = 0
    while True:
        before = sum(1 for day in at_large if day < reached + timedelta(days=counted))
        if before == counted:
            return reached + timedelta(days=counted)
        counted = before


def counted(case: Case, readings: Readings, term: Length, lost: int) -> date:
    """Where a length leads when so many days are lost: remand off its start, or off its end."""
    if readings[REMAND_OFF] == "off_the_start":
        return after(term_begun(case) + timedelta(days=lost), term)
    return after(committed_on(case), term) + timedelta(days=lost - remand_days(case))


def runs_to(case: Case, readings: Readings, term: Length) -> date:
    """The first day on which a length is served, the days at large before it not counted."""
    at_large = days_at_large(case)
    lost = 0
    while True:
        before = sum(1 for day in at_large if day < counted(case, readings, term, lost))
        if before == lost:
            return counted(case, readings, term, lost)
        lost = before


def fraction_day(case: Case, readings: Readings, parts: tuple[int, int]) -> date | None:
    """The first day on which that fraction is served; never for a life sentence."""
    if for_life(case):
        return None
    begun, whole, lost = term_begun(case), total(case), len(days_at_large(case))
    if readings[CREDIT] == "current_date":
        whole = minus(whole, reductions(case))
        end = end_of_sentence(case)
        if end is not None and end != counted(case, readings, whole, lost):
            return put_off(case, part_of_days(begun, end - timedelta(days=lost), *parts))
    if readings[FRACTIONS] == "days":
        ends = counted(case, readings, whole, lost) - timedelta(days=lost)
        return put_off(case, part_of_days(begun, ends, *parts))
    return runs_to(case, readings, part(whole, *parts))


def served(case: Case, readings: Readings, day: date, parts: tuple[int, int]) -> bool:
    """That fraction of the sentence is served on the day."""
    reached = fraction_day(case, readings, parts)
    return reached is not None and reached <= day


def third_served(case: Case, readings: Readings, day: date) -> bool:
    return served(case, readings, day, (1, 3))


def half_served(case: Case, readings: Readings, day: date) -> bool:
    return served(case, readings, day, (1, 2))


def two_thirds_served(case: Case, readings: Readings, day: date) -> bool:
    return served(case, readings, day, (2, 3))


def under_three_years_left(case: Case, day: date) -> bool:
    """Strictly less than three years to the current end; never so for a life sentence."""
    end = end_of_sentence(case)
    return end is not None and not for_life(case) and add_months(day, 36) > end


def security_period_running(case: Case, readings: Readings, day: date) -> bool:
    """CPP 720-2: a period given by its length alone runs from the start of the term."""
    for row in rows(case["custody"]["security_period"]):
        if "length" in row:
            if day < runs_to(case, readings, length(row["length"])):
                return True
        elif covers(row, day):
            return True
    return False


def parole_requires_leave(case: Case, day: date) -> bool:
    """CPP D535 1°: by that day, parole was decided on condition of leave."""
    decided = [
        date.fromisoformat(row["decided_on"])
        for row in rows(case["custody"]["parole_requires_leave"])
    ]
    return any(on <= day for on in decided)
