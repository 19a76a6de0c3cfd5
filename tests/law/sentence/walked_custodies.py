"""Invented custodies for the walk, as plain case files: month ends, leap days, the year 2023."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.law.sentence.decisions import decided
from tests.law.tables.arithmetic import length
from tests.law.tables.vocabulary import Case

DAY = timedelta(days=1)
READINGS = st.fixed_dictionaries(
    {
        "end_day": st.sampled_from(["same_day", "eve"]),
        "fractions_by": st.sampled_from(["calendar", "days"]),
        "release_eve": st.sampled_from(["saturday_counts", "saturday_does_not"]),
        "remand_off": st.sampled_from(["off_the_start", "off_the_end"]),
        "overlapping_remand": st.sampled_from(["counted_once", "counted_for_each"]),
        "regime_after_escape": st.sampled_from(["kept", "lost"]),
        "regime_after_interruption": st.sampled_from(["kept", "lost"]),
        "reductions_counted_back": st.sampled_from(["months_first", "days_first"]),
    }
)
HARD_DAYS = [
    "2005-12-13", "2007-12-31", "2008-02-29", "2012-01-31", "2014-12-31", "2015-01-01",
    "2016-02-29", "2019-08-31", "2020-02-29", "2020-12-30", "2022-12-31", "2023-01-01",
    "2023-01-02", "2023-05-31", "2024-02-29", "2024-10-31", "2025-03-30",
]  # fmt: skip
LENGTHS = [
    "P6D", "P2W", "P1M", "P1M15D", "P2M", "P6M", "P9M", "P11M", "P1Y", "P1Y1D", "P13M", "P18M",
    "P1Y9M", "P2Y", "P2Y8M", "P3Y", "P4Y6M", "P7Y",
]  # fmt: skip
SUSPENDED = ["none", "none", "P5D", "P1M", "P6M", "P5M20D", "P1Y"]
OFF = ["P1D", "P9D", "P14D", "P1M", "P1M12D", "P2M", "P3M", "P5M10D"]
KINDS = ["single", "supplementary", "exceptional", "credit"]
COMMITTED = st.one_of(
    st.sampled_from(HARD_DAYS).map(date.fromisoformat),
    st.dates(date(2005, 3, 1), date(2027, 12, 31)),
    st.dates(date(2022, 11, 1), date(2023, 3, 1)),
    st.dates(date(2026, 1, 1), date(2028, 3, 1)),
)


@st.composite
def sentences(draw: st.DrawFn, committed: date) -> list[dict[str, Any]]:
    """One to three sentences, the later ones merged into the first or not, seldom life."""
    rows = []
    for rank in range(draw(st.integers(1, 3))):
        term = draw(st.sampled_from(LENGTHS))
        suspended = draw(st.sampled_from(SUSPENDED))
        days = length(term).thirty_day_months
        if suspended != "none" and length(suspended).thirty_day_months >= days:
            suspended = "none"
        final = str(committed + draw(st.integers(-20, 90)) * DAY)
        rows.append(
            {
                "length": term,
                "suspended": suspended,
                "pronounced_on": final,
                "final_on": final,
                "offences": ["other"],
                "recidivist": draw(st.booleans()),
                "merged_into": draw(st.sampled_from([None, None, 0])) if rank else None,
            }
        )
    if draw(st.integers(0, 19)) == 19:
        rows[-1] |= {"length": "life", "suspended": "none"}
    return rows


@st.composite
def remands(draw: st.DrawFn, committed: date) -> list[dict[str, str]]:
    """Pieces up to the eve of the committal, long before it, across it, or within it."""
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        until = committed + draw(st.sampled_from([-1, -1, -1, -2, -45, 0, 12])) * DAY
        since = until - draw(st.sampled_from([0, 5, 11, 30, 59, 180, 400])) * DAY
        rows.append({"from": str(since), "until": str(until)})
    return rows


@st.composite
def escapes(draw: st.DrawFn, committed: date, days: int) -> list[dict[str, str]]:
    """Up to two, one after the other, in the first half of the sentences as pronounced."""
    rows = []
    since = committed
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2]))):
        since += draw(st.integers(13, 13 + days // 2)) * DAY
        until = since + draw(st.sampled_from([0, 1, 14, 31, 250])) * DAY
        rows.append({"kind": "escape", "on": str(since), "until": str(until)})
        since = until + DAY
    return rows


@st.composite
def interruptions(draw: st.DrawFn, committed: date, days: int) -> list[dict[str, str]]:
    """Up to two, from the committal on, across escapes, remand and each other."""
    rows = []
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2]))):
        since = committed + draw(st.integers(0, 1 + days // 3)) * DAY
        until = since + draw(st.sampled_from([0, 2, 28, 92, 400])) * DAY
        rows.append({"from": str(since), "until": str(until)})
    return rows


@st.composite
def warrants(draw: st.DrawFn, gone: list[dict[str, str]]) -> list[dict[str, str]]:
    """Held on a warrant, sometimes, until the eve of the return."""
    spells = []
    for row in gone:
        if draw(st.booleans()):
            until = date.fromisoformat(row["until"])
            since = until - draw(st.sampled_from([0, 3, 40])) * DAY
            spells.append({"from": str(since), "until": str(until)})
    return spells


@st.composite
def reductions(draw: st.DrawFn, committed: date, days: int) -> list[dict[str, Any]]:
    rows = []
    for _ in range(draw(st.integers(0, 3))):
        granted = committed + draw(st.integers(0, days)) * DAY
        withdrawn = str(granted + draw(st.integers(1, 300)) * DAY)
        rows.append(
            {
                "granted_on": str(granted),
                "length": draw(st.sampled_from(OFF)),
                "kind": draw(st.sampled_from(KINDS)),
                "withdrawn_on": draw(st.sampled_from(["none", "none", withdrawn])),
            }
        )
    return rows


@st.composite
def custodies(draw: st.DrawFn) -> Case:
    committed = draw(COMMITTED)
    terms = draw(sentences(committed))
    concurrence = draw(decided(terms, committed))
    days = sum(length(row["length"]).thirty_day_months for row in terms if row["length"] != "life")
    gone = draw(escapes(committed, days))
    return {
        "format": "sortie/case@1",
        "jurisdiction": "fr",
        "person": {"born_on": "1980-05-04"},
        "custody": {
            "committed_on": str(committed),
            "sentences": terms,
            "concurrence": concurrence,
            "remand": draw(remands(committed)) + draw(warrants(gone)),
            "interruptions": draw(interruptions(committed, days)),
            "security_period": "none",
            "reductions": draw(reductions(committed, days)),
        },
        "history": {
            "leaves": [],
            "incidents": gone,
            "applications": [],
        },
    }
