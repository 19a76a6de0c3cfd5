"""The leaves of the law before 17 September 2016 (decree 98-1099 and what came before it)."""

from datetime import date

from sortie.law.france.citing import cpp
from sortie.law.france.kinds import (
    Adjustment,
    Kind,
    Purpose,
    RecidivistInDetentionCentre,
)
from sortie.law.france.leave.bars import common_conditions
from sortie.law.france.leave.lengths import (
    five_days_at_most,
    one_day_at_most,
    ten_days_once_a_year,
    three_days_at_most,
)
from sortie.law.france.leave.purposes import (
    OLD_DAY,
    OLD_DAY_1975,
    admissible_to_adjustment,
    for_family_event,
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
    two_thirds_served,
)
from sortie.law.france.person import Person
from sortie.rules import rule

END = "2016-09-16"


# -- whose own rules ------------------------------------------------------------------------------


@rule("fr.minor.old_conditions", cites=cpp("D146-3"), since="2007-05-11", until=END)
def old_minors_conditions_apply(p: Person, day: date) -> bool:
    """Les conditions propres aux mineurs s'appliquent (the conditions for minors apply)."""
    return not adult(p, day)


@rule("fr.minor.old_time", cites=cpp("D146-3"), since="2007-05-11", until="2014-12-31")
def old_time_for_minors(p: Person, day: date) -> bool:
    """Mineur : un an au plus, le tiers exécuté, la moitié en récidive (minor: a third or half)."""
    return one_year_at_most(p, day) or (
        half_served(p, day) if p.recidivist else third_served(p, day)
    )


@old_time_for_minors.version(cites=cpp("D146-3"), since="2015-01-01", until=END)
def old_time_for_minors_2015(p: Person, day: date) -> bool:
    """Mineur : un an au plus au total, ou le tiers exécuté (minor: one year or a third)."""
    return one_year_at_most(p, day) or third_served(p, day)


@rule("fr.recidivist.two_thirds_wanting", cites=cpp("D146-2"), since="2005-01-01",
      until="2014-12-31")  # fmt: skip
def recidivist_before_two_thirds(p: Person, day: date) -> bool:
    """Récidiviste, deux tiers non exécutés (recidivist, two thirds not served)."""
    return p.recidivist and adult(p, day) and not two_thirds_served(p, day)


# -- one day --------------------------------------------------------------------------------------


@rule(
    "fr.leave.before_2016.day.employer", cites=cpp("D143"), since="1975-05-27", until="1998-12-08"
)
def old_employer_visit(p: Person, day: date) -> bool:
    """Présentation à un employeur (a visit to an employer)."""
    return p.purpose == Purpose.EMPLOYER


@old_employer_visit.version(cites=cpp("D143"), since="1998-12-09", until=END)
def old_employer_visit_1998(p: Person, day: date) -> bool:
    """Présentation à un employeur, la sortie approchant (an employer, release being near)."""
    return p.purpose == Purpose.EMPLOYER and (
        admissible_to_adjustment(p, day) or soon_releasable(p, day)
    )


@rule("fr.leave.before_2016.day.purpose", cites=cpp("D143"), since="1975-05-27", until="1998-12-08")
def old_day_purpose(p: Person, day: date) -> bool:
    """Le motif est l'un des six de l'article (the purpose is one of the six of the article)."""
    return p.purpose in OLD_DAY_1975


@old_day_purpose.version(cites=cpp("D143"), since="1998-12-09", until="2007-11-17")
def old_day_purpose_1998(p: Person, day: date) -> bool:
    """Le motif est l'un de ceux de l'article (the purpose is one of those of the article)."""
    return p.purpose in OLD_DAY or old_employer_visit(p, day)


@old_day_purpose.version(cites=cpp("D143"), since="2007-11-18", until=END)
def old_day_purpose_2007(p: Person, day: date) -> bool:
    """Le motif est l'un de ceux de l'article, vote compris (the purpose fits, voting included)."""
    return p.purpose in OLD_DAY or p.purpose == Purpose.VOTE or old_employer_visit(p, day)


@rule("fr.leave.before_2016.day.time", cites=cpp("D143"), since="1975-05-27", until=END)
def time_for_old_day(p: Person, day: date) -> bool:
    """Cinq ans au plus au total, ou la moitié exécutée (five years at most, or half served)."""
    return five_years_at_most(p, day) or half_served(p, day)


