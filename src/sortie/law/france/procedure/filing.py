"""The application and its answer: in form, admissible, in time."""

from datetime import date, datetime

from sortie.law.france.citing import cpp
from sortie.law.france.figures import ANSWER_TIME, BAR_BY_JUDGE, BAR_ON_APPEAL, HEAD_ANSWER_TIME
from sortie.law.france.procedure.counting import (
    COURT_ROLLOVER,
    MONTH_END,
    after_months,
    certain,
    closing,
    local_day,
    under_reading,
)
from sortie.law.france.procedure.provided import Standing, allowed_if, provides
from sortie.law.proceedings import Allowed, Bar, Place, TimeLimit

FORMS = frozenset({"handed_in", "registered_letter", "declaration"})


@provides("fr.procedure.form", cites=cpp("D49-11"), since="2005-01-01")
def form(standing: Standing, *, form: str, signed: bool | None) -> Allowed:
    """La demande est écrite et signée, remise au greffe contre récépissé, envoyée par lettre
    recommandée ou déclarée au chef d'établissement ; autrement, le juge n'a pas à y répondre
    (a written and signed application, handed in, sent by registered letter or declared).
    """
    return allowed_if(standing, "signed", known=signed if form in FORMS else False)


@provides("fr.procedure.admissible", cites=cpp("D49-12", "D49-32"), since="2005-01-01")
def admissible(
    standing: Standing, *, similar_pending: bool | None, bar_until: date | None
) -> Allowed:
    """La demande est irrecevable tant qu'une autre est en cours pour la même mesure, ou qu'une
    interdiction de redemander court ; le juge peut ne pas constater l'irrecevabilité
    (inadmissible beside a pending one or under a bar, which the judge may overlook).
    """
    if bar_until is not None and standing.on <= bar_until:
        return allowed_if(standing, "bar_until", known=False)
    alone = None if similar_pending is None else not similar_pending
    return allowed_if(standing, "similar_pending", known=alone)


@provides(
    "fr.procedure.answer", cites=cpp("D49-32"), since="2005-01-01",
    readings=(COURT_ROLLOVER, MONTH_END), figures=(ANSWER_TIME,),
)  # fmt: skip
def answer(standing: Standing, *, filed_at: datetime, place: Place) -> TimeLimit:
    """Le juge statue dans les deux mois du dépôt ; ensuite, le condamné peut saisir directement
    le président de la chambre de l'application des peines
    (two months to answer; then the president of the enforcement chamber may be seized).
    """
    last = certain(after_months(filed_at, ANSWER_TIME[standing.on], place))
    ends = under_reading(last, COURT_ROLLOVER, place)
    return closing(standing, filed_at, ends, place, "appeal_president_may_be_seized")


@provides(
    "fr.procedure.head.answer", cites=cpp("D142-3-1"), since="2020-02-08",
    readings=(COURT_ROLLOVER, MONTH_END), figures=(HEAD_ANSWER_TIME,),
)  # fmt: skip
def head_answer(standing: Standing, *, filed_at: datetime, place: Place) -> TimeLimit:
    """Le chef d'établissement statue dans les deux mois du dépôt ; ensuite, le condamné peut
    saisir directement le juge de l'application des peines
    (two months for the head of the prison; then the judge may be seized).
    """
    last = certain(after_months(filed_at, HEAD_ANSWER_TIME[standing.on], place))
    ends = under_reading(last, COURT_ROLLOVER, place)
    return closing(standing, filed_at, ends, place, "enforcement_judge_may_be_seized")


@provides(
    "fr.procedure.bar", cites=cpp("D49-32"), since="2005-01-01",
    readings=(MONTH_END,), figures=(BAR_BY_JUDGE,),
)  # fmt: skip
def bar(standing: Standing, *, decided_at: datetime, place: Place) -> Bar:
    """Le juge peut fixer un délai, de six mois au plus, sans demande similaire
    (the judge may bar similar applications for up to six months).
    """
    until = BAR_BY_JUDGE[standing.on].after(local_day(decided_at, place))
    return Bar(standing.rule, standing.cites, until, fixed=False)


@provides(
    "fr.procedure.bar.appeal", cites=cpp("D49-41-2"), since="2005-12-31",
    readings=(MONTH_END,), figures=(BAR_ON_APPEAL,),
)  # fmt: skip
def bar_on_appeal(standing: Standing, *, decided_at: datetime, place: Place) -> Bar:
    """En confirmant un refus, le président de la chambre peut exclure toute demande similaire
    pendant un an (upholding a refusal, the president may bar similar applications for one year).
    """
    until = BAR_ON_APPEAL[standing.on].after(local_day(decided_at, place))
    return Bar(standing.rule, standing.cites, until, fixed=True)
