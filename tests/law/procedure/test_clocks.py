"""Each clock, against a second one that walks the hours; every zone, every change of hour."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sortie.days import NaiveInstant
from sortie.law import Means, NotModelled, Party, Place, Stay, TimeLimit
from sortie.law.france import PROCEDURE
from sortie.law.france.calendar import holidays, zones
from sortie.rules import Outcome
from tests.law.procedure.walking import (
    DAY,
    days_later,
    first_instant_after_day,
    months_later,
    next_day,
    working_day_from,
)

PLACES = [PROCEDURE.place_of(code) for code in zones()]
PARIS = PROCEDURE.place_of("metropolitan")
# 29 March and 25 October 2026: Paris skips an hour, then shows one twice.
SKIPPED = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
DOUBLED = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
PARIS_MIDNIGHT = datetime(2027, 3, 1, 23, 0, tzinfo=UTC)

instants = st.datetimes(
    datetime(2022, 5, 2), datetime(2034, 12, 30), timezones=st.just(UTC)  # noqa: DTZ001
)  # fmt: skip
places = st.sampled_from(PLACES)


def is_off(place: Place, day: date) -> bool:
    return day.weekday() >= 5 or holidays().name_of(day, place.holidays) is not None


def limit(found: TimeLimit | NotModelled | None) -> TimeLimit:
    assert isinstance(found, TimeLimit), found
    return found


def ends(found: TimeLimit) -> set[datetime]:
    return {each.closes_at for each in found.under} or {found.closes_at}


def walked_ends(last: date, start: datetime, place: Place) -> set[datetime]:
    """Return the end with and without the move to a working day."""
    moved = working_day_from(last, lambda day: is_off(place, day))
    return {first_instant_after_day(day, start, place.zone) for day in (last, moved)}


@given(instants, places)
@example(SKIPPED, PARIS)
@example(DOUBLED, PARIS)
@example(PARIS_MIDNIGHT, PARIS)
@example(PARIS_MIDNIGHT - timedelta(microseconds=1), PARIS)
def test_the_window_to_appeal_ends_at_the_second_midnight(at: datetime, place: Place) -> None:
    found = limit(PROCEDURE.appeal_window(
        party=Party.DETAINED_PERSON, notified_at=at, means=Means.SIGNATURE, place=place,
    ))  # fmt: skip

    assert ends(found) == walked_ends(next_day(at, place.zone), at, place)
    assert timedelta(hours=23) <= min(ends(found)) - at <= timedelta(hours=49)


@given(instants, places)
def test_an_unsigned_letter_starts_the_window_fifteen_days_after_it_was_sent(
    at: datetime, place: Place
) -> None:
    found = limit(PROCEDURE.appeal_window(
        party=Party.DETAINED_PERSON, notified_at=at, means=Means.POSTAL_UNSIGNED, place=place,
    ))  # fmt: skip
    sent_on = next_day(at, place.zone) - DAY

    assert ends(found) == walked_ends(days_later(sent_on, 16), at, place)


@given(instants, places)
def test_the_stay_ends_with_the_window_of_the_prosecutor(at: datetime, place: Place) -> None:
    window = limit(PROCEDURE.appeal_window(
        party=Party.PROSECUTOR, notified_at=at, means=Means.ELECTRONIC, place=place,
    ))  # fmt: skip
    stay = PROCEDURE.stay(notified_at=at, visa_at=None, on=at.date(), place=place)

    assert isinstance(stay, Stay)
    assert stay.lifted_at == window.closes_at
    assert stay.executable(window.closes_at) is Outcome.OPEN
    assert stay.executable(window.surely_open_until - timedelta(microseconds=1)) is Outcome.CLOSED


@given(instants, places)
@example(datetime(2027, 1, 31, 12, tzinfo=UTC), PARIS)
@example(datetime(2027, 12, 31, 12, tzinfo=UTC), PARIS)
@example(datetime(2028, 1, 31, 12, tzinfo=UTC), PARIS)
def test_a_limit_of_months_ends_on_the_same_day_of_the_month(at: datetime, place: Place) -> None:
    start = next_day(at, place.zone) - DAY
    found = {
        1: PROCEDURE.opinion_due(seized_at=at, place=place),
        2: PROCEDURE.answer_due(decider="enforcement_judge", filed_at=at, place=place),
    }
    for count, clock in found.items():
        assert ends(limit(clock)) == walked_ends(months_later(start, count), at, place)


@given(instants, places)
def test_the_prosecutors_appeal_lapses_and_the_persons_does_not(at: datetime, place: Place) -> None:
    start = next_day(at, place.zone) - DAY
    found = limit(PROCEDURE.appeal_lapses(by=Party.PROSECUTOR, lodged_at=at, place=place))

    assert ends(found) == walked_ends(months_later(start, 2), at, place)
    assert PROCEDURE.appeal_lapses(by=Party.DETAINED_PERSON, lodged_at=at, place=place) is None


@given(instants, places)
def test_the_month_to_write_is_moved_to_a_working_day_for_certain(
    at: datetime, place: Place
) -> None:
    start = next_day(at, place.zone) - DAY
    found = limit(PROCEDURE.observations_due(lodged_at=at, place=place))

    assert ends(found) == {max(walked_ends(months_later(start, 1), at, place))}
    assert not found.under


@given(instants, places)
def test_ten_days_to_rule_on_someone_brought_back(at: datetime, place: Place) -> None:
    start = next_day(at, place.zone) - DAY
    found = limit(PROCEDURE.brought_back_due(brought_back_at=at, place=place))

    assert ends(found) == walked_ends(days_later(start, 10), at, place)


@given(instants, places)
def test_forty_eight_hours_are_real_hours(at: datetime, place: Place) -> None:
    late = PROCEDURE.lateness(due_back_at=at, at=at + timedelta(seconds=1), place=place)

    assert late is not None
    assert not isinstance(late, NotModelled)
    assert late.counted_from - at == timedelta(hours=48)
    assert PROCEDURE.lateness(due_back_at=at, at=at, place=place) is None


@given(instants, places, st.timedeltas(timedelta(0), timedelta(days=40)))
def test_between_two_readings_nothing_is_presumed(
    at: datetime, place: Place, later: timedelta
) -> None:
    found = limit(PROCEDURE.opinion_due(seized_at=at, place=place))
    then = at + later

    outcome = found.outcome(then)
    assert (outcome is Outcome.OPEN) == all(then < end for end in ends(found))
    assert (outcome is Outcome.CLOSED) == all(then >= end for end in ends(found))


@given(instants, instants, places)
def test_a_later_start_never_closes_earlier(a: datetime, b: datetime, place: Place) -> None:
    first, second = sorted((a, b))
    before, after = (
        limit(PROCEDURE.opinion_due(seized_at=at, place=place)) for at in (first, second)
    )

    assert before.closes_at <= after.closes_at
    assert before.surely_open_until <= after.surely_open_until


@given(instants, places, places)
def test_the_zone_of_the_instant_does_not_matter(
    at: datetime, place: Place, elsewhere: Place
) -> None:
    moved = at.astimezone(ZoneInfo(elsewhere.zone))
    here = PROCEDURE.opinion_due(seized_at=at, place=place)
    there = PROCEDURE.opinion_due(seized_at=moved, place=place)

    assert limit(here).closes_at == limit(there).closes_at


def test_refused_when_the_instant_says_no_zone() -> None:
    with pytest.raises(NaiveInstant):
        PROCEDURE.opinion_due(seized_at=datetime(2026, 1, 1), place=PARIS)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("prison", "zone"),
    [
        ("Centre pénitentiaire de Nouméa", "Pacific/Noumea"),
        ("Centre pénitentiaire de Rémire-Montjoly", "America/Cayenne"),
        ("Maison d'arrêt de Taiohae", "Pacific/Marquesas"),
        ("976", "Indian/Mayotte"),
        ("Maison d'arrêt de Béthune", "Europe/Paris"),
    ],
)
def test_a_prison_has_the_clock_of_its_territory(prison: str, zone: str) -> None:
    assert PROCEDURE.place_of(prison).zone == zone
