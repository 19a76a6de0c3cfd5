"""Leaves and how they end, of totals only, as intervals."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import law
from sortie.reform.expecting import (
    Expected,
    Interval,
    NoSuchRate,
    NotARate,
    TooFewPeople,
    Totals,
    expected,
    rates_of,
)

PUBLISHED = law.france.outcome_rates()
RATES = rates_of(PUBLISHED, {})
A_YEAR = 365
DAYS = st.integers(1, 10**8)
NAMES = ("leaves", "on_time", "late", "not_returned", "escape_declared")


def of(days: int, open_a: int, open_b: int, people: int = 1000) -> Expected:
    found = expected(Totals(people, days, open_a, open_b), RATES, threshold=11)
    assert found is not None
    return found


def test_a_year_of_a_thousand_people_comes_to_the_leaves_published_for_as_many() -> None:
    leaves = of(1000 * A_YEAR, 100, 100).a.leaves

    assert leaves.low == pytest.approx(910, rel=0.001)
    assert leaves.high == pytest.approx(1411, rel=0.001)


def test_half_the_open_days_bring_half_the_leaves() -> None:
    found = of(1000 * A_YEAR, 200, 100)

    assert found.b.leaves.low == pytest.approx(found.a.leaves.low / 2)
    assert found.difference.leaves.high == pytest.approx(-found.a.leaves.low / 2)


@given(DAYS, DAYS, st.integers(0, 10**8))
def test_every_interval_runs_from_its_least_to_its_most(days: int, a: int, b: int) -> None:
    found = of(days, a, b)

    for side in (found.a, found.b, found.difference):
        for name in NAMES:
            interval: Interval = getattr(side, name)
            assert interval.low <= interval.high
            low, high = interval.rounded()
            assert low <= interval.low + 1e-6
            assert high >= interval.high - 1e-6


@given(DAYS, DAYS)
def test_the_same_open_days_make_no_difference(days: int, open_: int) -> None:
    difference = of(days, open_, open_).difference

    assert all(getattr(difference, name) == Interval(0, 0) for name in NAMES)


def test_escapes_declared_are_fewer_than_those_not_returned() -> None:
    found = of(1000 * A_YEAR, 100, 100).a

    assert found.escape_declared.high < found.not_returned.low


def test_nothing_is_expected_of_a_few_people() -> None:
    with pytest.raises(TooFewPeople):
        expected(Totals(1, 400, 30, 0), RATES, threshold=11)


def test_nothing_is_expected_where_no_day_is_open() -> None:
    assert expected(Totals(1000, 400, 0, 30), RATES, threshold=11) is None


def test_there_is_no_way_to_ask_about_a_person() -> None:
    assert {field.type for field in fields(Totals)} == {int}


def test_a_rate_that_nobody_published_has_no_figure_and_the_others_have_theirs() -> None:
    assert RATES["late"].figures == ()
    for name in ("leaves_a_year", "not_returned", "escape_declared"):
        shares = [figure.share for figure in RATES[name].figures]
        assert RATES[name].interval == Interval(min(shares), max(shares))
        assert all(figure.year and figure.source for figure in RATES[name].figures)


def test_a_rate_that_was_typed_rests_on_nobody_s_figures() -> None:
    changed = rates_of(PUBLISHED, {"escape_declared": Interval(0.001, 0.002)})["escape_declared"]

    assert (changed.interval, changed.figures, changed.changed) == (
        Interval(0.001, 0.002),
        (),
        True,
    )


@pytest.mark.parametrize("typed", [Interval(0.02, 0.01), Interval(-0.1, 0.1), Interval(0.1, 1.1)])
def test_what_is_no_interval_of_a_share_is_refused(typed: Interval) -> None:
    with pytest.raises(NotARate):
        rates_of(PUBLISHED, {"late": typed})


def test_an_unknown_rate_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(NoSuchRate) as refused:
        rates_of(PUBLISHED, {"escapes": Interval(0, 1)})
    assert "escape_declared" in refused.value.offered
