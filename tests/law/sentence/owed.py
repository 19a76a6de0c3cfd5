"""What a custody owes, worked out anew: the firm total, the regime, the credit, the reductions.

The law as written: leave-france, part 6; CPP 721 before and since 2023, D115 to D116, 132-5.
"""

from datetime import date
from functools import reduce
from typing import Any

from tests.law.tables.arithmetic import ONE_DAY, Length, add_months, length, minus, plus
from tests.law.tables.custody import days_of, known_day, rows
from tests.law.tables.vocabulary import Case, Readings

NOTHING = Length(0, 0)
NEW_REGIME = date(2023, 1, 1)
RECIDIVISTS_SINCE = date(2005, 12, 13)
RECIDIVISTS_UNTIL = date(2014, 12, 31)


def standing(case: Case) -> list[dict[str, Any]]:
    """The sentences that are served by themselves: a merged one is served in another."""
    return [row for row in rows(case["custody"]["sentences"]) if row["merged_into"] is None]


def for_life(case: Case) -> bool:
    return any(row["length"] == "life" for row in standing(case))


def firm(row: dict[str, Any]) -> Length:
    """Suspension left out; what is suspended borrows months of thirty days."""
    suspended = row.get("suspended", "none")
    return minus(length(row["length"]), NOTHING if suspended == "none" else length(suspended))


def total(case: Case) -> Length:
    """Every sentence on the committal, months with months and days with days."""
    return reduce(plus, map(firm, standing(case)), NOTHING)


def remand_days(case: Case) -> set[date]:
    return {day for row in rows(case["custody"]["remand"]) for day in days_of(row, "from")}


def days_at_large(case: Case) -> set[date]:
    escapes = [row for row in case["history"]["incidents"] if row["kind"] == "escape"]
    return {day for row in escapes for day in days_of(row, "on")}


def regime(case: Case, readings: Readings, end: date | None) -> str:
    """Walk back from the committal as long as the eve was spent in prison.

    Under the reading «lost», walk back from the last day of the sentence instead, so that the
    return from an escape is where the walk stops.
    """
    committed = date.fromisoformat(case["custody"]["committed_on"])
    remand, at_large = remand_days(case), days_at_large(case)
    day = committed
    returns = {gone + ONE_DAY for gone in at_large} - at_large
    if readings["regime_after_escape"] == "lost":
        day = max([committed, *(back for back in returns if end is None or back < end)])
    while day - ONE_DAY not in at_large and (day > committed or day - ONE_DAY in remand):
        day -= ONE_DAY
    return "old" if day < NEW_REGIME else "new"


def credit(row: dict[str, Any]) -> Length:
    """CPP 721 before 2023: so many months for each year, so many days for each month beyond.

    A month begun and not finished gives nothing. Above a year, the days for months are capped.
    """
    held = firm(row)
    years, months = divmod(held.months, 12)
    final = date.fromisoformat(row["final_on"])
    first, next_years, per_month, cap = 3, 2, 7, 2
    if row["recidivist"] and RECIDIVISTS_SINCE <= final <= RECIDIVISTS_UNTIL:
        first, next_years, per_month, cap = 2, 1, 5, 1
    given = 0
    for year in range(years):
        given += next_years if year else first
    days = months * per_month
    if years and days > cap * 30:
        return Length(given + cap, 0)
    return Length(given, days)


def credits_of(case: Case, which: str) -> list[Length]:
    """Each sentence's own credit; none since 2023."""
    given = [credit(row) for row in standing(case)] if which == "old" else []
    return [each for each in given if each != NOTHING]


def granted(case: Case, which: str) -> list[Length]:
    """The reductions that count, in the order of their grants.

    The clerk's record of the automatic credit is the credit itself, so it counts once. One
    recorded under the wrong regime stays, once final (opinion of 26 February 2025).
    """
    return [term for term, back in entries(case, which) if not back]


def given_back(case: Case, which: str) -> list[Length]:
    """Automatic credit withdrawn: it is owed again."""
    return [term for term, back in entries(case, which) if back]


def entries(case: Case, which: str) -> list[tuple[Length, bool]]:
    """What comes off the end, or goes back to it, by the days of the grants: no text has an order.

    Withdrawing what was granted takes nothing off; only automatic credit, which is off already,
    goes back.
    """
    found = []
    for row in sorted(rows(case["custody"]["reductions"]), key=lambda row: str(row["granted_on"])):
        automatic = row["kind"] == "credit" and which == "old"
        withdrawn = known_day(row["withdrawn_on"]) is not None
        if automatic == withdrawn:
            found.append((length(row["length"]), automatic))
    return found


def counted_back(end: date, term: Length) -> date:
    """D115: the count starts from the end; one month alone is thirty days, more is from date to
    date, then the days. No text says that the days come last.
    """
    if term == Length(1, 0):
        return end - 30 * ONE_DAY
    return add_months(end, -term.months) - term.days * ONE_DAY
