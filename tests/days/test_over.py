"""A value that changes over time has one value each day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import days
from sortie.days import EVER, NEVER, Over, Span
from tests.days.drawing import WINDOW, WINDOW_DAYS, sets_of_days

ARREST, TRIAL, APPEAL = date(2027, 1, 10), date(2027, 6, 1), date(2027, 9, 1)


def test_each_day_has_the_value_of_its_span_and_the_others_the_default() -> None:
    status = Over.of([(Span(ARREST, TRIAL), "remand")], default="free")

    assert status[ARREST - timedelta(days=1)] == "free"
    assert status[ARREST] == "remand"
    assert status[TRIAL] == "free"


def test_changes_start_at_the_beginning_of_time() -> None:
    status = Over.of(
        [(Span(TRIAL, NEVER), "convicted"), (Span(ARREST, TRIAL), "remand")], default="free"
    )

    assert status.changes() == ((EVER, "free"), (ARREST, "remand"), (TRIAL, "convicted"))


def test_a_value_that_holds_since_ever_leaves_no_room_for_the_default() -> None:
    status = Over.of([(Span(EVER, TRIAL), "remand")], default="free")

    assert status.changes() == ((EVER, "remand"), (TRIAL, "free"))


def test_equal_values_that_follow_each_other_are_one() -> None:
    status = Over.of(
        [(Span(ARREST, TRIAL), "remand"), (Span(TRIAL, APPEAL), "remand")], default="free"
    )

    assert status == Over.of([(Span(ARREST, APPEAL), "remand")], default="free")


def test_a_constant_is_the_same_at_both_ends_of_time() -> None:
    always = Over.constant("free")

    assert always[EVER] == always[NEVER] == "free"
    assert always == Over.of([], default="free")


def test_refused_when_a_day_has_two_values() -> None:
    with pytest.raises(days.SpansOverlap) as refusal:
        Over.of([(Span(ARREST, APPEAL), 1), (Span(TRIAL, NEVER), 2)], default=0)

    assert refusal.value.day == TRIAL


def test_two_histories_that_agree_every_day_have_the_same_hash() -> None:
    in_one_go = Over.of([(Span(ARREST, APPEAL), True)], default=False)
    in_two = Over.of([(Span(ARREST, TRIAL), True), (Span(TRIAL, APPEAL), True)], default=False)

    assert len({in_one_go, in_two}) == 1


@given(sets_of_days, st.dates(WINDOW.start, WINDOW.end))
def test_the_value_of_a_day_is_whether_the_day_is_in_the_set(some: days.Spans, day: date) -> None:
    over = Over.of([(span, True) for span in some], default=False)

    assert over[day] == (day in some)


@given(sets_of_days)
def test_the_value_changes_on_the_days_of_change_and_no_other(some: days.Spans) -> None:
    over = Over.of([(span, True) for span in some], default=False)
    changes = {day for day, _ in over.changes()[1:]}

    for day in WINDOW_DAYS - {WINDOW.start}:
        assert (over[day] != over[day - timedelta(days=1)]) == (day in changes)
