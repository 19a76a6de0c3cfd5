"""Who may decide, how, and whether the application can be received."""

from datetime import date

from sortie.law.france.citing import cpp
from sortie.law.france.figures import PROBATION_DATES_REMAINING
from sortie.law.france.kinds import Court, Offence, Status
from sortie.law.france.leave.bars import convicted
from sortie.law.france.leave.purposes import FAMILY, REINTEGRATION
from sortie.law.france.leave.served import adult, serving
from sortie.law.france.person import Person
from sortie.rules import rule

# -- escorted leave -------------------------------------------------------------------------------


@rule("fr.escorted_leave.convicted", cites=cpp("723-6"), since="1978-11-23")
def escort_for_convicted(p: Person, day: date) -> bool:
    """Toute personne condamnée peut être autorisée sous escorte (any convicted person)."""
    return p.status[day] == Status.CONVICTED


@rule("fr.escorted_leave.not_convicted", cites=cpp("148-5"), since="1978-11-23")
def escort_for_others(p: Person, day: date) -> bool:
    """Toute personne prévenue peut être autorisée sous escorte (anyone not finally convicted)."""
    return p.status[day] in (Status.ON_REMAND, Status.APPEAL_PENDING)


@rule("fr.escorted_leave", cites=cpp("723-6", "148-5"), since="1978-11-23")
def escorted_leave(p: Person, day: date) -> bool:
    """Autorisation de sortie sous escorte (escorted leave)."""
    return serving(p, day) and (escort_for_convicted(p, day) or escort_for_others(p, day))


# -- who decides ----------------------------------------------------------------------------------


@rule("fr.authority.enforcement_judge", cites=cpp("712-5"), since="2005-01-01")
def enforcement_judge(p: Person, day: date) -> bool:
    """Le juge de l'application des peines (the sentence enforcement judge)."""
    return convicted(p, day)


@rule("fr.authority.first_leave", cites=cpp("723-3", "712-5"), since="2005-01-01")
def first_leave(p: Person, day: date) -> bool:
    """Aucune permission du juge n'a encore précédé (no leave by the judge came before)."""
    return day <= p.judge_leave_on


@rule("fr.authority.head_of_prison.statute", cites=cpp("723-3"), since="2019-03-25")
def head_of_prison_by_statute(p: Person, day: date) -> bool:
    """Le juge a accordé une première permission à un majeur (a first leave was granted)."""
    return adult(p, day) and day > p.judge_leave_on and convicted(p, day)


@rule("fr.authority.head_of_prison", cites=cpp("723-3", "D142-3-1"), since="2020-02-08")
def head_of_prison(p: Person, day: date) -> bool:
    """Le chef d'établissement, après une première permission du juge (the head of the prison)."""
    return head_of_prison_by_statute(p, day) and not p.head_of_prison_excluded[day]


@rule("fr.authority.paris_terrorism", cites=cpp("706-22-1"), since="2006-01-24")
def paris_terrorism(p: Person, day: date) -> bool:
    """Le juge de Paris peut connaître de la peine (terrorism: the Paris judge has jurisdiction)."""
    return convicted(p, day) and Offence.TERRORISM in p.offences


@rule("fr.authority.paris_terrorism.exclusive", cites=cpp("706-22-1"), since="2006-01-24")
def paris_terrorism_alone(p: Person, day: date) -> bool:
    """Le juge de Paris est seul compétent (terrorism: the Paris judge alone)."""
    return paris_terrorism(p, day) and Court.TERRORISM in p.courts


@rule("fr.authority.paris_organised_crime", cites=cpp("706-75-3"), since="2026-01-05")
def paris_organised_crime(p: Person, day: date) -> bool:
    """Le juge de Paris peut connaître de la peine (organised crime: the Paris judge)."""
    return convicted(p, day) and Offence.ORGANISED_CRIME in p.offences


@rule("fr.authority.paris_organised_crime.exclusive", cites=cpp("706-75-3"), since="2026-01-05")
def paris_organised_crime_alone(p: Person, day: date) -> bool:
    """Le juge de Paris est seul compétent (organised crime: the Paris judge alone)."""
    return paris_organised_crime(p, day) and Court.ORGANISED_CRIME in p.courts


@rule("fr.authority.interregional", cites=cpp("706-75-4"), since="2026-01-05")
def interregional(p: Person, day: date) -> bool:
    """Le juge du ressort interrégional peut connaître de la peine (the interregional judge)."""
    return convicted(p, day) and Offence.ORGANISED_CRIME in p.offences


@rule("fr.authority.interregional.exclusive", cites=cpp("706-75-4"), since="2026-01-05")
def interregional_alone(p: Person, day: date) -> bool:
    """Le juge du ressort interrégional est seul compétent (the interregional judge alone)."""
    return interregional(p, day) and Court.INTERREGIONAL in p.courts


@rule("fr.authority.investigating_judge", cites=cpp("148-5"), since="1978-11-23")
def investigating_judge(p: Person, day: date) -> bool:
    """Le juge d'instruction, tant que l'information est ouverte (the investigating judge)."""
    return p.status[day] == Status.ON_REMAND


@rule("fr.authority.prosecutor", cites=cpp("148-5"), since="1978-11-23")
def prosecutor(p: Person, day: date) -> bool:
    """Le ministère public, une juridiction de jugement étant saisie (the prosecutor)."""
    return p.status[day] in (Status.ON_REMAND, Status.APPEAL_PENDING)


# -- how ------------------------------------------------------------------------------------------


@rule("fr.modality.travel_time", cites=cpp("D142"), since="1998-12-09")
def travel_time_may_be_added(p: Person, day: date) -> bool:
    """Un délai de route peut s'ajouter (travel time may be added)."""
    return convicted(p, day)


@rule("fr.modality.dates_by_probation", cites=cpp("D146-4"), since="2007-11-18",
      until="2016-09-16")  # fmt: skip
def dates_by_probation(p: Person, day: date) -> bool:
    """Le service de probation peut fixer les dates (the probation service may set the dates)."""
    return p.purpose in REINTEGRATION or (
        p.purpose in FAMILY and day + PROBATION_DATES_REMAINING[day] >= p.end_of_sentence
    )


@dates_by_probation.version(cites=cpp("D144"), since="2016-09-17")
def dates_by_probation_2016(p: Person, day: date) -> bool:
    """Le service de probation peut fixer les dates (the probation service may set the dates)."""
    return p.purpose in REINTEGRATION or (
        p.purpose in FAMILY and day + PROBATION_DATES_REMAINING[day] >= p.end_of_sentence
    )


# -- the application ------------------------------------------------------------------------------


@rule("fr.application.none_pending", cites=cpp("D49-12"), since="2005-01-01")
def none_pending(p: Person, day: date) -> bool:
    """Aucune demande n'est déjà en cours d'examen (no application is already pending)."""
    return not p.application_pending


@rule("fr.application.no_bar_running", cites=cpp("D49-12", "D49-32"), since="2005-01-01")
def no_bar_running(p: Person, day: date) -> bool:
    """Aucune interdiction de redemander ne court (no bar on asking again is running)."""
    return not p.bar_on_asking[day]


@rule("fr.application.receivable", cites=cpp("D49-12"), since="2005-01-01")
def receivable(p: Person, day: date) -> bool:
    """La demande peut être reçue (the application can be received)."""
    return none_pending(p, day) and no_bar_running(p, day)
