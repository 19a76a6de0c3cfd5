"""The days around the one the demonstration is set for, as an office counts them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sortie import days, law
from sortie.law import NotModelled, TimeLimit
from sortie.rules import Outcome

ZONE = "Europe/Paris"
METROPOLITAN = "metropolitan"
_DAY = timedelta(days=1)
_OPENS, _CLOSES = time(7, 30), time(18)
_LONGEST = 120

LimitOf = Callable[[datetime], TimeLimit | NotModelled]


def settled(at: datetime) -> datetime:
    """Return the minute itself when an office is open, else the last one at which it was.

    The trap: nobody files an application at night; whoever starts a demonstration may.

    >>> settled(morning(date(2026, 11, 27)) - timedelta(hours=6)).isoformat()
    '2026-11-26T18:00:00+01:00'
    """
    return office_clock(at).replace(second=0, microsecond=0)


def office_clock(at: datetime) -> datetime:
    """Return the instant as the clock of the demonstration shows it: it stops when offices close.

    It never goes back: in the evening and at night it stands where it stopped.

    >>> office_clock(morning(date(2026, 11, 27)) + timedelta(hours=13)).isoformat()
    '2026-11-27T18:00:00+01:00'
    """
    local = at.astimezone(ZoneInfo(ZONE))
    if local.time() < _OPENS:
        return _at(local.date() - _DAY, _CLOSES)
    return min(local, _at(local.date(), _CLOSES))


def morning(day: date) -> datetime:
    """Return the instant of a day for which the docket reads best: half past eight."""
    return _at(day, time(8, 30))


def _at(day: date, clock: time, zone: str = ZONE) -> datetime:
    return days.civil(day, clock, zone)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Counts from one instant, which is ``settled``; nobody at the court works on a holiday."""

    at: datetime

    @property
    def today(self) -> date:
        """The day the clocks of the court show."""
        return self.at.date()

    def is_worked(self, day: date) -> bool:
        """Whether the court works on a day."""
        return law.france.holidays().is_working_day(day, METROPOLITAN)

    def back(self, count: int, since: date | None = None) -> date:
        """Return the day so many working days before today, or before another day."""
        return self._counted(since or self.today, count, -_DAY)

    def ahead(self, count: int, since: date | None = None) -> date:
        """Return the day so many working days after today, or after another day."""
        return self._counted(since or self.today, count, _DAY)

    def _counted(self, day: date, count: int, step: timedelta) -> date:
        while count:
            day += step
            count -= self.is_worked(day)
        return day

    def on(self, day: date, clock: str) -> datetime:
        """Return the instant at which the clocks of a day show an hour."""
        return _at(day, time.fromisoformat(clock))

    def ago(self, minutes: int) -> datetime:
        """Return the instant so many minutes before now."""
        return self.at - timedelta(minutes=minutes)

    def latest_over(self, limit_of: LimitOf, clock: str) -> date:
        """Return the last working day from which a limit counted is over now, in any reading."""
        return self._walked(lambda day: self._outcome(limit_of, day, clock) is Outcome.CLOSED)

    def earliest_open(self, limit_of: LimitOf, clock: str) -> date:
        """Return the first working day from which a limit counted still runs now: it ends next."""
        over = self._walked(lambda day: self._outcome(limit_of, day, clock) is not Outcome.OPEN)
        return self.ahead(1, since=over)

    def _walked(self, found: Callable[[date], bool]) -> date:
        for count in range(1, _LONGEST):
            day = self.back(count)
            if found(day):
                return day
        raise AssertionError("no limit of the procedure is that long")

    def _outcome(self, limit_of: LimitOf, day: date, clock: str) -> Outcome:
        limit = limit_of(self.on(day, clock))
        return limit.outcome(self.at) if isinstance(limit, TimeLimit) else Outcome.CLOSED
