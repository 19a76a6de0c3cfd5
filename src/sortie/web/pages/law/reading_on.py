"""The day on which the law is read: as it was typed, else today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sortie.days import EVER, NEVER
from sortie.web.frame import Asked

ON = "on"


@dataclass(frozen=True, slots=True)
class ReadOn:
    """The day; what was typed for it; and what is wrong with that, if anything is."""

    day: date
    typed: str
    fault: str
    today: bool

    @property
    def kept(self) -> Mapping[str, str]:
        """What links say so that the law stays read on that day; nothing for today."""
        return {} if self.today else {ON: self.day.isoformat()}


def read_on(asked: Asked) -> ReadOn:
    """Return the day that the address says, else today by the clock of the place."""
    typed = asked.request.GET.get(ON, "").strip()
    today = asked.clock.there(asked.at).date()
    day = _day(typed) if typed else today
    fault = asked.say("laws.bad_date", typed=typed) if day is None else ""
    return ReadOn(day or today, typed or today.isoformat(), fault, today=day in (None, today))


def _day(typed: str) -> date | None:
    try:
        found = date.fromisoformat(typed) if len(typed) == len("2026-01-31") else None
    except ValueError:
        return None
    return found if found is not None and EVER < found < NEVER else None