@rule("fr.leave.before_2016.day", cites=cpp("D143"), since="1975-05-27", until=END)
def day_leave(p: Person, day: date) -> bool:
    """Permission d'une journée, loi ancienne (leave of one day, earlier law)."""
    return (
        common_conditions(p, day)
        and old_day_purpose(p, day)
        and one_day_at_most(p, day)
        and (
            old_time_for_minors(p, day)
            if old_minors_conditions_apply(p, day)
            else time_for_old_day(p, day)
        )
    )


@rule("fr.leave.before_2016.day.special_reasons", cites=cpp("D146-2"), since="2005-01-01",
      until="2014-12-31")  # fmt: skip
def day_by_special_reasons(p: Person, day: date) -> bool:
    """Récidive : ordonnance spécialement motivée (recidivist: a specially reasoned order)."""
    return recidivist_before_two_thirds(p, day) and not five_years_at_most(p, day)


# -- days off -------------------------------------------------------------------------------------


@rule("fr.leave.before_2016.days_off.regime", cites=cpp("D143-1"), since="1998-12-09",
      until="2004-12-31")  # fmt: skip
def old_adjusted_sentence(p: Person, day: date) -> bool:
    """La peine s'exécute en semi-liberté ou à l'extérieur (adjusted sentence)."""
    return p.adjustment[day] in (Adjustment.SEMI_LIBERTY, Adjustment.OUTSIDE_PLACEMENT)


@old_adjusted_sentence.version(cites=cpp("D143-1"), since="2005-01-01", until=END)
def old_adjusted_sentence_2005(p: Person, day: date) -> bool:
    """Semi-liberté, placement extérieur ou surveillance électronique (adjusted sentence)."""
    return p.adjustment[day] in (
        Adjustment.SEMI_LIBERTY,
        Adjustment.OUTSIDE_PLACEMENT,
        Adjustment.ELECTRONIC_MONITORING,
    )


@rule("fr.leave.before_2016.days_off.days", cites=cpp("D143-1"), since="1998-12-09", until=END)
def old_only_days_off(p: Person, day: date) -> bool:
    """Samedis, dimanches, jours fériés ou chômés seulement (only days off are asked)."""
    return p.only_days_off


@rule("fr.leave.before_2016.days_off", cites=cpp("D143-1"), since="1998-12-09", until=END)
def days_off(p: Person, day: date) -> bool:
    """Permission des jours chômés, loi ancienne (leave on days off, earlier law)."""
    return common_conditions(p, day) and old_adjusted_sentence(p, day) and old_only_days_off(p, day)


# -- family event ---------------------------------------------------------------------------------


@rule("fr.leave.before_2016.family_event", cites=cpp("D144"), since="1998-12-09", until=END)
def family_event(p: Person, day: date) -> bool:
    """Permission pour circonstances familiales graves (leave for grave family circumstances)."""
    return (
        common_conditions(p, day)
        and for_family_event(p, day)
        and three_days_at_most(p, day)
        and time_for_old_day(p, day)
    )


# -- three days -----------------------------------------------------------------------------------


@rule("fr.leave.before_2016.three_days.time", cites=cpp("D145"), since="1998-12-09", until=END)
def time_for_old_three_days(p: Person, day: date) -> bool:
    """Une des conditions de temps est remplie (one of the time conditions is met)."""
    return (
        one_year_at_most(p, day)
        or (half_served(p, day) and little_left(p, day))
        or parole_requires_leave(p, day)
    )


@rule("fr.leave.before_2016.three_days", cites=cpp("D145"), since="1998-12-09", until=END)
def three_days(p: Person, day: date) -> bool:
    """Permission de trois jours, loi ancienne (leave of three days, earlier law)."""
    return (
        common_conditions(p, day)
        and for_ties_or_reintegration(p, day)
        and three_days_at_most(p, day)
        and (
            old_time_for_minors(p, day)
            if old_minors_conditions_apply(p, day)
            else time_for_old_three_days(p, day)
        )
    )


@rule("fr.leave.before_2016.three_days.special_reasons", cites=cpp("D146-2"), since="2005-01-01",
      until="2014-12-31")  # fmt: skip
def three_days_by_special_reasons(p: Person, day: date) -> bool:
    """Récidive : ordonnance spécialement motivée (recidivist: a specially reasoned order)."""
    return (
        recidivist_before_two_thirds(p, day)
        and not one_year_at_most(p, day)
        and not parole_requires_leave(p, day)
    )


# -- detention centre, adapted-sentence centre ----------------------------------------------------


