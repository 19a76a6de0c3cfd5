"""What must hold of every reckoning, and of the same custody counted by hand, day by day."""

from copy import deepcopy
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sortie.law.france.sentence.choices import Choices, ReleaseEve
from sortie.law.france.sentence.reckoning import Reckoning, reckoning_of
from tests.law.sentence import by_hand
from tests.law.sentence.custodies import CHOICES, REDUCTIONS, custodies
from tests.law.sentence.files import line, read

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
    row = custody["sentences"][0] | {"suspended": "none", "merged_into": None}
    whole["custody"] |= {"sentences": [row | {"length": f"P{2 * months}M"}], "remand": []}
    halves["custody"] |= {"sentences": [row | {"length": f"P{months}M"}] * 2, "remand": []}
    one, two = reckoning_under(whole, chosen), reckoning_under(halves, chosen)

    assert one.total == two.total
    assert (one.end, one.release) == (two.end, two.release)
