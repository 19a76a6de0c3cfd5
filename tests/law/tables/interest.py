"""The days of a case on which an answer may change."""

from datetime import date, timedelta
from itertools import product
from typing import Any

from tests.law.tables.arithmetic import add_months
from tests.law.tables.custody import committed_on, end_of_sentence, fraction_day
from tests.law.tables.vocabulary import CREDIT, FRACTIONS, LAW_CHANGES, READINGS, REMAND_OFF, Case

DAY = timedelta(days=1)


def threshold_days(case: Case) -> set[date]:
    """The days on which a third, a half or two thirds is served, under every reading."""
    days: set[date] = set()
    for credit, by, off in product(READINGS[CREDIT], READINGS[FRACTIONS], READINGS[REMAND_OFF]):
        chosen = {CREDIT: credit, FRACTIONS: by, REMAND_OFF: off}
        for parts in ((1, 3), (1, 2), (2, 3)):
            reached = fraction_day(case, chosen, parts)
            days |= {reached} if reached else set()
    return days


def written_days(value: Any) -> set[date]:
    """Every day written anywhere in the case."""
    if isinstance(value, dict):
        return set().union(*(written_days(part) for part in value.values()))
    if isinstance(value, list):
        return set().union(*(written_days(part) for part in value))
    try:
        return {date.fromisoformat(str(value)[:10])}
    except ValueError:
        return set()


def days_for(case: Case) -> list[date]:
    """Days of interest of a case, each with its eve and its morrow, in order."""
    first, end = committed_on(case), end_of_sentence(case)
    written = written_days(case)
    days = written | threshold_days(case) | set(LAW_CHANGES)
    days |= {add_months(day, count) for day in written for count in (12, 24)}
    days.add(add_months(date.fromisoformat(case["person"]["born_on"]), 18 * 12))
    if end is not None:
        days.add(add_months(end, -36))
    last = end or add_months(first, 25 * 12)
    around = {day + shift for day in days for shift in (-DAY, 0 * DAY, DAY)}
    return sorted(day for day in around if first - 2 * DAY <= day <= last + 2 * DAY)
