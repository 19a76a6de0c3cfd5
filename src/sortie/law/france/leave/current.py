"""The leaves in force since 17 September 2016 (decree 2016-1222)."""

from datetime import date

from sortie.law.france.citing import cjpm, cpp
from sortie.law.france.kinds import (
    Adjustment,
    Kind,
    Minors20162021,
    ShortTotalInDetentionCentre,
    SupportStructureBefore2022,
)
from sortie.law.france.leave.bars import common_conditions
from sortie.law.france.leave.lengths import (
    five_days_at_most,
    one_day_at_most,
    ten_days_once_a_year,
    three_days_at_most,
)
from sortie.law.france.leave.purposes import (
    admissible_to_adjustment,
    for_court,
    for_employer_or_training,
    for_exam_care_culture_vote,
    for_family_event,
    for_obligation,
    for_ties_or_reintegration,
    soon_releasable,
)
from sortie.law.france.leave.served import (
    adult,
    five_years_at_most,
    half_served,
    little_left,
    one_year_at_most,
    parole_requires_leave,
    third_served,
)
from sortie.law.france.person import Person
from sortie.rules import rule

START = "2016-09-17"
NEAR_HOME = frozenset({Kind.MAISON_ARRET, Kind.MAISON_CENTRALE, Kind.CENTRE_SEMI_LIBERTE})
ADJUSTED = frozenset(
    {Adjustment.SEMI_LIBERTY, Adjustment.OUTSIDE_PLACEMENT, Adjustment.ELECTRONIC_MONITORING}
)


@rule("fr.minor.own_conditions", cites=cpp("D146"), since=START, until="2021-09-29")
def minors_conditions_apply(p: Person, day: date) -> bool:
    """Les conditions propres aux mineurs s'appliquent (the conditions for minors apply).

    The text of 2016 was not read: that it held the same third is a reading.
    """
    return not adult(p, day) and p.minors_2016_2021 == Minors20162021.THIRD


@minors_conditions_apply.version(cites=cjpm("R124-5"), since="2021-09-30")
def minors_conditions_apply_2021(p: Person, day: date) -> bool:
    """Les conditions propres aux mineurs s'appliquent (the conditions for minors apply)."""
    return not adult(p, day)


@rule("fr.minor.time", cites=cpp("D146"), since=START, until="2021-09-29")
def time_for_minors(p: Person, day: date) -> bool:
    """Mineur : un an au plus au total, ou le tiers exécuté (minor: one year or a third)."""
    return one_year_at_most(p, day) or third_served(p, day)


@time_for_minors.version(cites=cjpm("R124-5"), since="2021-09-30")
def time_for_minors_2021(p: Person, day: date) -> bool:
    """Mineur : un an au plus au total, ou le tiers exécuté (minor: one year or a third)."""
    return one_year_at_most(p, day) or third_served(p, day)


# -- three days -----------------------------------------------------------------------------------


@rule("fr.leave.short.place", cites=cpp("D143"), since=START)
def place_for_short_leave(p: Person, day: date) -> bool:
    """Maison d'arrêt, maison centrale, semi-liberté, ou majeur en EPM (the place fits)."""
    return p.kind[day] in NEAR_HOME or (p.kind[day] == Kind.ETABLISSEMENT_MINEURS and adult(p, day))


@rule("fr.leave.short.time", cites=cpp("D143"), since=START)
def time_for_short_leave(p: Person, day: date) -> bool:
    """Une des conditions de temps est remplie (one of the time conditions is met)."""
    return (
        one_year_at_most(p, day)
        or (half_served(p, day) and little_left(p, day))
        or parole_requires_leave(p, day)
    )


@rule("fr.leave.short", cites=cpp("D143"), since=START)
def short(p: Person, day: date) -> bool:
    """Permission de trois jours au plus (leave of three days at most)."""
    return (
        common_conditions(p, day)
        and for_ties_or_reintegration(p, day)
        and three_days_at_most(p, day)
        and (
            time_for_minors(p, day)
            if minors_conditions_apply(p, day)
            else place_for_short_leave(p, day) and time_for_short_leave(p, day)
        )
    )


# -- detention centre -----------------------------------------------------------------------------


@rule("fr.leave.detention_centre.place", cites=cpp("D143-1"), since=START)
def place_for_detention_centre_leave(p: Person, day: date) -> bool:
    """La personne est en centre ou quartier de détention (held in a detention centre)."""
    return p.kind[day] == Kind.CENTRE_DETENTION


@rule("fr.leave.detention_centre.short_total", cites=cpp("D143-1", "D143"), since=START)
def short_total_exempts(p: Person, day: date) -> bool:
    """Un total d'un an au plus dispense du tiers (a total of one year exempts from the third).

    The text of D. 143-1 does not say so; that of D. 143 says so for its own places (Q4).
    """
    return (
        p.short_total_in_detention_centre == ShortTotalInDetentionCentre.EXEMPT
        and one_year_at_most(p, day)
    )


@rule("fr.leave.detention_centre.length", cites=cpp("D143-1"), since=START)
def length_for_detention_centre_leave(p: Person, day: date) -> bool:
    """Cinq jours au plus, ou dix une fois par an (five days, or ten once a year)."""
    return five_days_at_most(p, day) or ten_days_once_a_year(p, day)


