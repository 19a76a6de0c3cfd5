"""After the order: another date, a withdrawal, an urgent return, a return that is missed."""

from datetime import datetime

from sortie.law.france.citing import Cites, cpen, cpp
from sortie.law.france.figures import BROUGHT_BACK_DAYS, STATISTIC_HOURS
from sortie.law.france.procedure.counting import (
    COURT_ROLLOVER,
    after_days,
    after_hours,
    certain,
    closing,
    under_reading,
)
from sortie.law.france.procedure.provided import Standing, provides
from sortie.law.proceedings import Choice, Lateness, Place, TimeLimit

STATISTIC: Cites = ("fr.ministry.escapes-2014",)
_DATING = ("appeal_president", "enforcement_judge", "probation_director")
_DATES = ("new_date", "left_to_judge", "left_to_probation")
_SINCE_2016 = ("conditions_gone", "obligations_breached", "misconduct")


@provides("fr.procedure.redating", cites=cpp("D146-4"), since="2007-11-18", until="2016-09-16")
def redating(standing: Standing) -> Choice:
    """En appel, si la date prévue est dépassée, le président en fixe une autre ou en laisse le
    soin (on appeal, if the date has passed, the president sets another or leaves it to others).
    """
    return Choice(standing.rule, standing.cites, _DATING, _DATES)


@redating.then(cites=cpp("D142-2", "D144"), since="2016-09-17")
def _redating_2016(standing: Standing) -> Choice:
    """En appel, si la date prévue est dépassée, le président en fixe une autre, ou laisse ce soin
    au juge ou au directeur du service d'insertion et de probation
    (on appeal, a new date, set by the president, the judge or the head of probation).
    """
    return Choice(standing.rule, standing.cites, _DATING, _DATES)


@provides("fr.procedure.withdrawal", cites=cpp("D142"), since="2005-01-01", until="2016-09-16")
def withdrawal(standing: Standing) -> Choice:
    """Le juge peut retirer la permission, avant ou pendant, si ses conditions ne sont pas
    respectées (the judge may withdraw the leave when its conditions are not kept).
    """
    return Choice(standing.rule, standing.cites, ("enforcement_judge",), ("obligations_breached",))


@withdrawal.then(cites=cpp("D142"), since="2016-09-17")
def _withdrawal_2016(standing: Standing) -> Choice:
    """Le juge peut retirer la permission, avant ou pendant, si ses conditions ne sont plus réunies,
    si les obligations ne sont pas respectées ou en cas de mauvaise conduite
    (conditions gone, obligations breached or misconduct).
    """
    return Choice(standing.rule, standing.cites, ("enforcement_judge",), _SINCE_2016)


@provides("fr.procedure.withdrawal.head", cites=cpp("D142"), since="2020-02-08", until="2022-04-30")
def head_withdrawal(standing: Standing) -> Choice:
    """Le chef d'établissement peut retirer la permission qu'il a lui-même accordée, pour les mêmes
    motifs (the head of the prison may withdraw the leave he granted, on the same grounds).
    """
    return Choice(standing.rule, standing.cites, ("head_of_prison",), _SINCE_2016)


@head_withdrawal.then(cites=(*cpp("D142"), *cpen("D424-24")), since="2022-05-01")
def _head_withdrawal_2022(standing: Standing) -> Choice:
    """Le chef d'établissement peut retirer la permission qu'il a lui-même accordée, pour les mêmes
    motifs (the head of the prison may withdraw the leave he granted, on the same grounds).
    """
    return Choice(standing.rule, standing.cites, ("head_of_prison",), _SINCE_2016)


@provides(
    "fr.procedure.brought_back", cites=cpen("D424-6"), since="2022-05-01",
    readings=(COURT_ROLLOVER,), figures=(BROUGHT_BACK_DAYS,),
)  # fmt: skip
def brought_back(standing: Standing, *, brought_back_at: datetime, place: Place) -> TimeLimit:
    """Après une réintégration d'urgence, le juge statue dans les dix jours sur le retrait
    (after an urgent return to prison, the judge rules on the withdrawal within ten days).
    """
    last = certain(after_days(brought_back_at, BROUGHT_BACK_DAYS[standing.on], place))
    return closing(standing, brought_back_at, under_reading(last, COURT_ROLLOVER, place), place)


@provides(
    "fr.procedure.return", cites=(*cpen("D424-7"), *STATISTIC), since="2022-05-01",
    figures=(STATISTIC_HOURS,),
)  # fmt: skip
def missed(standing: Standing, *, due_back_at: datetime, at: datetime) -> Lateness | None:
    """L'absence commence à l'instant du retour manqué ; la statistique ne la compte que
    quarante-huit heures après
    (being absent begins at the missed instant; the statistics count it forty-eight hours later).
    """
    if at <= due_back_at:
        return None
    counted = after_hours(due_back_at, STATISTIC_HOURS[standing.on])
    return Lateness(standing.rule, standing.cites, due_back_at, counted)