@rule(
    "fr.leave.before_2016.detention_centre.place", cites=cpp("D146"), since="1998-12-09", until=END
)
def old_place_for_detention_centre(p: Person, day: date) -> bool:
    """La personne est en centre de détention (held in a detention centre)."""
    return p.kind[day] == Kind.CENTRE_DETENTION


@rule("fr.leave.before_2016.detention_centre.length", cites=cpp("D146"), since="1998-12-09",
      until=END)  # fmt: skip
def old_length_for_detention_centre(p: Person, day: date) -> bool:
    """Cinq jours au plus, ou dix une fois par an (five days, or ten once a year)."""
    return five_days_at_most(p, day) or ten_days_once_a_year(p, day)


@rule("fr.leave.before_2016.detention_centre.fraction", cites=cpp("D146"), since="1998-12-09",
      until="2005-02-23")  # fmt: skip
def fraction_for_old_detention_centre(p: Person, day: date) -> bool:
    """Le tiers de la peine est exécuté (a third of the sentence is served)."""
    return third_served(p, day)


@fraction_for_old_detention_centre.version(
    cites=cpp("D146", "D146-2"), since="2005-02-24", until="2014-12-31"
)
def fraction_for_old_detention_centre_2005(p: Person, day: date) -> bool:
    """Le tiers, ou en récidive la part que l'ordonnance peut conserver (a third, or what it keeps).

    The special order could allow leave «after half»; whether it could keep the third is a reading.
    """
    return third_served(p, day) and (
        not p.recidivist
        or not adult(p, day)
        or p.recidivist_in_detention_centre == RecidivistInDetentionCentre.THIRD
        or half_served(p, day)
    )


@fraction_for_old_detention_centre.version(cites=cpp("D146"), since="2015-01-01", until=END)
def fraction_for_old_detention_centre_2015(p: Person, day: date) -> bool:
    """Le tiers de la peine est exécuté (a third of the sentence is served)."""
    return third_served(p, day)


@rule("fr.leave.before_2016.detention_centre.time", cites=cpp("D146", "D145"), since="1998-12-09",
      until=END)  # fmt: skip
def time_for_old_detention_centre(p: Person, day: date) -> bool:
    """Le tiers exécuté, ou dispense de délai (a third served, or no delay required)."""
    return (
        fraction_for_old_detention_centre(p, day)
        or one_year_at_most(p, day)
        or parole_requires_leave(p, day)
    )


@rule("fr.leave.before_2016.detention_centre", cites=cpp("D146"), since="1998-12-09", until=END)
def detention_centre(p: Person, day: date) -> bool:
    """Permission en centre de détention, loi ancienne (detention-centre leave, earlier law)."""
    return (
        common_conditions(p, day)
        and for_ties_or_reintegration(p, day)
        and old_length_for_detention_centre(p, day)
        and old_place_for_detention_centre(p, day)
        and (
            old_time_for_minors(p, day)
            if old_minors_conditions_apply(p, day)
            else time_for_old_detention_centre(p, day)
        )
    )


@rule("fr.leave.before_2016.detention_centre.special_reasons", cites=cpp("D146-2"),
      since="2005-02-24", until="2014-12-31")  # fmt: skip
def detention_centre_by_special_reasons(p: Person, day: date) -> bool:
    """Récidive : ordonnance spécialement motivée (recidivist: a specially reasoned order)."""
    return (
        recidivist_before_two_thirds(p, day)
        and not one_year_at_most(p, day)
        and not parole_requires_leave(p, day)
    )


@rule("fr.leave.before_2016.adapted_sentence_centre.place", cites=cpp("D146-1"),
      since="2002-05-02", until=END)  # fmt: skip
def place_for_adapted_sentence_centre(p: Person, day: date) -> bool:
    """La personne est en centre pour peines aménagées (held in an adapted-sentence centre)."""
    return p.kind[day] == Kind.CENTRE_PEINES_AMENAGEES


@rule("fr.leave.before_2016.adapted_sentence_centre", cites=cpp("D146-1"), since="2002-05-02",
      until=END)  # fmt: skip
def adapted_sentence_centre(p: Person, day: date) -> bool:
    """Permission en centre pour peines aménagées (leave from an adapted-sentence centre)."""
    return (
        common_conditions(p, day)
        and for_ties_or_reintegration(p, day)
        and five_days_at_most(p, day)
        and place_for_adapted_sentence_centre(p, day)
    )
