"""Periods of civil time, around the changes of the clocks and overseas."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sortie import days
from sortie.days import MonthEnd, calendar_months_after, civil, end_of_day, end_of_next_day

PARIS, REUNION, MIQUELON = "Europe/Paris", "Indian/Reunion", "America/Miquelon"
TAHITI, MARQUESAS, NOUMEA = "Pacific/Tahiti", "Pacific/Marquesas", "Pacific/Noumea"
ZONES = [PARIS, REUNION, MIQUELON, TAHITI, MARQUESAS, NOUMEA, "America/Cayenne", "Pacific/Wallis"]

CLOCKS_FORWARD, CLOCKS_BACK = date(2027, 3, 28), date(2027, 10, 31)


def test_refused_when_the_clocks_skip_the_hour() -> None:
    with pytest.raises(days.MissingHour) as refusal:
        civil(CLOCKS_FORWARD, time(2, 30), PARIS)

    assert refusal.value.clock == time(2, 30)


def test_refused_when_the_hour_is_skipped_even_if_one_of_two_is_named() -> None:
    with pytest.raises(days.MissingHour):
        civil(CLOCKS_FORWARD, time(2, 30), PARIS, fold=1)


def test_refused_when_the_hour_comes_twice_and_nobody_says_which() -> None:
    with pytest.raises(days.DoubledHour):
        civil(CLOCKS_BACK, time(2, 30), PARIS)


def test_an_hour_that_comes_twice_is_an_hour_apart() -> None:
    first = civil(CLOCKS_BACK, time(2, 30), PARIS, fold=0)
    second = civil(CLOCKS_BACK, time(2, 30), PARIS, fold=1)

    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


def test_the_same_hour_exists_that_night_where_the_clocks_do_not_change() -> None:
    assert civil(CLOCKS_FORWARD, time(2, 30), REUNION).utcoffset() == timedelta(hours=4)


def test_saint_pierre_et_miquelon_changes_its_clocks_on_american_dates() -> None:
    with pytest.raises(days.MissingHour):
        civil(date(2027, 3, 14), time(2, 30), MIQUELON)


def test_refused_when_no_table_knows_the_zone() -> None:
    for zone in ("Europe/Fresnes", "", "../etc/passwd"):
        with pytest.raises(days.UnknownZone) as refusal:
            civil(date(2027, 3, 1), time(9), zone)
        assert refusal.value.zone == zone


def test_a_period_notified_in_the_morning_closes_at_the_end_of_the_next_day() -> None:
    notified_at = civil(date(2027, 3, 1), time(9, 15), PARIS)

    assert end_of_next_day(notified_at, PARIS).isoformat() == "2027-03-03T00:00:00+01:00"


def test_a_minute_before_midnight_gives_a_whole_day_less_than_a_minute_after() -> None:
    before = civil(date(2027, 3, 1), time(23, 59), PARIS)
    after = civil(date(2027, 3, 2), time(0, 0), PARIS)

    assert end_of_next_day(before, PARIS) == civil(date(2027, 3, 3), time(), PARIS)
    assert end_of_next_day(after, PARIS) == civil(date(2027, 3, 4), time(), PARIS)


def test_the_period_is_an_hour_shorter_when_the_clocks_go_forward_in_it() -> None:
    notified_at = civil(CLOCKS_FORWARD - timedelta(days=1), time(9), PARIS)

    closes_at = end_of_next_day(notified_at, PARIS)

    assert closes_at.isoformat() == "2027-03-29T00:00:00+02:00"
    assert closes_at.astimezone(UTC) - notified_at.astimezone(UTC) == timedelta(hours=38)


def test_the_period_is_an_hour_longer_when_the_clocks_go_back_in_it() -> None:
    notified_at = civil(CLOCKS_BACK - timedelta(days=1), time(9), PARIS)

    closes_at = end_of_next_day(notified_at, PARIS)

    assert closes_at.isoformat() == "2027-11-01T00:00:00+01:00"
    assert closes_at.astimezone(UTC) - notified_at.astimezone(UTC) == timedelta(hours=40)


def test_the_day_is_the_one_of_the_place_and_not_of_paris() -> None:
    notified_at = civil(date(2027, 3, 1), time(20), TAHITI)

    assert notified_at.astimezone(civil(date(2027, 3, 2), time(7), PARIS).tzinfo).day == 2
    assert end_of_next_day(notified_at, TAHITI) == civil(date(2027, 3, 3), time(), TAHITI)
    assert end_of_next_day(notified_at, PARIS) == civil(date(2027, 3, 4), time(), PARIS)


def test_the_marquesas_close_half_an_hour_before_tahiti() -> None:
    at = datetime(2027, 3, 1, 20, tzinfo=UTC)

    apart = end_of_next_day(at, TAHITI) - end_of_next_day(at, MARQUESAS)

    assert apart == timedelta(minutes=30)


def test_refused_when_the_instant_says_no_zone() -> None:
    with pytest.raises(days.NaiveInstant):
        end_of_next_day(datetime(2027, 3, 1, 9), PARIS)  # noqa: DTZ001


def test_a_day_ends_with_the_first_hour_shown_when_midnight_is_skipped() -> None:
    end = end_of_day(date(1980, 4, 5), "America/Martinique")

    assert end.isoformat() == "1980-04-06T01:00:00-03:00"


def test_a_period_of_one_month_runs_from_date_to_date() -> None:
    assert calendar_months_after(date(2027, 2, 1), 1, MonthEnd.LAST_DAY) == date(2027, 3, 1)
    assert calendar_months_after(date(2027, 1, 31), 1, MonthEnd.LAST_DAY) == date(2027, 2, 28)


@given(
    st.datetimes(datetime(1978, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(ZONES),
)
def test_the_period_always_leaves_between_a_day_and_two_with_an_hour_of_play(
    instant: datetime, zone: str
) -> None:
    left = end_of_next_day(instant, zone).astimezone(UTC) - instant

    assert timedelta(hours=23) < left <= timedelta(hours=49)


@given(st.dates(date(1978, 1, 1), date(2060, 1, 1)), st.sampled_from(ZONES))
def test_the_end_of_a_day_is_the_first_instant_of_the_next(day: date, zone: str) -> None:
    end = end_of_day(day, zone)
    just_before = (end.astimezone(UTC) - timedelta(microseconds=1)).astimezone(end.tzinfo)

    assert end.date() == day + timedelta(days=1)
    assert just_before.date() == day


@given(
    st.dates(date(1978, 1, 1), date(2060, 1, 1)),
    st.times(),
    st.sampled_from(ZONES),
)
def test_an_hour_that_is_accepted_is_the_one_the_clocks_show(
    day: date, clock: time, zone: str
) -> None:
    try:
        instant = civil(day, clock, zone)
    except (days.MissingHour, days.DoubledHour):
        return
    shown = instant.astimezone(UTC).astimezone(instant.tzinfo)

    assert (shown.date(), shown.time()) == (day, clock)
