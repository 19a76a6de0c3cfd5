"""Public holidays of each territory, from a dated and cited table."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sortie.days.easter import easter_sunday
from sortie.days.errors import BrokenHolidays, UnknownTerritory
from sortie.days.holiday_rows import Holiday, faults_of, holiday_of

_DAY = timedelta(days=1)
_SATURDAY = 6


@dataclass(frozen=True, slots=True)
class Holidays:
    """The holidays of every territory of a table. Made with ``Holidays.load``."""

    rows: tuple[Holiday, ...]
    territories: frozenset[str]
    _names: dict[tuple[int, str], dict[date, str]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def load(cls, rows: Iterable[Mapping[str, Any]]) -> "Holidays":
        """Return the holidays of a table's rows.

        Raises:   BrokenHolidays: every fault of every row
        """
        rows = tuple(rows)
        faults = [f for number, row in enumerate(rows, 1) for f in faults_of(number, row)]
        if faults:
            raise BrokenHolidays(tuple(faults))
        holidays = tuple(map(holiday_of, rows))
        return cls(holidays, frozenset().union(*(each.territories for each in holidays)))

    def name_of(self, day: date, territory: str) -> str | None:
        """Return the name of the holiday, the first of the table when two fall together.

        Raises:   UnknownTerritory: no row names this territory
        """
        names = self._names.get((day.year, territory))
        if names is None:
            names = self._names[day.year, territory] = self._year(day.year, territory)
        return names.get(day)

    def is_working_day(self, day: date, territory: str) -> bool:
        """Whether the day is from Monday to Friday and no holiday.

        The trap: this is the working day of time limits. Elsewhere in the law Saturday may count.
        """
        return day.isoweekday() < _SATURDAY and self.name_of(day, territory) is None

    def next_working_day(self, day: date, territory: str) -> date:
        """Return the first working day after this one."""
        day += _DAY
        while not self.is_working_day(day, territory):
            day += _DAY
        return day

    def previous_working_day(self, day: date, territory: str) -> date:
        """Return the last working day before this one."""
        day -= _DAY
        while not self.is_working_day(day, territory):
            day -= _DAY
        return day

    def _year(self, year: int, territory: str) -> dict[date, str]:
        if territory not in self.territories:
            raise UnknownTerritory(territory)
        easter = easter_sunday(year)
        here = [row for row in reversed(self.rows) if territory in row.territories]
        falls = [(row.in_year(year, easter), row) for row in here]
        return {day: row.name for day, row in falls if row.since <= day <= row.until}


def rolled(day: date, holidays: Holidays, territory: str) -> date:
    """Return the day itself when it is a working day, else the next working day.

    The caller decides whether the rule applies to the time limit at hand.
    """
    if holidays.is_working_day(day, territory):
        return day
    return holidays.next_working_day(day, territory)
