"""Invented custodies, whose facts are all known, on days that are hard to count from."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from sortie.law.france.sentence.choices import OPTIONS
from tests.law.sentence.decisions import decided
from tests.law.sentence.files import a_sentence, typed

DAY = timedelta(days=1)
HARD_DAYS = [
    date(2008, 2, 29),
    date(2012, 1, 31),
    date(2014, 12, 31),
    date(2015, 1, 1),
    date(2016, 2, 29),
    date(2019, 8, 31),
    date(2020, 2, 29),
    date(2020, 3, 31),
    date(2022, 12, 31),
    date(2023, 1, 1),
    date(2023, 1, 31),
    date(2024, 2, 29),
    date(2024, 10, 31),
    date(2027, 12, 30),
    date(2028, 2, 29),
]
LENGTHS = ["P15D", "P1M", "P2M", "P45D", "P7M", "P11M", "P1Y", "P13M", "P18M", "P1Y11M", "P2Y8M",
           "P3Y", "P5Y", "P8Y"]  # fmt: skip
REDUCTIONS = ["P5D", "P14D", "P1M", "P1M1D", "P2M", "P3M", "P6M", "P5M20D"]
CHOICES = st.fixed_dictionaries({name: st.sampled_from([*kind]) for name, kind in OPTIONS.items()})
COMMITTED = st.one_of(
    st.sampled_from(HARD_DAYS),
    st.dates(date(2005, 6, 1), date(2029, 1, 1)),
    st.dates(date(2026, 1, 1), date(2029, 1, 1)),
)


@st.composite
def sentences(draw: st.DrawFn, committed: date) -> list[dict[str, Any]]:
    """One to three sentences; only a later one may be merged into the first."""
    rows = []
    for rank in range(draw(st.integers(1, 3))):
        length = draw(st.sampled_from(LENGTHS))
        final = committed + draw(st.integers(-30, 60)) * DAY
        suspended = draw(st.sampled_from(["none", "P6M", "P3M10D"])) if "Y" in length else "none"
        rows.append(
            a_sentence(
                length, str(final), suspended=suspended, recidivist=draw(st.booleans()),
                merged_into=draw(st.sampled_from([None, None, 0])) if rank else None,
            )
        )  # fmt: skip
    return rows


@st.composite
def remands(draw: st.DrawFn, committed: date) -> list[dict[str, str]]:
    """Spells of remand before the committal, touching it or not, or over its first days."""
    rows = []
    for _ in range(draw(st.integers(0, 2))):
        until = committed + draw(st.sampled_from([-1, -1, -2, -40, 20])) * DAY
        since = until - draw(st.sampled_from([0, 10, 29, 200, 366])) * DAY
        rows.append({"from": str(since), "until": str(until)})
    return rows


@st.composite
def reductions(draw: st.DrawFn, committed: date) -> list[dict[str, Any]]:
    return [
        {
            "granted_on": str(committed + draw(st.integers(10, 900)) * DAY),
            "length": draw(st.sampled_from(REDUCTIONS)),
            "kind": draw(st.sampled_from(["single", "supplementary", "exceptional"])),
            "withdrawn_on": draw(st.sampled_from(["none", "none", str(committed + 999 * DAY)])),
        }
        for _ in range(draw(st.integers(0, 3)))
    ]


@st.composite
def interruptions(draw: st.DrawFn, committed: date) -> list[dict[str, str]]:
    """None, or one or two, over each other or not, over an escape and over remand or not."""
    rows = []
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        since = committed + draw(st.sampled_from([0, 1, 5, 25, 60, 400])) * DAY
        until = since + draw(st.sampled_from([0, 6, 30, 365])) * DAY
        rows.append({"from": str(since), "until": str(until)})
    return rows


@st.composite
def custodies(draw: st.DrawFn, since: st.SearchStrategy[date] = COMMITTED) -> dict[str, Any]:
    """Return the values of a case file."""
    committed = draw(since)
    gone = committed + draw(st.integers(1, 12)) * DAY
    escapes = [(str(gone), str(gone + draw(st.integers(0, 400)) * DAY))]
    rows = draw(sentences(committed))
    concurrence = draw(decided(rows, committed))
    return typed(
        str(committed),
        *rows,
        concurrence=concurrence,
        remand=draw(remands(committed)),
        interruptions=draw(interruptions(committed)),
        reductions=draw(reductions(committed)),
        escapes=escapes if draw(st.sampled_from([False, False, True])) else [],
    )
