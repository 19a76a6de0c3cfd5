"""Once a year, ten days in a detention centre (D143-1, old D146)."""

from datetime import date

from tests.law.tables.arithmetic import add_months
from tests.law.tables.custody import committed_on, rows
from tests.law.tables.vocabulary import ONCE_A_YEAR, Case, Readings

DETENTION_CENTRE = {"fr.leave.detention_centre", "fr.leave.before_2016.detention_centre"}


def sentence_year(case: Case, day: date) -> int:
    """Number of whole years gone by on the day since the committal."""
    years = 0
    while add_months(committed_on(case), 12 * (years + 1)) <= day:
        years += 1
    return years


def same_year(case: Case, readings: Readings, earlier: date, day: date) -> bool:
    """The earlier leave began in what the reading calls the same year as the day."""
    if readings[ONCE_A_YEAR] == "calendar_year":
        return earlier.year == day.year
    if readings[ONCE_A_YEAR] == "rolling_year":
        return day < add_months(earlier, 12)
    return sentence_year(case, earlier) == sentence_year(case, day)


def long_leave_taken(case: Case, readings: Readings, day: date) -> bool:
    """A detention-centre leave of more than five days began earlier in the same year.

    The numbers of 2016 changed the article of that leave, not the leave.
    """
    for row in rows(case["history"]["leaves"]):
        began = date.fromisoformat(row["from"][:10])
        ended = date.fromisoformat(row["until"][:10])
        more_than_five = (ended - began).days + 1 > 5
        long_before = row["type"] in DETENTION_CENTRE and more_than_five and began < day
        if long_before and same_year(case, readings, began, day):
            return True
    return False


def longest_in_detention_centre(case: Case, readings: Readings, day: date) -> int:
    """Five days, or ten when no long leave was taken in the year."""
    return 5 if long_leave_taken(case, readings, day) else 10
