"""Who must be told of what: one rule a text, and the rules of each occasion."""

from collections.abc import Mapping
from datetime import date

from sortie.law.france.citing import Cites, cpen, cpp
from sortie.law.france.procedure import victims
from sortie.law.france.procedure.provided import ProceduralRule, Standing, provides
from sortie.law.france.procedure.victims import Known
from sortie.law.proceedings import Duty, NotModelled, Occasion, When

POLICE_FILES: Cites = ("fr.police.files-2012",)
_AUTHORITIES = ("prosecutor", "prefect", "regional_director", "ministry", "enforcement_judge")

Duties = tuple[Duty, ...]


def _duty(standing: Standing, who: str, to: str, what: str, when: When) -> Duty:
    return Duty(standing.rule, standing.cites, who, to, what, when)


@provides("fr.procedure.head.opinion", cites=cpp("D142-3-1"), since="2020-02-08")
def opinion_first(standing: Standing, *, known: Known) -> Duties:
    """Le chef d'établissement ne statue qu'après l'avis écrit du service d'insertion et de
    probation (the head decides only after the written opinion of the probation service).
    """
    del known
    return (_duty(standing, "probation_officer", "head_of_prison", "opinion", When.BEFORE),)


@provides("fr.procedure.notice", cites=cpp("D49-21", "D49-40"), since="2005-01-01")
def notice(standing: Standing, *, known: Known) -> Duties:
    """L'ordonnance est notifiée au parquet, par le chef d'établissement au condamné contre
    émargement, et en copie à l'avocat
    (notice to the prosecutor, to the person against signature, copy to the lawyer).
    """
    del known
    return (
        _duty(standing, "court_clerk", "prosecutor", "order", When.THEN),
        _duty(standing, "head_of_prison", "detained_person", "order", When.THEN),
        _duty(standing, "court_clerk", "lawyer", "order", When.THEN),
    )


@provides("fr.procedure.head.told", cites=cpp("D142-3-1"), since="2020-02-08")
def head_granted(standing: Standing, *, known: Known) -> Duties:
    """Le chef d'établissement informe immédiatement le juge et le procureur de la permission qu'il
    accorde (the head tells the judge and the prosecutor of his grant at once).
    """
    del known
    return tuple(
        _duty(standing, "head_of_prison", to, "head_granted", When.AT_ONCE)
        for to in ("enforcement_judge", "prosecutor")
    )


@provides("fr.procedure.head.refusal_told", cites=cpp("D142-3-1"), since="2020-02-08")
def head_refused(standing: Standing, *, known: Known) -> Duties:
    """Le chef d'établissement qui refuse informe le condamné que ce refus est sans recours et que
    la même demande peut aller au juge
    (a refusing head tells the person that the judge may be asked).
    """
    del known
    return (_duty(standing, "head_of_prison", "detained_person", "head_refused", When.THEN),)


@provides("fr.procedure.appeal.told", cites=cpp("D49-40"), since="2005-01-01")
def prosecutor_appealed(standing: Standing, *, known: Known) -> Duties:
    """Le procureur qui fait appel en informe immédiatement le juge et le chef d'établissement
    (an appealing prosecutor tells the judge and the head of the prison at once).
    """
    del known
    return tuple(
        _duty(standing, "prosecutor", to, "prosecutor_appealed", When.AT_ONCE)
        for to in ("enforcement_judge", "head_of_prison")
    )


@provides("fr.procedure.police", cites=POLICE_FILES, since="2012-09-09")
def police(standing: Standing, *, known: Known) -> Duties:
    """La police ou la gendarmerie du lieu de séjour est informée de la permission
    (the police or gendarmerie of the place of stay is told of the leave).

    Practice more than text: no text read commands it, hence optional.
    """
    if known.escorted:
        return ()
    return (
        Duty(
            standing.rule, standing.cites, "head_of_prison", "police", "leave", When.BEFORE,
            optional=True,
        ),
    )  # fmt: skip


@provides("fr.procedure.incident", cites=cpen("D424-6"), since="2022-05-01")
def incident(standing: Standing, *, known: Known) -> Duties:
    """Tout incident est signalé au juge de l'application des peines
    (any incident is reported to the enforcement judge).
    """
    del known
    return (_duty(standing, "head_of_prison", "enforcement_judge", "incident", When.AT_ONCE),)


@provides("fr.procedure.brought_back.told", cites=cpen("D424-6"), since="2022-05-01")
def brought_back(standing: Standing, *, known: Known) -> Duties:
    """Le chef d'établissement rend compte sans délai au juge de la réintégration d'urgence
    (the head reports an urgent return to the judge without delay).
    """
    del known
    return (_duty(standing, "head_of_prison", "enforcement_judge", "brought_back", When.AT_ONCE),)


@provides(
    "fr.procedure.not_returned", cites=cpen("D424-7", "D214-26", "D214-29"), since="2022-05-01"
)
def not_returned(standing: Standing, *, known: Known) -> Duties:
    """Au retour manqué, la police ou la gendarmerie est avisée immédiatement ; il est ensuite rendu
    compte au procureur, au préfet, au directeur interrégional, au ministre et au juge
    (the police at once, then the prosecutor, prefect, regional director, ministry and judge).
    """
    del known
    return (
        _duty(standing, "head_of_prison", "police", "not_returned", When.AT_ONCE),
        *(_duty(standing, "head_of_prison", to, "not_returned", When.THEN) for to in _AUTHORITIES),
    )


Telling = ProceduralRule[..., Duties]

OCCASIONS: Mapping[Occasion, tuple[Telling, ...]] = {
    Occasion.BEFORE_DECISION: (victims.before_any_release, victims.may_be_asked),
    Occasion.HEAD_BEFORE_DECISION: (opinion_first, victims.before_any_release),
    Occasion.DECIDED: (notice, victims.ban_notice),
    Occasion.HEAD_DECIDED: (head_granted,),
    Occasion.HEAD_REFUSED: (head_refused,),
    Occasion.PROSECUTOR_APPEALED: (prosecutor_appealed,),
    Occasion.BEFORE_DEPARTURE: (victims.before_any_release, police),
    Occasion.INCIDENT: (incident,),
    Occasion.NOT_RETURNED: (not_returned,),
    Occasion.BROUGHT_BACK: (brought_back,),
}


def duties(occasion: Occasion, known: Known, on: date) -> Duties | NotModelled:
    """Return the duties of an occasion; NotModelled when no rule of it is in force that day."""
    answers = [rule(on, known=known) for rule in OCCASIONS[occasion]]
    modelled = [answer for answer in answers if not isinstance(answer, NotModelled)]
    if not modelled:
        return NotModelled(OCCASIONS[occasion][0].id, on)
    return tuple(duty for answer in modelled for duty in answer)
