"""Appeals: each person's window, the prosecutor's stay, the president's time."""

from datetime import date, datetime, timedelta

from sortie.law.france.citing import cpp
from sortie.law.france.figures import (
    APPEAL_EXAMINATION_TIME,
    OBSERVATIONS_TIME,
    UNSIGNED_LETTER_DAYS,
)
from sortie.law.france.procedure.counting import (
    APPEAL_ROLLOVER,
    COURT_ROLLOVER,
    DAY,
    MONTH_END,
    Choice,
    after_months,
    carried_over,
    certain,
    closing,
    local_day,
    under_reading,
)
from sortie.law.france.procedure.provided import Standing, allowed_if, provides
from sortie.law.proceedings import Allowed, ClosingUnder, Means, Party, Place, Stay, TimeLimit

CROSS_APPEAL_START = "fr.reading.cross_appeal_start"
PROSECUTION = frozenset({Party.PROSECUTOR, Party.PROSECUTOR_GENERAL})
_INSTANT = timedelta(microseconds=1)


@provides(
    "fr.procedure.appeal", cites=cpp("712-11", "D49-39"), since="2005-01-01",
    readings=(APPEAL_ROLLOVER,), figures=(UNSIGNED_LETTER_DAYS,),
)  # fmt: skip
def window(standing: Standing, *, notified_at: datetime, means: Means, place: Place) -> TimeLimit:
    """Le condamné, le procureur et le procureur général ont chacun, de leur notification,
    vingt-quatre heures, qui expirent à minuit le lendemain
    (each has twenty-four hours from their own notice, which end at midnight the next day).

    A letter counts from the day its receipt is signed; unsigned, the time starts fifteen days
    after it was sent.
    """
    start = local_day(notified_at, place)
    if means is Means.POSTAL_UNSIGNED:
        start += UNSIGNED_LETTER_DAYS[standing.on] * DAY
    ends = under_reading(certain(start + DAY), APPEAL_ROLLOVER, place)
    return closing(standing, notified_at, ends, place, "order_is_final")


@provides(
    "fr.procedure.appeal.cross", cites=cpp("D49-39-1"), since="2005-01-01", until="2015-02-24",
    readings=(CROSS_APPEAL_START, APPEAL_ROLLOVER),
)  # fmt: skip
def cross_window(
    standing: Standing, *, party: Party, lodged_at: datetime, own: TimeLimit | None, place: Place
) -> TimeLimit | None:
    """Quand le condamné fait appel d'une ordonnance, le ministère public a vingt-quatre heures de
    plus (when the person appeals against an order, the prosecutor has twenty-four more hours).
    """
    if party not in PROSECUTION:
        return None
    return _one_more_day(standing, lodged_at, own, place)


@cross_window.then(
    cites=cpp("D49-39-1"), since="2015-02-25", readings=(CROSS_APPEAL_START, APPEAL_ROLLOVER)
)
def _either_party(
    standing: Standing, *, party: Party, lodged_at: datetime, own: TimeLimit | None, place: Place
) -> TimeLimit | None:
    """Quand une ordonnance est frappée d'appel, l'autre partie a vingt-quatre heures de plus
    (when an order is appealed, the other party has twenty-four more hours).
    """
    del party
    return _one_more_day(standing, lodged_at, own, place)


def _one_more_day(
    standing: Standing, lodged_at: datetime, own: TimeLimit | None, place: Place
) -> TimeLimit:
    last: dict[Choice, date] = {
        ((CROSS_APPEAL_START, "from_the_appeal"),): local_day(lodged_at, place) + DAY
    }
    if own is not None:
        ordinary = local_day(own.surely_open_until - _INSTANT, place)
        last[((CROSS_APPEAL_START, "added_to_the_window"),)] = ordinary + DAY
    ends = under_reading(last, APPEAL_ROLLOVER, place)
    return closing(standing, lodged_at, ends, place)


@provides("fr.procedure.appeal.open", cites=cpp("712-11"), since="2005-01-01")
def judge_appealed(standing: Standing) -> Allowed:
    """L'ordonnance du juge peut être frappée d'appel (the judge's order may be appealed)."""
    return allowed_if(standing, "decider", known=True)


