"""The rows of the table of 17 September 2016 (decree 2016-1222): A to G, and M for minors."""

from datetime import date

from tests.law.tables.arithmetic import FIVE_YEARS, ONE_YEAR
from tests.law.tables.conditions import no_longer_than, only_days_off
from tests.law.tables.custody import (
    adjusted_on,
    half_served,
    kind_on,
    minor_on,
    parole_requires_leave,
    third_served,
    total_at_most,
    under_three_years_left,
)
from tests.law.tables.long_leave import longest_in_detention_centre
from tests.law.tables.purposes import (
    day_purpose,
    family_event_purpose,
    obligation_purpose,
    ties_or_reintegration,
)
from tests.law.tables.vocabulary import (
    ADAPTED_CENTRES_CLOSE,
    CODE_OF_MINORS,
    DECREE_2016,
    MINORS_2016_2021,
    SHORT_TOTAL_IN_CENTRE,
    SUPPORT_BEFORE_2022,
    SUPPORT_STRUCTURES,
    Case,
    Readings,
)


def in_force(day: date) -> bool:
    return day >= DECREE_2016


def under_minors_rule(case: Case, readings: Readings, day: date) -> bool:
    """CJPM R124-5 since 2021-09-30; before, CPP D146, whose content is a reading."""
    if not minor_on(case, day):
        return False
    return day >= CODE_OF_MINORS or readings[MINORS_2016_2021] == "third"


def minors_time(case: Case, readings: Readings, day: date) -> bool:
    """CJPM R124-5: no time condition if the total is one year at most, else one third."""
    return total_at_most(case, ONE_YEAR) or third_served(case, readings, day)


def five_years_or_half(case: Case, readings: Readings, day: date) -> bool:
    """E1, E2: total of five years at most, or half served."""
    return total_at_most(case, FIVE_YEARS) or half_served(case, readings, day)


def short_place(case: Case, day: date) -> bool:
    """D143: MA, MC, CSL; an adult in an EPM."""
    kind = kind_on(case, day)
    if kind == "etablissement_mineurs":
        return not minor_on(case, day)
    return kind in {"maison_arret", "maison_centrale", "centre_semi_liberte"}


def short_time(case: Case, readings: Readings, day: date) -> bool:
    """A1, A2, A3 of D143."""
    return (
        total_at_most(case, ONE_YEAR)
        or (half_served(case, readings, day) and under_three_years_left(case, day))
        or parole_requires_leave(case, day)
    )


def short(case: Case, readings: Readings, day: date) -> bool:
    """A, D143: three days, family ties or reintegration."""
    if under_minors_rule(case, readings, day):
        place, time_met = True, minors_time(case, readings, day)
    else:
        place, time_met = short_place(case, day), short_time(case, readings, day)
    return (
        in_force(day)
        and ties_or_reintegration(case)
        and place
        and time_met
        and no_longer_than(case, readings, 3)
    )


def detention_centre_time(case: Case, readings: Readings, day: date) -> bool:
    """D143-1: one third; a total of one year at most exempts under one reading only."""
    if readings[SHORT_TOTAL_IN_CENTRE] == "exempt" and total_at_most(case, ONE_YEAR):
        return True
    return third_served(case, readings, day)


def detention_centre(case: Case, readings: Readings, day: date) -> bool:
    """B, D143-1: five days, once a year ten, in a detention centre."""
    if under_minors_rule(case, readings, day):
        place, time_met = True, minors_time(case, readings, day)
    else:
        place = kind_on(case, day) == "centre_detention"
        time_met = detention_centre_time(case, readings, day)
    longest = longest_in_detention_centre(case, readings, day)
    return (
        in_force(day)
        and ties_or_reintegration(case)
        and place
        and time_met
        and no_longer_than(case, readings, longest)
    )


def release_support_place(case: Case, readings: Readings, day: date) -> bool:
    """D143-2: support structures from 2022-03-12, adapted centres until 2023-12-31."""
    kind = kind_on(case, day)
    if kind == "centre_peines_amenagees":
        return day < ADAPTED_CENTRES_CLOSE
    if kind == "structure_accompagnement_sortie":
        return day >= SUPPORT_STRUCTURES or readings[SUPPORT_BEFORE_2022] == "covered"
    return False


def release_support(case: Case, readings: Readings, day: date) -> bool:
    """C, D143-2: five days, no time condition."""
    return (
        in_force(day)
        and ties_or_reintegration(case)
        and release_support_place(case, readings, day)
        and no_longer_than(case, readings, 5)
    )


def days_off(case: Case, _readings: Readings, day: date) -> bool:
    """D, D143-3: any purpose, days off only, person in semi-liberty, placement or monitoring."""
    measures = {"semi_liberty", "outside_placement", "electronic_monitoring"}
    return in_force(day) and bool(adjusted_on(case, day) & measures) and only_days_off(case)


def day_leave(case: Case, readings: Readings, day: date) -> bool:
    """E, D143-4: within the day, whatever the establishment."""
    minors = under_minors_rule(case, readings, day)
    time_met = (minors_time if minors else five_years_or_half)(case, readings, day)
    return (
        in_force(day)
        and day_purpose(case, readings, day)
        and time_met
        and no_longer_than(case, readings, 1)
    )


def family_event(case: Case, readings: Readings, day: date) -> bool:
    """F, D143-5: three days, whatever the establishment; minors as adults."""
    return (
        in_force(day)
        and family_event_purpose(case)
        and five_years_or_half(case, readings, day)
        and no_longer_than(case, readings, 3)
    )


def obligation(case: Case, readings: Readings, day: date) -> bool:
    """G, D145: within the day, whatever the establishment."""
    minors = under_minors_rule(case, readings, day)
    time_met = (minors_time if minors else five_years_or_half)(case, readings, day)
    return (
        in_force(day)
        and obligation_purpose(case)
        and time_met
        and no_longer_than(case, readings, 1)
    )
