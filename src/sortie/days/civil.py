"""Civil time: the clock of a place, and periods that a text counts in whole days or months."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sortie.days.errors import DoubledHour, MissingHour, NaiveInstant, UnknownZone
from sortie.days.months import MonthEnd, add_months

_DAY = timedelta(days=1)


def civil(day: date, clock: time, zone: str, *, fold: Literal[0, 1] | None = None) -> datetime:
    """Return the instant at which the clocks of a zone show this hour on this day.

    Where the clocks are put back an hour comes twice: ``fold`` says which, 0 for the first.

    Raises:   MissingHour: the clocks skip it; DoubledHour: it comes twice and ``fold`` is not given

    >>> civil(date(2027, 3, 1), time(9, 15), "Europe/Paris").isoformat()
    '2027-03-01T09:15:00+01:00'
    """
    first = datetime.combine(day, clock, _zone(zone)).replace(fold=0)
    second = first.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before == after:
        return first
    if _is_skipped(first):
        raise MissingHour(day, clock, zone)
    if fold is None:
        raise DoubledHour(day, clock, zone)
    return second if fold else first


def end_of_day(day: date, zone: str) -> datetime:
    """Return the midnight that ends the day, which belongs to the next one.

    Where the clocks skip that midnight, it is the first hour they show instead.
    """
    midnight = datetime.combine(day + _DAY, time(), _zone(zone))
    return midnight.astimezone(UTC).astimezone(midnight.tzinfo)


def end_of_next_day(instant: datetime, zone: str) -> datetime:
    """Return the midnight that ends the day after the instant's own day in that zone.

    The trap: it is neither 24 nor 48 hours later, and the day is the one the zone's clocks show.

    Units:    civil time of the zone; the bound itself is out of time
    Raises:   NaiveInstant: the instant says no zone

    >>> notified_at = civil(date(2027, 3, 1), time(9, 15), "Europe/Paris")
    >>> end_of_next_day(notified_at, "Europe/Paris").isoformat()
    '2027-03-03T00:00:00+01:00'
    """
    if instant.utcoffset() is None:
        raise NaiveInstant(instant)
    return end_of_day(instant.astimezone(_zone(zone)).date() + _DAY, zone)


def calendar_months_after(day: date, count: int, month_end: MonthEnd) -> date:
    """Return the same day of the month, so many months later.

    This counts periods of procedure. The trap: one month of a sentence is thirty days, and is
    ``Length.after``.
    """
    return add_months(day, count, month_end)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZone(name) from error


def _is_skipped(moment: datetime) -> bool:
    there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    return there_and_back.replace(tzinfo=None) != moment.replace(tzinfo=None)