@rule("fr.leave.detention_centre", cites=cpp("D143-1"), since=START)
def detention_centre(p: Person, day: date) -> bool:
    """Permission en centre de détention (leave from a detention centre)."""
    return (
        common_conditions(p, day)
        and for_ties_or_reintegration(p, day)
        and length_for_detention_centre_leave(p, day)
        and (
            time_for_minors(p, day)
            if minors_conditions_apply(p, day)
            else place_for_detention_centre_leave(p, day)
            and (third_served(p, day) or short_total_exempts(p, day))
        )
    )


# -- release support ------------------------------------------------------------------------------


@rule("fr.leave.release_support.place", cites=cpp("D143-2"), since=START, until="2022-03-11")
def place_for_release_support_leave(p: Person, day: date) -> bool:
    """La personne est en centre pour peines aménagées (held in an adapted-sentence centre)."""
    return p.kind[day] == Kind.CENTRE_PEINES_AMENAGEES or (
        p.kind[day] == Kind.STRUCTURE_ACCOMPAGNEMENT_SORTIE
        and p.support_structure_before_2022 == SupportStructureBefore2022.COVERED
    )


@place_for_release_support_leave.version(
    cites=cpp("D143-2"), since="2022-03-12", until="2023-12-31"
)
def place_for_release_support_leave_2022(p: Person, day: date) -> bool:
    """Structure d'accompagnement, ou quartier pour peines aménagées maintenu (the place fits)."""
    return p.kind[day] in (Kind.STRUCTURE_ACCOMPAGNEMENT_SORTIE, Kind.CENTRE_PEINES_AMENAGEES)


@place_for_release_support_leave.version(cites=cpp("D143-2"), since="2024-01-01")
def place_for_release_support_leave_2024(p: Person, day: date) -> bool:
    """La personne est en structure d'accompagnement vers la sortie (held in such a structure)."""
    return p.kind[day] == Kind.STRUCTURE_ACCOMPAGNEMENT_SORTIE


@rule("fr.leave.release_support", cites=cpp("D143-2"), since=START)
def release_support(p: Person, day: date) -> bool:
    """Permission en structure d'accompagnement vers la sortie (release-support leave)."""
    return (
        common_conditions(p, day)
        and for_ties_or_reintegration(p, day)
        and five_days_at_most(p, day)
        and place_for_release_support_leave(p, day)
    )


# -- days off -------------------------------------------------------------------------------------


@rule("fr.leave.days_off.regime", cites=cpp("D143-3"), since=START)
def adjusted_sentence(p: Person, day: date) -> bool:
    """La peine s'exécute en semi-liberté, à l'extérieur ou sous bracelet (adjusted sentence)."""
    return p.adjustment[day] in ADJUSTED


@rule("fr.leave.days_off.days", cites=cpp("D143-3"), since=START)
def only_days_off(p: Person, day: date) -> bool:
    """Samedis, dimanches, jours fériés ou chômés seulement (only days off are asked)."""
    return p.only_days_off


@rule("fr.leave.days_off", cites=cpp("D143-3"), since=START)
def days_off(p: Person, day: date) -> bool:
    """Permission des fins de semaine, jours fériés ou chômés (leave on days off)."""
    return common_conditions(p, day) and adjusted_sentence(p, day) and only_days_off(p, day)


# -- one day --------------------------------------------------------------------------------------


@rule("fr.leave.day.half_served_or_five_years", cites=cpp("D143-4"), since=START)
def time_for_day_leave(p: Person, day: date) -> bool:
    """Cinq ans au plus au total, ou la moitié exécutée (five years at most, or half served)."""
    return five_years_at_most(p, day) or half_served(p, day)


@rule("fr.leave.day.purpose", cites=cpp("D143-4"), since=START)
def purpose_for_day_leave(p: Person, day: date) -> bool:
    """Le motif est un de ceux de la permission d'une journée (the purpose is one of the day's)."""
    return for_exam_care_culture_vote(p, day) or (
        for_employer_or_training(p, day)
        and (admissible_to_adjustment(p, day) or soon_releasable(p, day))
    )


@rule("fr.leave.day", cites=cpp("D143-4"), since=START)
def day_leave(p: Person, day: date) -> bool:
    """Permission d'une journée (leave of one day)."""
    return (
        common_conditions(p, day)
        and purpose_for_day_leave(p, day)
        and one_day_at_most(p, day)
        and (
            time_for_minors(p, day)
            if minors_conditions_apply(p, day)
            else time_for_day_leave(p, day)
        )
    )


# -- family event, obligation -----------------------------------------------------------------


@rule("fr.leave.family_event", cites=cpp("D143-5"), since=START)
def family_event(p: Person, day: date) -> bool:
    """Permission pour événement familial grave ou naissance (leave for a family event)."""
    return (
        common_conditions(p, day)
        and for_family_event(p, day)
        and three_days_at_most(p, day)
        and time_for_day_leave(p, day)
    )


@rule("fr.leave.obligation", cites=cpp("D145"), since=START)
def obligation(p: Person, day: date) -> bool:
    """Permission pour une obligation exigeant la présence (leave for an obligation)."""
    return (
        common_conditions(p, day)
        and (for_obligation(p, day) or for_court(p, day))
        and one_day_at_most(p, day)
        and (
            time_for_minors(p, day)
            if minors_conditions_apply(p, day)
            else time_for_day_leave(p, day)
        )
    )
