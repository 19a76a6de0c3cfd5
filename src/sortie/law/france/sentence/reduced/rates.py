"""How much the judge may grant for a year and for a month: the rates of each regime."""

from dataclasses import dataclass

YEAR = 12
MONTH_DAYS = 30


@dataclass(frozen=True, slots=True)
class Rate:
    """At most so many months a year, and so many days a month under a year."""

    months_a_year: int
    days_a_month: int

    def over(self, months: int) -> int:
        """Return the cap over a number of months, in days, thirty for one month."""
        years, rest = divmod(months, YEAR)
        return years * self.months_a_year * MONTH_DAYS + rest * self.days_a_month


SUPPLEMENTARY = Rate(3, 7)
SINGLE = Rate(6, 14)
# CPP 721-1-1 and 721-1-2: terrorism, crimes and offences of violence on officials.
SINGLE_TERRORISM = Rate(3, 7)
SINGLE_OFFICIALS_CRIME = Rate(3, 7)
SINGLE_OFFICIALS = Rate(4, 9)
# CPP 721 since 2023, and 721-1 before: care refused.
SINGLE_CARE_REFUSED = Rate(3, 7)
SUPPLEMENTARY_CARE_REFUSED = Rate(2, 4)
