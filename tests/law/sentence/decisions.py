"""What was decided of invented sentences after the judgments: revoked, merged in part, commuted.

Before 2026 only what the credit of the committals before 2023 has a text for is drawn.
"""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.law.tables.arithmetic import Length, length, minus

DAY = timedelta(days=1)
NO_CREDIT_FROM = date(2026, 1, 1)
PARTS = ["P5D", "P1M", "P40D", "P3M", "P6M", "P1Y"]
TERMS = ["P2M", "P10M", "P1Y6M", "P3Y", "P6Y", "P20Y"]
MAXIMA = ["P6M", "P1Y", "P2Y", "P5Y", "P10Y", "P30Y"]
SOME = ["nothing", "revoked", "merged", "merged"]
Row = dict[str, Any]
ODDS = st.booleans()


def days(text: str) -> int:
    return length(text).thirty_day_months


def fits(part: str, whole: Length) -> bool:
    """No month is broken into days: clerks write what they take away as it was pronounced."""
    taken = length(part)
    return taken.months <= whole.months and taken.thirty_day_months <= whole.thirty_day_months


@st.composite
def decided(draw: st.DrawFn, rows: list[Row], committed: date) -> list[Row]:
    """Add decisions to the rows; return the groups in concurrence."""
    free = committed >= NO_CREDIT_FROM
    what = draw(st.sampled_from(["nothing", "all", "all"] if free else SOME))
    if what == "nothing":
        return []
    if not free:
        for row in rows:
            row["recidivist"] = False
    if what == "all":
        draw(commuted(rows, committed))
    if what in ("revoked", "all"):
        draw(revoked(rows, committed))
    if what in ("merged", "all"):
        draw(merged(rows))
    return draw(concurrence(rows)) if what == "all" else []


@st.composite
def commuted(draw: st.DrawFn, rows: list[Row], committed: date) -> None:
    for row in rows:
        if row["length"] == "life" or draw(st.integers(0, 4)):
            continue
        lives = row["suspended"] == "none" and draw(ODDS)
        least = 0 if row["suspended"] == "none" else days(row["suspended"])
        most = 10**6 if lives else days(row["length"])
        terms = [term for term in TERMS if least < days(term) <= most]
        if terms:
            row["length"] = "life" if lives else row["length"]
            decided_on = str(committed + 400 * DAY)
            row["commuted"] = {"decided_on": decided_on, "length": draw(st.sampled_from(terms))}


@st.composite
def revoked(draw: st.DrawFn, rows: list[Row], committed: date) -> None:
    """Some or all of a suspension, at once or twice; a sentence may have been wholly suspended."""
    for row in rows:
        if row["length"] == "life":
            continue
        if row["suspended"] == "none" and "commuted" not in row and draw(ODDS):
            row["suspended"] = row["length"]
        if row["suspended"] == "none":
            continue
        left = length(row["suspended"])
        parts = [part for part in PARTS if fits(part, left)]
        found = [row["suspended"]]
        if draw(ODDS) and parts:
            found = [draw(st.sampled_from(parts))]
            rest = minus(left, length(found[0]))
            found += PARTS[:1] if fits(PARTS[0], rest) and draw(ODDS) else []
        decided_on = str(committed + draw(st.integers(100, 500)) * DAY)
        row["suspension_revoked"] = [{"decided_on": decided_on, "length": part} for part in found]


@st.composite
def merged(draw: st.DrawFn, rows: list[Row]) -> None:
    for row in rows:
        if row["merged_into"] is None or (row["length"] == "life" and "commuted" not in row):
            continue
        whole = to_serve(row)
        parts = [
            part
            for part in PARTS
            if fits(part, whole) and minus(whole, length(part)).thirty_day_months
        ]
        if draw(ODDS) and parts:
            row["merged_part"] = draw(st.sampled_from(parts))


def to_serve(row: Row) -> Length:
    whole = length(row["commuted"]["length"] if "commuted" in row else row["length"])
    left = length("P0D" if row["suspended"] == "none" else row["suspended"])
    for each in row.get("suspension_revoked", []):
        left = minus(left, length(each["length"]))
    return minus(whole, left)


@st.composite
def concurrence(draw: st.DrawFn, rows: list[Row]) -> list[Row]:
    """One group of some of the sentences: the maximum is no less than any of them."""
    if len(rows) == 1:
        return []
    ranks = draw(st.permutations(range(len(rows))))[: draw(st.integers(2, len(rows)))]
    terms = [rows[rank]["length"] for rank in ranks]
    if "life" in terms:
        return [{"sentences": ranks, "at_most": "life"}]
    longest = max(terms, key=days)
    above = [most for most in MAXIMA if days(most) >= days(longest)]
    maxima = [*[longest] * 8, *above, "life"]
    return [{"sentences": ranks, "at_most": draw(st.sampled_from(maxima))}]