@provides("fr.procedure.head.no_appeal", cites=cpp("D142-3-1"), since="2020-02-08")
def head_not_appealed(standing: Standing) -> Allowed:
    """Le refus du chef d'établissement est sans recours ; la même demande peut aller au juge
    (the head's refusal cannot be appealed; the same application may go to the judge).
    """
    return allowed_if(standing, "decider", known=False)


@provides("fr.procedure.stay", cites=cpp("D49-40"), since="2005-01-01", readings=(APPEAL_ROLLOVER,))
def stay(
    standing: Standing, *, notified_at: datetime | None, visa_at: datetime | None, place: Place
) -> Stay:
    """La mesure n'est pas exécutée avant la fin des vingt-quatre heures du parquet, à minuit le
    lendemain de sa notification, sauf visa de non-appel
    (not carried out before the prosecutor's twenty-four hours end, unless a no-appeal visa).
    """
    if notified_at is None:
        return Stay(standing.rule, standing.cites, visa_at)
    last = certain(local_day(notified_at, place) + DAY)
    limit = closing(standing, notified_at, under_reading(last, APPEAL_ROLLOVER, place), place)
    if visa_at is None:
        return Stay(standing.rule, standing.cites, limit.closes_at, limit.under)
    lifted = min(visa_at, limit.closes_at)
    under = tuple(
        ClosingUnder(each.choice, each.closes_at) for each in limit.under if each.closes_at < lifted
    )
    return Stay(standing.rule, standing.cites, lifted, under)


@provides("fr.procedure.stay.appeal", cites=cpp("712-14"), since="2005-01-01")
def appeal_stays(standing: Standing, *, by: Party, in_time: bool | None) -> Allowed:
    """L'appel du ministère public formé dans les vingt-quatre heures suspend l'exécution
    (a prosecutor's appeal within the twenty-four hours stays the order).
    """
    return allowed_if(standing, "in_time", known=in_time if by in PROSECUTION else False)


@provides(
    "fr.procedure.appeal.lapses", cites=cpp("712-14"), since="2005-01-01",
    readings=(COURT_ROLLOVER, MONTH_END), figures=(APPEAL_EXAMINATION_TIME,),
)  # fmt: skip
def lapses(standing: Standing, *, by: Party, lodged_at: datetime, place: Place) -> TimeLimit | None:
    """L'appel du parquet non examiné dans les deux mois est non avenu ; celui du condamné ne tombe
    pas (the prosecutor's appeal is void after two months; the person's never lapses).
    """
    if by not in PROSECUTION:
        return None
    last = certain(after_months(lodged_at, APPEAL_EXAMINATION_TIME[standing.on], place))
    ends = under_reading(last, COURT_ROLLOVER, place)
    return closing(standing, lodged_at, ends, place, "appeal_lapsed")


@provides(
    "fr.procedure.observations", cites=cpp("D49-41", "801"), since="2005-01-01",
    readings=(MONTH_END,), figures=(OBSERVATIONS_TIME,),
)  # fmt: skip
def observations(standing: Standing, *, lodged_at: datetime, place: Place) -> TimeLimit:
    """Le condamné et son avocat ont un mois, de l'appel, pour adresser des observations écrites
    (the person and the lawyer have one month from the appeal to write).
    """
    last = certain(after_months(lodged_at, OBSERVATIONS_TIME[standing.on], place))
    return closing(standing, lodged_at, carried_over(last, place), place, "president_may_rule")


@provides("fr.procedure.president", cites=cpp("712-12", "D49-41"), since="2005-01-01")
def president(
    standing: Standing, *, written_until: TimeLimit, urgent: bool | None, at: datetime
) -> Allowed:
    """Sauf urgence, le président ne statue pas avant la fin du mois laissé aux observations
    (urgency apart, the president does not rule before the month for writing is over).
    """
    over = at >= written_until.closes_at
    return allowed_if(standing, "urgent", known=True if over else urgent)
