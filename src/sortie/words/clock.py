"""Instants told in words, by the clock of a place."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sortie import days
from sortie.words.tongue import Tongue

ZONE = "Europe/Paris"
_DAY = timedelta(days=1)
_UNITS = (("days", _DAY), ("hours", timedelta(hours=1)), ("minutes", timedelta(minutes=1)))


def both_of(doubled: days.DoubledHour) -> tuple[str, str]:
    """Return the two ways to write an hour that comes twice."""
    first, second = (
        days.civil(doubled.day, doubled.clock, doubled.zone, fold=fold) for fold in (0, 1)
    )
    return _minutes(first), _minutes(second)


def just_after(missing: days.MissingHour) -> str:
    """Return the instant that the clocks show in the place of an hour they skip."""
    typed = datetime.combine(missing.day, missing.clock, ZoneInfo(missing.zone))
    return _minutes(typed.astimezone(UTC).astimezone(ZoneInfo(missing.zone)))


def _minutes(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


@dataclass(frozen=True, slots=True)
class Clock:
    """How instants are told: in a language, by the clock of a place."""

    tongue: Tongue
    zone: str = ZONE

    def there(self, at: datetime) -> datetime:
        """Return an instant as the clock of the place shows it."""
        return at.astimezone(ZoneInfo(self.zone))

    def say(self, at: datetime) -> str:
        """Return an instant in words; with its offset when the clocks show that hour twice."""
        local = self.there(at)
        holes = {**self._day(local.date()), "hour": self._hour(local), "minute": f"{local:%M}"}
        if self._twice(local):
            return self.tongue.say("instant.offset", **holes, offset=f"UTC{local.isoformat()[-6:]}")
        return self.tongue.say("instant", **holes)

    def until(self, at: datetime) -> str:
        """Return the end of a time: midnight belongs to the day that it ends."""
        local = self.there(at)
        if local.time() != time():
            return self.say(at)
        return self.tongue.say("instant.end", **self._day(local.date() - _DAY))

    def stamp(self, at: datetime) -> str:
        """Return an instant in figures, for a column."""
        local = self.there(at)
        clock = f"{local:%H:%M}" + (local.isoformat()[-6:] if self._twice(local) else "")
        return self.tongue.say("stamp", date=local.date().isoformat(), clock=clock)

    def left(self, at: datetime, before: datetime) -> str:
        """Return how much time is left before an instant, in the largest unit of which two are."""
        rest = before - at
        if rest <= timedelta():
            return self.tongue.say("left.over")
        for name, unit in _UNITS:
            if rest >= 2 * unit:
                return self.tongue.say(f"left.{name}", n=rest // unit)
        return self.tongue.say("left.minutes", n=max(1, rest // _UNITS[-1][1]))

    def _day(self, day: date) -> dict[str, str]:
        weekday = self.tongue.sentences[f"weekday.{day.weekday()}"]
        return {"weekday": weekday, "day": self.tongue.day(day)}

    def _hour(self, local: datetime) -> str:
        return str(local.hour) if self.tongue.code == "fr" else f"{local:%H}"

    @staticmethod
    def _twice(local: datetime) -> bool:
        return len({local.replace(fold=fold).utcoffset() for fold in (0, 1)}) > 1
