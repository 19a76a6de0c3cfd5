"""The enforcement board: who sits, when it may be skipped, when its opinion is deemed given."""

from datetime import datetime

from sortie.law.france.citing import cpp
from sortie.law.france.figures import OPINION_TIME
from sortie.law.france.procedure.counting import (
    COURT_ROLLOVER,
    MONTH_END,
    after_months,
    certain,
    closing,
    under_reading,
)
from sortie.law.france.procedure.provided import Standing, allowed_if, provides
from sortie.law.proceedings import Allowed, Composition, Place, Seat, TimeLimit

CHAIR = "enforcement_judge"
_FOUR = (
    Seat("enforcement_judge", ("enforcement_judge",)),
    Seat("prosecutor", ("prosecutor",)),
    Seat("head_of_prison", ("head_of_prison",)),
    Seat("probation_service", ("probation_officer", "probation_director")),
)
_STAFF = Seat("surveillance_staff", ("surveillance_staff",))


@provides("fr.procedure.board", cites=cpp("712-4-1"), since="2019-03-25", until="2021-12-23")
def board(standing: Standing) -> Composition:
    """La commission réunit le juge, qui préside, le procureur, le chef d'établissement et le
    service d'insertion et de probation
    (the board: the judge in the chair, the prosecutor, the head of the prison, probation).
    """
    return Composition(standing.rule, standing.cites, CHAIR, _FOUR)


@board.then(cites=cpp("712-4-1", "D49-28"), since="2021-12-24")
def _board_with_staff(standing: Standing) -> Composition:
    """La commission réunit le juge, qui préside, le procureur, le chef d'établissement, le service
    d'insertion et de probation et le personnel de surveillance ; si l'un manque, elle n'est pas
    valablement réunie (five members; not validly convened if one of them is missing).
    """
    return Composition(standing.rule, standing.cites, CHAIR, (*_FOUR, _STAFF))


@provides(
    "fr.procedure.opinion", cites=cpp("712-5"), since="2005-01-01",
    readings=(COURT_ROLLOVER, MONTH_END), figures=(OPINION_TIME,),
)  # fmt: skip
def opinion(standing: Standing, *, seized_at: datetime, place: Place) -> TimeLimit:
    """L'avis de la commission est réputé donné un mois après sa saisine
    (the board's opinion is deemed given one month after it is seized).
    """
    last = certain(after_months(seized_at, OPINION_TIME[standing.on], place))
    ends = under_reading(last, COURT_ROLLOVER, place)
    return closing(standing, seized_at, ends, place, "deemed_opinion")


@provides("fr.procedure.board.urgency", cites=cpp("712-5"), since="2005-01-01")
def skipped_in_urgency(standing: Standing, *, urgent: bool | None) -> Allowed:
    """En cas d'urgence, le juge peut statuer sans l'avis de la commission
    (in urgency the judge may decide without the board).
    """
    return allowed_if(standing, "urgent", known=urgent)


@provides("fr.procedure.board.electronic", cites=cpp("712-4-1", "D49-28"), since="2020-02-08")
def electronic(standing: Standing, *, appearance_ordered: bool | None) -> Allowed:
    """La commission peut délibérer par voie électronique si la comparution n'a pas été ordonnée
    (the board may deliberate electronically when no appearance was ordered).
    """
    free = None if appearance_ordered is None else not appearance_ordered
    return allowed_if(standing, "appearance_ordered", known=free)
