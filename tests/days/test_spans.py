"""Spans exclude their end; sets of days behave as sets of days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import days
from sortie.days import ALWAYS, EVER, NEVER, NOTHING, Span, Spans
from tests.days.drawing import WINDOW, WINDOW_DAYS, one_by_one, sets_of_days, spans

MARCH = Span(date(2027, 3, 1), date(2027, 4, 1))
APRIL = Span(date(2027, 4, 1), date(2027, 5, 1))
ONE_DAY = timedelta(days=1)


def test_the_end_of_a_span_is_not_in_it() -> None:
    assert date(2027, 3, 31) in MARCH
    assert date(2027, 4, 1) not in MARCH
    assert len(MARCH) == 31


def test_a_span_written_on_paper_includes_its_last_day() -> None:
    assert Span.through(date(2027, 3, 1), date(2027, 3, 31)) == MARCH
    assert (MARCH.first, MARCH.last) == (date(2027, 3, 1), date(2027, 3, 31))


def test_a_span_without_a_last_day_never_ends() -> None:
    since = Span.through(date(2027, 3, 1), None)

    assert since.end == NEVER
    assert since.last == NEVER
    assert Span.through(since.first, since.last) == since


def test_refused_when_a_span_would_hold_no_day() -> None:
    with pytest.raises(days.EmptySpan) as refusal:
        Span(date(2027, 3, 1), date(2027, 3, 1))

    assert refusal.value.start == refusal.value.end == date(2027, 3, 1)


def test_months_that_follow_each_other_do_not_overlap() -> None:
    assert not MARCH.overlaps(APRIL)
    assert MARCH.overlaps(Span(date(2027, 3, 31), date(2027, 4, 2)))


def test_spans_that_touch_become_one() -> None:
    assert list(Spans.of(APRIL, MARCH)) == [Span(date(2027, 3, 1), date(2027, 5, 1))]


def test_a_day_taken_out_of_a_month_leaves_two_spans() -> None:
    a_day = Spans.of(Span.through(date(2027, 3, 10), date(2027, 3, 10)))

    left = Spans.of(MARCH) - a_day

    assert [span.last for span in left] == [date(2027, 3, 9), date(2027, 3, 31)]
    assert left.total == 30


def test_what_is_not_march_has_neither_first_nor_last_day() -> None:
    rest = ~Spans.of(MARCH)

    assert rest.first == EVER
    assert rest.last == NEVER


def test_refused_when_the_first_day_of_no_day_is_asked() -> None:
    with pytest.raises(days.NoDay):
        _ = NOTHING.first
    with pytest.raises(days.NoDay):
        _ = NOTHING.last


@given(sets_of_days, sets_of_days)
def test_operations_on_spans_are_those_on_plain_sets_of_days(left: Spans, right: Spans) -> None:
    a, b = one_by_one(left), one_by_one(right)

    assert one_by_one(left | right) == a | b
    assert one_by_one(left & right) == a & b
    assert one_by_one(left - right) == a - b
    assert one_by_one(~left) == WINDOW_DAYS - a


@given(sets_of_days, st.dates(WINDOW.start, WINDOW.end))
def test_a_day_is_in_the_set_when_it_is_in_one_of_its_spans(some: Spans, day: date) -> None:
    assert (day in some) == (day in one_by_one(some))


@given(sets_of_days)
def test_spans_of_a_set_rise_and_never_touch(some: Spans) -> None:
    assert all(one.end < following.start for one, following in pairwise(some))


@given(sets_of_days)
def test_first_last_and_total_are_those_of_the_plain_days(some: Spans) -> None:
    plain = one_by_one(some)

    assert some.total == len(plain)
    assert bool(some) == bool(plain)
    if some:
        assert (some.first, some.last) == (min(plain), max(plain))


@given(sets_of_days, sets_of_days)
def test_two_sets_are_equal_exactly_when_they_hold_the_same_days(left: Spans, right: Spans) -> None:
    assert (left == right) == (one_by_one(left) == one_by_one(right))
    assert left != right or hash(left) == hash(right)


@given(sets_of_days)
def test_a_set_and_what_is_not_in_it_make_all_days_and_share_none(some: Spans) -> None:
    assert some | ~some == ALWAYS
    assert some & ~some == NOTHING
    assert ~~some == some


@given(spans(), spans())
def test_spans_overlap_when_a_day_is_in_both(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(Spans.of(one) & Spans.of(other))


@given(st.lists(spans(), max_size=6))
def test_the_order_in_which_spans_are_given_does_not_matter(drawn: list[Span]) -> None:
    assert Spans.of(*drawn) == Spans.of(*reversed(drawn))


@given(spans())
def test_the_day_before_the_first_and_the_end_are_outside(span: Span) -> None:
    assert span.first - ONE_DAY not in span
    assert span.last in span
    assert span.last + ONE_DAY not in span
