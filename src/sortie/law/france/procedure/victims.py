"""What a victim is told, and before what: every release for couple violence, else by choice."""

from dataclasses import dataclass
from datetime import datetime

from sortie.law.france.citing import cpp
from sortie.law.france.figures import VICTIM_OBSERVATIONS_DAYS
from sortie.law.france.procedure.counting import after_days, carried_over, certain, closing
from sortie.law.france.procedure.provided import Standing, provides
from sortie.law.france.shelf import readings
from sortie.law.proceedings import Duty, Place, TimeLimit, When

WISH = "fr.reading.couple_violence_wish"
TOLD, NOT_TOLD, UNKNOWN = "told", "not_told", "unknown"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the victim's side of a case; None is not known."""

    couple_violence: bool | None
    wish: str
    escorted: bool | None

    def unsettling(self) -> tuple[str, ...]:
        """Return the facts without which it is not known whether D1-11-2 holds."""
        facts = {"couple_violence": self.couple_violence, "escorted": self.escorted}
        return tuple(name for name, fact in facts.items() if fact is None)


@provides(
    "fr.procedure.victim.couple_violence", cites=cpp("D1-11-2"), since="2022-02-01",
    readings=(WISH,),
)  # fmt: skip
def before_any_release(standing: Standing, *, known: Known) -> tuple[Duty, ...]:
    """La victime de violences au sein du couple est avisée avant toute sortie, même temporaire,
    sauf sous escorte
    (a victim of couple violence is told before any release, even for a time, escorts apart).
    """
    refused = known.wish == NOT_TOLD
    adopted = readings()[WISH].adopted
    if known.couple_violence is False or known.escorted or (refused and adopted == "wish_kept"):
        return ()
    return (
        Duty(
            standing.rule, standing.cites, "enforcement_judge", "victim", "release_considered",
            When.BEFORE, known.unsettling(), (WISH,) if refused and not adopted else (),
        ),
    )  # fmt: skip


@provides("fr.procedure.victim.may_write", cites=cpp("712-16-1"), since="2010-03-12")
def may_be_asked(standing: Standing, *, known: Known) -> tuple[Duty, ...]:
    """Avant de décider, le juge peut, s'il l'estime opportun, aviser la victime qu'elle a quinze
    jours pour écrire ; elle peut ne pas vouloir être avisée
    (before deciding the judge may tell the victim of the fifteen days to write).
    """
    return _by_choice(standing, known, "observations_invited", When.BEFORE)


@provides("fr.procedure.victim.ban_notice", cites=cpp("712-16-2"), since="2010-03-12")
def ban_notice(standing: Standing, *, known: Known) -> tuple[Duty, ...]:
    """La victime est avisée de l'interdiction de contact ; pour une permission, le juge peut s'en
    dispenser
    (the victim is told of a contact ban, which the judge may leave out for a leave).
    """
    return _by_choice(standing, known, "contact_ban", When.THEN)


def _by_choice(standing: Standing, known: Known, what: str, when: When) -> tuple[Duty, ...]:
    if known.wish == NOT_TOLD:
        return ()
    missing = ("wish",) if known.wish == UNKNOWN else ()
    return (
        Duty(
            standing.rule, standing.cites, "enforcement_judge", "victim", what, when, missing,
            optional=True,
        ),
    )  # fmt: skip


@provides(
    "fr.procedure.victim.observations", cites=cpp("712-16-1", "801"), since="2010-03-12",
    figures=(VICTIM_OBSERVATIONS_DAYS,),
)  # fmt: skip
def observations(standing: Standing, *, told_at: datetime, place: Place) -> TimeLimit:
    """La victime avisée a quinze jours pour adresser ses observations
    (a victim who was told has fifteen days to write).
    """
    last = certain(after_days(told_at, VICTIM_OBSERVATIONS_DAYS[standing.on], place))
    return closing(standing, told_at, carried_over(last, place), place)
