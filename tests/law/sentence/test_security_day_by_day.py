"""Security periods against the same periods on a custody walked day by day, on invented cases."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sortie.law.france.from_case import sentences as owed
from sortie.law.france.sentence.choices import OPTIONS, Choices, RemandOff
from sortie.law.france.sentence.reckoning import reckoning_of
from sortie.rules import Missing
from tests.law.sentence.files import line, read
from tests.law.sentence.security_by_day import Security
from tests.law.sentence.walked_custodies import READINGS, custodies
from tests.law.tables.arithmetic import length
from tests.law.tables.vocabulary import Case, Readings

DAY = timedelta(days=1)
LENGTHS = ["P7Y", "P9Y6M", "P10Y1M", "P12Y", "P20Y", "P30Y", "life"]
PRONOUNCED = ["P2Y", "P3Y4M", "P5Y", "P6Y8M15D", "P10Y"]
# Off several periods, only months: days are exchanged for months, and no text says where.
OFF = ["P3M", "P10M", "P1Y"]
OFF_ALONE = [*OFF, "P18M", "P45D", "P2Y10D", "P12Y"]
calm = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def decided(draw: st.DrawFn, committed: date) -> str:
    return str(committed + draw(st.integers(0, 8000)) * DAY)


@st.composite
def sentences(draw: st.DrawFn, committed: date) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for rank in range(draw(st.integers(1, 3))):
        row: dict[str, Any] = {
            "length": draw(st.sampled_from(LENGTHS)),
            "final_on": str(committed),
            "recidivist": False,
            "offences": ["other"],
            "merged_into": draw(st.sampled_from([None, None, 0])) if rank else None,
        }
        if draw(st.integers(0, 3)) == 0:
            new = draw(st.sampled_from(["P4Y1M", "P6Y"]))
            row["commuted"] = {"decided_on": draw(decided(committed)), "length": new}
        rows.append(row)
    return rows


@st.composite
def periods(draw: st.DrawFn, committed: date, rank: int, off: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"sentence": rank}
    share = draw(st.sampled_from(["half", "two_thirds", None]))
    row |= {"share": share} if share else {"length": draw(st.sampled_from(PRONOUNCED))}
    cuts = draw(st.integers(-2, 2))
    if cuts > 0:
        row["shortened"] = [
            {"decided_on": draw(decided(committed)), "length": draw(st.sampled_from(off))}
            for _ in range(cuts)
        ]
    if draw(st.integers(0, 5)) == 0:
        row["lifted_on"] = draw(decided(committed))
    return row


@st.composite
def secured(draw: st.DrawFn) -> Case:
    """A custody whose remand and escapes are drawn elsewhere, with one period or several."""
    case = draw(custodies())
    custody = case["custody"]
    committed = date.fromisoformat(custody["committed_on"])
    rows = draw(sentences(committed))
    ranks = draw(st.sets(st.sampled_from(range(len(rows))), min_size=1))
    custody |= {"sentences": rows, "concurrence": []}
    off = OFF if len(ranks) > 1 else OFF_ALONE
    custody["security_period"] = [draw(periods(committed, rank, off)) for rank in sorted(ranks)]
    if len(rows) > 1 and draw(st.booleans()):
        members = draw(st.sets(st.sampled_from(range(len(rows))), min_size=2))
        terms = [length(row["length"]) for row in rows if row["length"] != "life"]
        longest = max(terms, default=length("P30Y"))
        enough = [each for each in ["P12Y", "P15Y", "P20Y", "P30Y"] if length(each) >= longest]
        lives = any(rows[rank]["length"] == "life" for rank in members)
        at_most = "life" if lives else draw(st.sampled_from([*enough, "life"]))
        custody["concurrence"] = [{"sentences": sorted(members), "at_most": at_most}]
    return case


@calm
@given(case=secured(), readings=READINGS)
def test_a_period_runs_on_the_same_days_as_on_the_walk(case: Case, readings: Readings) -> None:
    security = Security(case, {**readings, "overlapping_remand": "counted_once"})
    file = read(case)
    term = owed.term_of(file)
    off = RemandOff(readings["remand_off"])
    found = owed.security_periods(file.custody, replace(term, remand_off=off))

    for day in security.days_to_look_at():
        if day < security.walk.committed:
            continue
        answer, ways = found[day], security.runs(day)
        possible = {True, False} if isinstance(answer, Missing) else {answer}
        assert ways <= possible, day
        # What is taken off a period lifted beside others may leave the program in doubt for more.
        assert possible == ways or security.some_are_lifted(day), day


@calm
@given(case=secured(), readings=READINGS)
def test_the_end_written_is_the_last_day_on_the_walk(case: Case, readings: Readings) -> None:
    chosen: dict[str, Any] = {name: OPTIONS[name](key) for name, key in readings.items()}
    chosen["overlapping_remand"] = OPTIONS["overlapping_remand"]("counted_once")
    security = Security(case, {**readings, "overlapping_remand": "counted_once"})
    reckoning = reckoning_of(read(case), Choices(**chosen))
    end = line(reckoning, "security_period.end").day
    # Past the end of the sentence nobody is held: what happens then puts no period off.
    assume(reckoning.end is None or end is None or end <= reckoning.end)

    last = max(security.days_to_look_at())
    looked = [security.walk.committed + number * DAY for number in range(0, 9999, 97)]
    for day in sorted({*security.days_to_look_at(), *looked}):
        if end is None or day < security.walk.committed or day > last:
            continue
        # A period that is over before a decision does not begin again on its day.
        assert security.runs(day) == {day < end}, day


@calm
@given(case=secured(), readings=READINGS, length_off=st.sampled_from(OFF))
def test_no_reduction_moves_a_security_period(
    case: Case, readings: Readings, length_off: str
) -> None:
    more = deepcopy(case)
    more["custody"]["reductions"].append(
        {"granted_on": "2030-01-01", "length": length_off, "kind": "exceptional"}
    )
    off = RemandOff(readings["remand_off"])
    less_, with_more = (
        owed.security_periods(file.custody, replace(owed.term_of(file), remand_off=off))
        for file in (read(case), read(more))
    )

    assert less_ == with_more
