"""What of the sentence is served, what is left, and how long it is in all."""

from datetime import date

from sortie.days import MonthEnd, years
from sortie.law.france.citing import cjpm, cpp
from sortie.law.france.figures import DAY_LEAVE_TOTAL, NO_DELAY_TOTAL, REMAINING_TERM
from sortie.law.france.person import Person
from sortie.rules import rule

EIGHTEEN = years(18, MonthEnd.LAST_DAY)


@rule("fr.sentence.running", cites=cpp("723-3", "716-1"), since=None)
def serving(p: Person, day: date) -> bool:
    """La peine est en cours d'exécution sous écrou (the sentence is being served)."""
    return day >= p.committed_on and day < p.end_of_sentence


@rule("fr.served.half", cites=cpp("716-1", "716-4"), since=None)
def half_served(p: Person, day: date) -> bool:
    """La moitié de la peine est exécutée (half of the sentence is served)."""
    return day >= p.half_term


@rule("fr.served.third", cites=cpp("716-1", "716-4"), since=None)
def third_served(p: Person, day: date) -> bool:
    """Le tiers de la peine est exécuté (one third of the sentence is served)."""
    return day >= p.third_term


@rule("fr.served.two_thirds", cites=cpp("716-1", "716-4"), since=None)
def two_thirds_served(p: Person, day: date) -> bool:
    """Les deux tiers de la peine sont exécutés (two thirds of the sentence are served)."""
    return day >= p.two_thirds_term


@rule("fr.served.little_left", cites=cpp("D145"), since="1998-12-09", until="2016-09-16")
def little_left(p: Person, day: date) -> bool:
    """Il reste moins de trois ans à subir (less than three years remain)."""
    return day + REMAINING_TERM[day] > p.end_of_sentence


@little_left.version(cites=cpp("D143"), since="2016-09-17")
def little_left_2016(p: Person, day: date) -> bool:
    """Il reste moins de trois ans à subir (less than three years remain)."""
    return day + REMAINING_TERM[day] > p.end_of_sentence


@rule("fr.total.one_year_at_most", cites=cpp("D145"), since="1998-12-09", until="2016-09-16")
def one_year_at_most(p: Person, day: date) -> bool:
    """Les peines n'excèdent pas un an au total (the sentences do not exceed one year in all)."""
    return p.total <= NO_DELAY_TOTAL[day]


@one_year_at_most.version(cites=cpp("D143"), since="2016-09-17")
def one_year_at_most_2016(p: Person, day: date) -> bool:
    """Les peines n'excèdent pas un an au total (the sentences do not exceed one year in all)."""
    return p.total <= NO_DELAY_TOTAL[day]


@rule("fr.total.five_years_at_most", cites=cpp("D143"), since="1975-05-27", until="2016-09-16")
def five_years_at_most(p: Person, day: date) -> bool:
    """Les peines n'excèdent pas cinq ans au total (the sentences do not exceed five years)."""
    return p.total <= DAY_LEAVE_TOTAL[day]


@five_years_at_most.version(cites=cpp("D143-4"), since="2016-09-17")
def five_years_at_most_2016(p: Person, day: date) -> bool:
    """Les peines n'excèdent pas cinq ans au total (the sentences do not exceed five years)."""
    return p.total <= DAY_LEAVE_TOTAL[day]


@rule("fr.parole.requires_leave", cites=cpp("D145"), since="2001-01-01", until="2016-09-16")
def parole_requires_leave(p: Person, day: date) -> bool:
    """La libération conditionnelle est subordonnée à une permission (parole requires a leave)."""
    return p.parole_requires_leave[day]


@parole_requires_leave.version(cites=cpp("D143"), since="2016-09-17")
def parole_requires_leave_2016(p: Person, day: date) -> bool:
    """La libération conditionnelle est subordonnée à une permission (parole requires a leave)."""
    return p.parole_requires_leave[day]


@rule("fr.person.adult", cites=cjpm("R124-5"), since=None)
def adult(p: Person, day: date) -> bool:
    """La personne est majeure (the person is an adult)."""
    return day >= p.born_on + EIGHTEEN
