"""What must hold of every reckoning, and of the same custody counted by hand, day by day."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sortie.law.france.from_case.sentences import term_of
from sortie.law.france.sentence.choices import (
    MOVE_THE_END,
    Choices,
    ReleaseEve,
    RemandOff,
    every_choice,
)
from sortie.law.france.sentence.ends import moving
from sortie.law.france.sentence.reckoning import Reckoning, reckoning_of
from tests.law.sentence import by_hand
from tests.law.sentence.custodies import CHOICES, REDUCTIONS, custodies
from tests.law.sentence.decisions import NO_CREDIT_FROM
from tests.law.sentence.files import a_sentence, line, read

DAY = timedelta(days=1)
calm = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def reckoning_under(case: dict[str, Any], chosen: dict[str, Any]) -> Reckoning:
    return reckoning_of(read(case), Choices(**chosen))


@calm
@given(case=custodies(), chosen=CHOICES)
def test_the_reckoning_is_what_is_counted_by_hand(case: dict[str, Any], chosen: Any) -> None:
    reckoning, hand = reckoning_under(case, chosen), by_hand.computed(case, chosen)

    assert (reckoning.start, reckoning.end, reckoning.release) == (
        hand.start,
        hand.end,
        hand.release,
    )
    assert line(reckoning, "regime").value == hand.regime
    served = 0
    for day, in_prison in hand.served_on.items():
        assert reckoning.served(day) == served
        served += in_prison
    assert reckoning.term_days == served


@calm
@given(case=custodies(), chosen=CHOICES)
def test_the_lines_sum_to_the_end(case: dict[str, Any], chosen: Any) -> None:
    reckoning = reckoning_under(case, chosen)
    committed = date.fromisoformat(case["custody"]["committed_on"])

    assert committed + sum(each.moved for each in reckoning.lines) * DAY == reckoning.end


@calm
@given(case=custodies(), chosen=CHOICES, after=st.integers(-500, 4000))
def test_served_and_left_are_the_term_on_every_day(
    case: dict[str, Any], chosen: Any, after: int
) -> None:
    reckoning = reckoning_under(case, chosen)
    assert reckoning.start is not None
    day = reckoning.start + after * DAY

    assert reckoning.served(day) + reckoning.left(day) == reckoning.term_days


@calm
@given(case=custodies(), chosen=CHOICES, length=st.sampled_from(REDUCTIONS), on=st.integers(1, 900))
def test_a_reduction_more_never_delays_the_release(
    case: dict[str, Any], chosen: Any, length: str, on: int
) -> None:
    granted = date.fromisoformat(case["custody"]["committed_on"]) + on * DAY
    more = deepcopy(case)
    more["custody"]["reductions"].append(
        {"granted_on": str(granted), "length": length, "kind": "single", "withdrawn_on": "none"}
    )
    assert never_later(released(more, chosen), released(case, chosen))


@calm
@given(case=custodies(), chosen=CHOICES, before=st.integers(1, 600), days=st.integers(0, 400))
def test_remand_more_never_delays_the_release(
    case: dict[str, Any], chosen: Any, before: int, days: int
) -> None:
    until = date.fromisoformat(case["custody"]["committed_on"]) - before * DAY
    more = deepcopy(case)
    more["custody"]["remand"].append({"from": str(until - days * DAY), "until": str(until)})

    assert never_later(released(more, chosen), released(case, chosen))


def released(case: dict[str, Any], chosen: Any) -> tuple[date, date]:
    """Return the end and the release, where the latter cannot overtake the former's order.

    When Saturday is no working day, an end on a Sunday frees the person on Friday and one on the
    Saturday before it on that Saturday: see ``test_where_saturday_does_not_count``.
    """
    reckoning = reckoning_under(case, chosen)
    assert reckoning.end is not None
    assert reckoning.release is not None
    ordered = chosen["release_eve"] is ReleaseEve.SATURDAY_COUNTS
    return reckoning.end, reckoning.release if ordered else reckoning.end


def never_later(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[0] and one[1] <= other[1]


@calm
@given(case=custodies(), chosen=CHOICES, months=st.integers(1, 120))
def test_two_equal_titles_are_the_same_total_as_one(
    case: dict[str, Any], chosen: Any, months: int
) -> None:
    custody = case["custody"]
    assume(custody["committed_on"] >= "2023-01-01")
    whole, halves = deepcopy(case), deepcopy(case)
    alone: dict[str, Any] = {"remand": [], "concurrence": []}
    row = a_sentence("P1Y", recidivist=custody["sentences"][0]["recidivist"])
    whole["custody"] |= {"sentences": [row | {"length": f"P{2 * months}M"}]} | alone
    halves["custody"] |= {"sentences": [row | {"length": f"P{months}M"}] * 2} | alone
    one, two = reckoning_under(whole, chosen), reckoning_under(halves, chosen)

    assert one.total == two.total
    assert (one.end, one.release) == (two.end, two.release)


@calm
@given(case=custodies(st.dates(NO_CREDIT_FROM, date(2029, 1, 1))), chosen=CHOICES)
def test_the_maximum_of_sentences_in_concurrence_never_delays_the_release(
    case: dict[str, Any], chosen: Any
) -> None:
    without = deepcopy(case)
    without["custody"]["concurrence"] = []

    assert never_later(released(case, chosen), released(without, chosen))


@calm
@given(case=custodies(), chosen=CHOICES)
def test_the_rules_and_the_reckoning_have_the_same_total(case: dict[str, Any], chosen: Any) -> None:
    assert term_of(read(case)).total == reckoning_under(case, chosen).total


@calm
@given(case=custodies(), chosen=CHOICES)
def test_a_reading_left_out_of_the_count_never_moves_the_end(
    case: dict[str, Any], chosen: Any
) -> None:
    ends = {
        reckoning_of(read(case), choices).end
        for name in set(MOVE_THE_END) - set(moving(read(case)))
        for choices in every_choice(name, base=Choices(**chosen))
    }
    assert len(ends) <= 1


@calm
@given(case=custodies(), chosen=CHOICES, after=st.integers(0, 900), days=st.integers(0, 60))
def test_an_interruption_more_never_brings_the_end_nearer(
    case: dict[str, Any], chosen: Any, after: int, days: int
) -> None:
    # Of a new committal alone: an interruption may cost the old regime, never give it.
    assume(case["custody"]["committed_on"] >= "2023-01-01")
    since = date.fromisoformat(case["custody"]["committed_on"]) + after * DAY
    more = deepcopy(case)
    more["custody"]["interruptions"].append({"from": str(since), "until": str(since + days * DAY)})
    case["custody"]["reductions"] = more["custody"]["reductions"] = []
    # Off the end each day moves it by one; off the start the months may be shorter by a few.
    chosen = chosen | {"remand_off": RemandOff.OFF_THE_END}

    assert never_later(released(case, chosen), released(more, chosen))
