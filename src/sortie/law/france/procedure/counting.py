"""Counting a time limit: its last day, and the midnight that ends it where the case is.

A limit of months ends on the same day of the month, a limit of days does not count the day it
starts from, and the «twenty-four hours» of appeals end at midnight the next day. Whether a last
day that is a Saturday, a Sunday or a holiday gives way to the next working day is, for each kind
of limit, the law itself or a reading nobody settled: then both ends are kept.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from sortie.days import Months, NaiveInstant, end_of_day, rolled
from sortie.law.france.calendar import holidays
from sortie.law.france.procedure.provided import Standing
from sortie.law.france.shelf import readings
from sortie.law.proceedings import ClosingUnder, Place, TimeLimit

DAY = timedelta(days=1)
APPEAL_ROLLOVER = "fr.reading.weekend_rollover"
COURT_ROLLOVER = "fr.reading.court_limit_rollover"
MONTH_END = "fr.reading.procedure_month_end"
_CARRIED, _NOT_CARRIED = "carried_over", "not_carried_over"

Choice = tuple[tuple[str, str], ...]
LastDays = Mapping[Choice, date]


def local_day(instant: datetime, place: Place) -> date:
    """Return the day that the clocks of a place show at an instant.

    Raises:   NaiveInstant: the instant says no zone
    """
    if instant.utcoffset() is None:
        raise NaiveInstant(instant)
    return instant.astimezone(ZoneInfo(place.zone)).date()


def after_months(instant: datetime, months: Months, place: Place) -> date:
    """Return the last day of a limit of months that starts at an instant."""
    return months.after(local_day(instant, place))


def after_days(instant: datetime, count: int, place: Place) -> date:
    """Return the last day of a limit of days that starts at an instant."""
    return local_day(instant, place) + count * DAY


def after_hours(instant: datetime, count: int) -> datetime:
    """Return the instant so many real hours later, whatever the clocks do."""
    return (instant.astimezone(UTC) + timedelta(hours=count)).astimezone(instant.tzinfo)


def certain(last: date) -> LastDays:
    """Return a last day on which nobody disagrees."""
    return {(): last}


def carried_over(last_days: LastDays, place: Place) -> LastDays:
    """Return last days moved to a working day, as article 801 does for acts of a party."""
    return {choice: rolled(last, holidays(), place.holidays) for choice, last in last_days.items()}


def under_reading(last_days: LastDays, reading: str, place: Place) -> LastDays:
    """Return last days under each option of a reading on Saturdays, Sundays and holidays.

    The reading is not named where the last day is a working day: nothing hangs on it there.
    """
    return dict(_each(last_days, reading, place))


def _each(
    last_days: LastDays, reading: str, place: Place
) -> Iterable[tuple[Choice, date]]:  # fmt: skip
    adopted = readings()[reading].adopted
    for choice, last in last_days.items():
        moved = rolled(last, holidays(), place.holidays)
        if moved == last:
            yield choice, last
            continue
        for option, day in ((_CARRIED, moved), (_NOT_CARRIED, last)):
            if adopted in ("", option):
                yield (*choice, *(() if adopted else ((reading, option),))), day


def closing(
    standing: Standing, opens_at: datetime, last_days: LastDays, place: Place, follows: str = ""
) -> TimeLimit:
    """Return the limit that ends with its last day, under each choice that moves it."""
    ends = {choice: end_of_day(last, place.zone) for choice, last in last_days.items()}
    differs = len(set(ends.values())) > 1
    under = tuple(ClosingUnder(choice, end) for choice, end in ends.items()) if differs else ()
    return TimeLimit(standing.rule, standing.cites, opens_at, max(ends.values()), follows, under)
