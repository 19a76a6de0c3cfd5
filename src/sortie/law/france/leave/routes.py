"""Every type of leave: its rule, its names, how long it may last, and what qualifies it."""

from dataclasses import dataclass
from datetime import date

from sortie.law.france.citing import cpp
from sortie.law.france.figures import FIVE_DAYS, ONE_DAY, TEN_DAYS, THREE_DAYS
from sortie.law.france.leave import before_2016, current, deciding
from sortie.law.france.person import Person
from sortie.rules import Figure, Rule, rule


@dataclass(frozen=True, eq=False)
class Route:
    """One type of leave, as the text names it."""

    rule: Rule[Person]
    fr: str
    en: str
    longest: Figure[int] | None = None
    once_a_year: Figure[int] | None = None
    special_reasons: Rule[Person] | None = None
    escorted: bool = False

    @property
    def code(self) -> str:
        """The stable code of the type of leave: the id of its rule."""
        return self.rule.id


LEAVES = (
    Route(current.short, "Permission de trois jours au plus", "Leave of three days at most",
          THREE_DAYS),
    Route(current.detention_centre, "Permission en centre de détention",
          "Leave from a detention centre", FIVE_DAYS, TEN_DAYS),
    Route(current.release_support, "Permission en structure d'accompagnement vers la sortie",
          "Leave from a release-support structure", FIVE_DAYS),
    Route(current.days_off, "Permission des fins de semaine, jours fériés ou chômés",
          "Leave on weekends, public holidays and days off"),
    Route(current.day_leave, "Permission d'une journée", "Leave of one day", ONE_DAY),
    Route(current.family_event, "Permission pour événement familial",
          "Leave for a family event", THREE_DAYS),
    Route(current.obligation, "Permission pour une obligation exigeant la présence",
          "Leave for an obligation that requires presence", ONE_DAY),
)  # fmt: skip

EARLIER_LEAVES = (
    Route(before_2016.day_leave, "Permission d'une journée (avant le 17 septembre 2016)",
          "Leave of one day (before 17 September 2016)", ONE_DAY,
          special_reasons=before_2016.day_by_special_reasons),
    Route(before_2016.days_off, "Permission des jours chômés (avant le 17 septembre 2016)",
          "Leave on days off (before 17 September 2016)"),
    Route(before_2016.family_event,
          "Permission pour circonstances familiales graves (avant le 17 septembre 2016)",
          "Leave for grave family circumstances (before 17 September 2016)", THREE_DAYS,
          special_reasons=before_2016.day_by_special_reasons),
    Route(before_2016.three_days, "Permission de trois jours (avant le 17 septembre 2016)",
          "Leave of three days (before 17 September 2016)", THREE_DAYS,
          special_reasons=before_2016.three_days_by_special_reasons),
    Route(before_2016.detention_centre,
          "Permission en centre de détention (avant le 17 septembre 2016)",
          "Leave from a detention centre (before 17 September 2016)", FIVE_DAYS, TEN_DAYS,
          special_reasons=before_2016.detention_centre_by_special_reasons),
    Route(before_2016.adapted_sentence_centre,
          "Permission en centre pour peines aménagées (avant le 17 septembre 2016)",
          "Leave from an adapted-sentence centre (before 17 September 2016)", FIVE_DAYS),
)  # fmt: skip

ESCORTED = Route(
    deciding.escorted_leave,
    "Autorisation de sortie sous escorte",
    "Escorted leave",
    escorted=True,
)

ROUTES = (*LEAVES, *EARLIER_LEAVES, ESCORTED)


@rule("fr.leave.any", cites=cpp("723-3"), since=None)
def any_leave(p: Person, day: date) -> bool:
    """Une permission de sortir est ouverte (one type of leave is open)."""
    return (
        current.short(p, day)
        or current.detention_centre(p, day)
        or current.release_support(p, day)
        or current.days_off(p, day)
        or current.day_leave(p, day)
        or current.family_event(p, day)
        or current.obligation(p, day)
        or before_2016.day_leave(p, day)
        or before_2016.days_off(p, day)
        or before_2016.family_event(p, day)
        or before_2016.three_days(p, day)
        or before_2016.detention_centre(p, day)
        or before_2016.adapted_sentence_centre(p, day)
    )
