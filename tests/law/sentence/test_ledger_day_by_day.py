"""The reckoning of a custody against the same custody walked one day after the other."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from sortie import days
from sortie.law.france.sentence.choices import OPTIONS, Choices
from sortie.law.france.sentence.reckoning import Reckoning, reckoning_of
from tests.law.sentence.day_by_day import Computed, Walk, computed, release
from tests.law.sentence.files import a_sentence, line, read, typed
from tests.law.sentence.owed import credit, regime
from tests.law.sentence.walked_custodies import READINGS, custodies
from tests.law.tables.arithmetic import Length, length
from tests.law.tables.vocabulary import Case, Readings

calm = settings(
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
FIRST: Readings = {
    "end_day": "same_day",
    "fractions_by": "calendar",
    "release_eve": "saturday_counts",
    "remand_off": "off_the_start",
    "overlapping_remand": "counted_once",
    "regime_after_escape": "kept",
    "regime_after_interruption": "kept",
    "reductions_counted_back": "months_first",
}


def reckoned(case: Case, readings: Readings) -> Reckoning:
    chosen: dict[str, Any] = {name: OPTIONS[name](key) for name, key in readings.items()}
    return reckoning_of(read(case), Choices(**chosen))


def walked(case: Case, readings: Readings) -> Computed:
    """Walk a custody; where the file contradicts itself there is nothing to compare."""
    walk = computed(case, readings)
    assume(not walk.contradicted)
    return walk


def committed_on(case: Case) -> date:
    return date.fromisoformat(case["custody"]["committed_on"])


def credits_in(reckoning: Reckoning) -> list[Length]:
    lengths = [each.length for each in reckoning.lines if each.what == "credit" and each.length]
    return [Length(each.months, each.days) for each in lengths]


def days_held(reckoning: Reckoning) -> list[date]:
    return [
        span.start + number * timedelta(days=1)
        for span in reckoning.held
        for number in range((span.end - span.start).days)
    ]


@calm
@given(case=custodies(), readings=READINGS)
def test_the_walk_and_the_reckoning_end_on_the_same_day(case: Case, readings: Readings) -> None:
    walk, reckoning = walked(case, readings), reckoned(case, readings)

    assert line(reckoning, "regime").value == walk.regime
    if walk.end is None:
        assert (reckoning.end, reckoning.release) == (days.NEVER, None)
        return
    assert reckoning.end is not None
    assert reckoning.total is not None
    assert Length(reckoning.total.months, reckoning.total.days) == walk.total
    assert credits_in(reckoning) == walk.credits
    if walk.end == committed_on(case):  # all served on remand, or taken off: free at once
        assert reckoning.end <= walk.end
        return
    assert (reckoning.end, reckoning.release) == (walk.end, walk.release)
    assert days_held(reckoning) == walk.held


@calm
@given(case=custodies(), readings=READINGS)
def test_the_walk_and_the_reckoning_reach_fractions_on_the_same_day(
    case: Case, readings: Readings
) -> None:
    walk, reckoning = walked(case, readings), reckoned(case, readings)
    assume(walk.end != committed_on(case))
    # No text says whether a day deducted twice is served twice when a half is reached.
    assume(not Walk(case, readings).counts_a_day_twice)
    # Nor whether a fraction is reached while away, when each day away moves the start of the term
    # into shorter months: the length is the same, its days are fewer.
    assume(Walk(case, readings).away.isdisjoint(walk.fractions.values()))

    found = {each.what: each.day for each in reckoning.lines if "_served." in each.what}
    # What was reached on remand is reached on the day of the committal: nobody could leave before.
    assert {name: max(day, committed_on(case)) for name, day in found.items() if day} == (
        walk.fractions
    )


@calm
@given(case=custodies(), readings=READINGS)
def test_days_served_and_days_left_are_the_term_on_every_day(
    case: Case, readings: Readings
) -> None:
    walk, reckoning = walked(case, readings), reckoned(case, readings)
    assume(walk.end is not None and walk.end != committed_on(case))

    served = 0
    for day in Walk(case, readings).days(walk.end):
        assert (reckoning.served(day), reckoning.left(day)) == (served, len(walk.held) - served)
        served += day in reckoning.held
    assert reckoning.term_days == served


def ended(committed: str, term: str) -> tuple[str, str]:
    case = typed(committed, a_sentence(term))
    walk = computed(case, FIRST)
    assert walk.end is not None
    return str(walk.end), str(release(walk.end, FIRST))


def test_the_walk_counts_one_month_as_thirty_days() -> None:
    assert ended("2026-01-31", "P1M") == ("2026-03-02", "2026-03-02")


def test_the_walk_frees_before_a_holiday() -> None:
    assert ended("2026-02-14", "P5M") == ("2026-07-14", "2026-07-13")


@pytest.mark.parametrize(
    ("term", "given_off"),
    [("P18M", "P3M42D"), ("P2Y8M", "P5M56D"), ("P8M", "P56D"), ("P1Y9M", "P5M"), ("P20D", "P0D")],
)
def test_the_walk_credits_as_the_law_before_2023(term: str, given_off: str) -> None:
    assert credit(a_sentence(term, "2019-02-01")) == length(given_off)


def test_the_walk_credits_recidivists_less_until_2014() -> None:
    terms = [a_sentence("P2Y8M", day, recidivist=True) for day in ("2014-12-31", "2015-01-01")]
    assert [*map(credit, terms)] == [length("P4M"), length("P5M56D")]


@pytest.mark.parametrize(
    ("remand_until", "committed", "followed"),
    [
        ("2023-05-31", "2023-06-01", "old"),  # remand since 2022 without a break
        ("2022-11-30", "2023-06-01", "new"),  # freed in between
        ("2023-05-30", "2023-06-01", "new"),  # free for one day
    ],
)
def test_the_walk_looks_at_unbroken_detention(
    remand_until: str, committed: str, followed: str
) -> None:
    remand = [{"from": "2022-10-01", "until": remand_until}]
    case = typed(committed, a_sentence("P2Y"), remand=remand)
    assert regime(case, FIRST, None) == followed
