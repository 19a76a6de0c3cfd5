"""Easter, from which the movable holidays are counted."""

from datetime import date, timedelta


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a Gregorian year.

    It is the Sunday after the full moon of the tables that falls on or after 21 March.
    """
    golden = year % 19
    century = year // 100
    sun_and_moon = century - century // 4 - (8 * century + 13) // 25
    age = (19 * golden + sun_and_moon + 15) % 30
    age -= age // 28 * (1 - 29 // (age + 1) * ((21 - golden) // 11))
    full_moon = date(year, 3, 21) + timedelta(days=age)
    return full_moon + timedelta(days=7 - full_moon.isoweekday() % 7)
