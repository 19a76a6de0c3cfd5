"""A second computation of each clock: no date arithmetic, the hours are walked one by one.

A limit is walked in quarters of an hour of real time, reading the day that the clocks of the place
show; months are walked day by day. Slow, and built on nothing of ``sortie``.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)
OffDay = Callable[[date], bool]


def quarters(instant: datetime) -> Iterator[datetime]:
    """Yield every quarter of an hour of real time after an instant."""
    now = instant.astimezone(UTC)
    now -= timedelta(minutes=now.minute % 15, seconds=now.second, microseconds=now.microsecond)
    while True:
        now += QUARTER
        yield now


def first_instant_after_day(last: date, start: datetime, zone: str) -> datetime:
    """Walk until the clocks of the place show a day later than the last one."""
    place = ZoneInfo(zone)
    return next(now for now in quarters(start) if now.astimezone(place).date() > last)


def next_day(instant: datetime, zone: str) -> date:
    """Return the second day that the clocks show, walking from an instant."""
    place = ZoneInfo(zone)
    first = instant.astimezone(place).date()
    return next(
        shown for now in quarters(instant) if (shown := now.astimezone(place).date()) != first
    )


def working_day_from(day: date, off: OffDay) -> date:
    """Walk from a day to the first that is not off."""
    while off(day):
        day += DAY
    return day


def months_later(day: date, count: int) -> date:
    """Walk day by day, turning the page of a calendar: same number, or the month's last day."""
    number, pages, walked = day.day, 0, day
    while True:
        tomorrow = walked + DAY
        if pages == count and (walked.day == number or tomorrow.month != walked.month):
            return walked
        pages += tomorrow.month != walked.month
        walked = tomorrow


def days_later(day: date, count: int) -> date:
    """Walk so many days, the first not counted."""
    for _ in range(count):
        day += DAY
    return day
