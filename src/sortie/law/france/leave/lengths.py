"""How long a leave may last."""

from datetime import date

from sortie.law.france.citing import cpp
from sortie.law.france.figures import FIVE_DAYS, ONE_DAY, TEN_DAYS, THREE_DAYS
from sortie.law.france.person import Person
from sortie.rules import rule


@rule("fr.length.one_day", cites=cpp("D143"), since="1975-05-27", until="2016-09-16")
def one_day_at_most(p: Person, day: date) -> bool:
    """L'absence demandée tient dans la journée (the absence asked fits within the day)."""
    return p.days_asked <= ONE_DAY[day]


@one_day_at_most.version(cites=cpp("D143-4", "D142"), since="2016-09-17")
def one_day_at_most_2016(p: Person, day: date) -> bool:
    """L'absence demandée tient dans la journée (the absence asked fits within the day)."""
    return p.days_asked <= ONE_DAY[day]


@rule("fr.length.three_days", cites=cpp("D145"), since="1998-12-09", until="2016-09-16")
def three_days_at_most(p: Person, day: date) -> bool:
    """L'absence demandée n'excède pas trois jours (the absence asked is three days at most)."""
    return p.days_asked <= THREE_DAYS[day]


@three_days_at_most.version(cites=cpp("D143", "D142"), since="2016-09-17")
def three_days_at_most_2016(p: Person, day: date) -> bool:
    """L'absence demandée n'excède pas trois jours (the absence asked is three days at most)."""
    return p.days_asked <= THREE_DAYS[day]


@rule("fr.length.five_days", cites=cpp("D146"), since="1998-12-09", until="2016-09-16")
def five_days_at_most(p: Person, day: date) -> bool:
    """L'absence demandée n'excède pas cinq jours (the absence asked is five days at most)."""
    return p.days_asked <= FIVE_DAYS[day]


@five_days_at_most.version(cites=cpp("D143-1", "D143-2", "D142"), since="2016-09-17")
def five_days_at_most_2016(p: Person, day: date) -> bool:
    """L'absence demandée n'excède pas cinq jours (the absence asked is five days at most)."""
    return p.days_asked <= FIVE_DAYS[day]


@rule("fr.length.ten_days_once_a_year", cites=cpp("D146"), since="1998-12-09", until="2016-09-16")
def ten_days_once_a_year(p: Person, day: date) -> bool:
    """Dix jours au plus, une fois par an (ten days at most, once a year)."""
    return p.days_asked <= TEN_DAYS[day] and not p.long_leave_this_year[day]


@ten_days_once_a_year.version(cites=cpp("D143-1", "D142"), since="2016-09-17")
def ten_days_once_a_year_2016(p: Person, day: date) -> bool:
    """Dix jours au plus, une fois par an (ten days at most, once a year)."""
    return p.days_asked <= TEN_DAYS[day] and not p.long_leave_this_year[day]
