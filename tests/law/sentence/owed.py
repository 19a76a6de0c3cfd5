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
    """The sentences served by themselves: what is merged is served in another, in whole or part."""
    return [
        row
        for row in rows(case["custody"]["sentences"])
        if row["merged_into"] is None or "merged_part" in row
    ]


def pronounced(row: dict[str, Any]) -> str:
    """CP 133-7, 132-6: after a pardon the sentence is the one that results from it."""
    term: str = row["commuted"]["length"] if "commuted" in row else row["length"]
    return term


def for_life(case: Case) -> bool:
    return any(pronounced(row) == "life" for row in standing(case))


def revoked(row: dict[str, Any]) -> list[Length]:
    return [length(each["length"]) for each in rows(row.get("suspension_revoked", []))]


def unsuspended(row: dict[str, Any]) -> Length:
    """Suspension left out; what is suspended borrows months of thirty days."""
    suspended = row.get("suspended", "none")
    return minus(length(pronounced(row)), NOTHING if suspended == "none" else length(suspended))


def firm(row: dict[str, Any]) -> Length:
    """CP 132-36, 132-48: what is revoked is served too. CP 132-4: what is merged is not."""
    whole = length(pronounced(row))
    if row.get("suspended", "none") != "none":
        whole = minus(whole, reduce(minus, revoked(row), length(row["suspended"])))
    return minus(whole, length(row["merged_part"])) if "merged_part" in row else whole


def total(case: Case) -> Length:
    """Every sentence on the committal, months with months and days with days.

    CP 132-4: in concurrence they are served one after the other, and stop at the highest maximum.
    """
    groups = rows(case["custody"].get("concurrence", []))
    grouped = [rank for group in groups for rank in group["sentences"]]
    listed = rows(case["custody"]["sentences"])
    stands = standing(case)
    alone = [firm(row) for rank, row in enumerate(listed) if row in stands and rank not in grouped]
    for group in groups:
        ours = [firm(listed[rank]) for rank in group["sentences"] if listed[rank] in stands]
        alone.append(at_most(reduce(plus, ours, NOTHING), group["at_most"]))
    return reduce(plus, alone, NOTHING)


def at_most(whole: Length, maximum: str) -> Length:
    """CP 132-5: where life was incurred and not pronounced, thirty years."""
    most = Length(30 * 12, 0) if maximum == "life" else length(maximum)
    return most if whole.thirty_day_months > most.thirty_day_months else whole


def remand_days(case: Case) -> set[date]:
    return {day for row in rows(case["custody"]["remand"]) for day in days_of(row, "from")}


def days_escaped(case: Case) -> set[date]:
    escapes = [row for row in case["history"]["incidents"] if row["kind"] == "escape"]
    return {day for row in escapes for day in days_of(row, "on")}


def days_interrupted(case: Case) -> set[date]:
    interruptions = rows(case["custody"].get("interruptions", []))
    return {day for row in interruptions for day in days_of(row, "from")}


def days_away(case: Case) -> set[date]:
    """Neither the sentence nor remand: 716-4 counts custody under a warrant, wherever it was."""
    return (days_escaped(case) | days_interrupted(case)) - remand_days(case)


def regime(case: Case, readings: Readings, end: date | None) -> str:
    """Walk back from the committal as long as the eve was spent in prison.

    Under a reading «lost», walk back from the last day of the sentence instead, so that the
    return from an escape, or from an interruption, is where the walk stops.
    """
    committed = date.fromisoformat(case["custody"]["committed_on"])
    remand, free = remand_days(case), days_breaking(case, readings, end)
    day = max([committed, *(gone + ONE_DAY for gone in free)])
    while day - ONE_DAY not in free and (day > committed or day - ONE_DAY in remand):
        day -= ONE_DAY
    return "old" if day < NEW_REGIME else "new"


def days_breaking(case: Case, readings: Readings, end: date | None) -> set[date]:
    """The days away that a reading takes for a release: nothing after the sentence is one."""
    away, escaped = days_away(case), days_escaped(case)
    found = away & escaped if readings["regime_after_escape"] == "lost" else set()
    if readings["regime_after_interruption"] == "lost":
        found |= away - escaped
    return {day for day in found if end is None or day < end}


def credit(row: dict[str, Any], held: Length | None = None) -> Length:
    """CPP 721 before 2023: so many months for each year, so many days for each month beyond.

    A month begun and not finished gives nothing. Above a year, the days for months are capped.
    """
    held = unsuspended(row) if held is None else held
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
    """Each sentence's own credit; none since 2023.

    D115-3: the imprisonment that a revocation brings has its own. D115-4: merged sentences have
    that of the sentence they make together; a merger in whole makes it no longer.
    """
    if which != "old":
        return []
    listed = rows(case["custody"]["sentences"])
    given = []
    for rank, row in enumerate(listed):
        if row["merged_into"] is not None:
            continue
        parts = [each for each in listed if "merged_part" in each and each["merged_into"] == rank]
        if parts:
            given.append(credit(row, reduce(plus, map(firm, parts), unsuspended(row))))
            continue
        given += [credit(row), *(credit(row, each) for each in revoked(row))]
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


def counted_back(end: date, term: Length, readings: Readings) -> date:
    """D115: the count starts from the end; one month alone is thirty days, more is from date to
    date. No text says whether the months or the days come first.
    """
    if term == Length(1, 0):
        return end - 30 * ONE_DAY
    if readings["reductions_counted_back"] == "days_first":
        return add_months(end - term.days * ONE_DAY, -term.months)
    return add_months(end, -term.months) - term.days * ONE_DAY
