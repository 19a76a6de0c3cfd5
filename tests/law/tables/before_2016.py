"""The rows of the decree 98-1099, from 9 December 1998 to 16 September 2016."""

from datetime import date

from tests.law.tables.arithmetic import FIVE_YEARS, ONE_YEAR
from tests.law.tables.conditions import no_longer_than, only_days_off
from tests.law.tables.custody import (
    adjusted_on,
    half_served,
    kind_on,
    minor_on,
    parole_requires_leave,
    recidivist,
    third_served,
    total_at_most,
    under_three_years_left,
)
from tests.law.tables.long_leave import longest_in_detention_centre
from tests.law.tables.purposes import (
    old_day_purpose,
    old_family_event_purpose,
    purpose,
    ties_or_reintegration,
)
from tests.law.tables.vocabulary import (
    ADAPTED_CENTRES,
    DECREE_1998,
    DECREE_2016,
    MINORS_HAVE_OWN_RULE,
    OLDEST_DAY_LEAVE,
    PAROLE_MAY_REQUIRE_LEAVE,
    RECIDIVIST_IN_CENTRE,
    RECIDIVISTS_FREED,
    RECIDIVISTS_HALF,
    RECIDIVISTS_THIRD,
    Case,
    Readings,
)


def in_force(day: date) -> bool:
    return DECREE_1998 <= day < DECREE_2016


def under_minors_rule(case: Case, day: date) -> bool:
    """Old D146-3: minors, since May 2007."""
    return minor_on(case, day) and day >= MINORS_HAVE_OWN_RULE


def minors_time(case: Case, readings: Readings, day: date) -> bool:
    """Old D146-3: none up to one year, else a third; half for recidivists until 2014-12-31."""
    if total_at_most(case, ONE_YEAR):
        return True
    if recidivist(case) and day < RECIDIVISTS_FREED:
        return half_served(case, readings, day)
    return third_served(case, readings, day)


def five_years_or_half(case: Case, readings: Readings, day: date) -> bool:
    """Old D143, D144. For recidivists a specially reasoned order may keep the half."""
    return total_at_most(case, FIVE_YEARS) or half_served(case, readings, day)


def no_delay(case: Case, day: date) -> bool:
    """Old D145 §2: total of one year at most; since 2001-01-01 parole made to depend on leave."""
    if total_at_most(case, ONE_YEAR):
        return True
    return day >= PAROLE_MAY_REQUIRE_LEAVE and parole_requires_leave(case, day)


def day_leave(case: Case, readings: Readings, day: date) -> bool:
    """Old D143: one day; its first wording, of 1975, names fewer purposes."""
    if OLDEST_DAY_LEAVE <= day < DECREE_1998:
        return (
            purpose(case) in {"employer", "exam", "care", "military"}
            and five_years_or_half(case, readings, day)
            and no_longer_than(case, readings, 1)
        )
    if under_minors_rule(case, day):
        time_met = minors_time(case, readings, day)
    else:
        time_met = five_years_or_half(case, readings, day)
    return (
        in_force(day)
        and old_day_purpose(case, readings, day)
        and time_met
        and no_longer_than(case, readings, 1)
    )


def days_off(case: Case, _readings: Readings, day: date) -> bool:
    """Old D143-1: semi-liberty, outside placement; electronic monitoring since 2005-01-01."""
    measures = {"semi_liberty", "outside_placement"}
    if day >= RECIDIVISTS_HALF:
        measures |= {"electronic_monitoring"}
    return in_force(day) and bool(adjusted_on(case, day) & measures) and only_days_off(case)


def family_event(case: Case, readings: Readings, day: date) -> bool:
    """Old D144: three days, grave family circumstances."""
    return (
        in_force(day)
        and old_family_event_purpose(case)
        and five_years_or_half(case, readings, day)
        and no_longer_than(case, readings, 3)
    )


def three_days(case: Case, readings: Readings, day: date) -> bool:
    """Old D145: three days, whatever the establishment; half served and under three years left."""
    if under_minors_rule(case, day):
        time_met = minors_time(case, readings, day)
    else:
        half = half_served(case, readings, day) and under_three_years_left(case, day)
        time_met = half or no_delay(case, day)
    return (
        in_force(day)
        and ties_or_reintegration(case)
        and time_met
        and no_longer_than(case, readings, 3)
    )


def centre_fraction_served(case: Case, readings: Readings, day: date) -> bool:
    """Old D146: a third; from 2005-02-24 to 2014 a recidivist has what D146-2 lets be kept."""
    adult_recidivist = recidivist(case) and not minor_on(case, day)
    concerned = RECIDIVISTS_THIRD <= day < RECIDIVISTS_FREED and adult_recidivist
    if concerned and readings[RECIDIVIST_IN_CENTRE] == "half":
        return half_served(case, readings, day)
    return third_served(case, readings, day)


def detention_centre(case: Case, readings: Readings, day: date) -> bool:
    """Old D146: one third in a detention centre; five days, once a year ten."""
    if under_minors_rule(case, day):
        time_met = minors_time(case, readings, day)
    else:
        time_met = centre_fraction_served(case, readings, day) or no_delay(case, day)
    return (
        in_force(day)
        and ties_or_reintegration(case)
        and kind_on(case, day) == "centre_detention"
        and time_met
        and no_longer_than(case, readings, longest_in_detention_centre(case, readings, day))
    )


def adapted_sentence_centre(case: Case, readings: Readings, day: date) -> bool:
    """Old D146-1, since 2002-05-02: five days, no delay."""
    return (
        in_force(day)
        and day >= ADAPTED_CENTRES
        and ties_or_reintegration(case)
        and kind_on(case, day) == "centre_peines_amenagees"
        and no_longer_than(case, readings, 5)
    )
