"""What closes every leave, whatever its type."""

from datetime import date

from sortie.law.france.citing import cp, cpen, cpp
from sortie.law.france.figures import EXPERT_REPORT_AGE
from sortie.law.france.kinds import Offence, Status, TerritoryBanOtherAims, Unit
from sortie.law.france.leave.served import serving
from sortie.law.france.person import Person
from sortie.rules import rule


@rule("fr.status.convicted", cites=cpp("723-3", "D50"), since=None)
def convicted(p: Person, day: date) -> bool:
    """La condamnation est définitive (the conviction is final)."""
    return p.status[day] == Status.CONVICTED


@rule("fr.security_period.none_running", cites=cpp("720-2", "D142-1"), since=None)
def no_security_period(p: Person, day: date) -> bool:
    """Aucune période de sûreté n'est en cours (no security period is running)."""
    return not p.security_period[day]


@rule("fr.place.national_territory", cites=cpp("D142"), since="1998-12-09")
def on_national_territory(p: Person, day: date) -> bool:
    """La permission se déroule sur le territoire national (the leave stays in the country)."""
    return not p.abroad


@rule("fr.means.funds", cites=cpp("D147"), since="1998-12-09", until="2016-09-16")
def funds_shown(p: Person, day: date) -> bool:
    """La part disponible du compte suffit aux frais (the available funds cover the costs)."""
    return p.funds_shown


@funds_shown.version(cites=cpp("D142-3"), since="2016-09-17")
def funds_shown_2016(p: Person, day: date) -> bool:
    """La part disponible du compte suffit aux frais (the available funds cover the costs)."""
    return p.funds_shown


@rule("fr.means.lodging", cites=cpp("D147"), since="1998-12-09", until="2016-09-16")
def lodging_settled(p: Person, day: date) -> bool:
    """L'hébergement est justifié, ou inutile (lodging is shown, or not needed)."""
    return p.lodging_settled


@lodging_settled.version(cites=cpp("D142-3"), since="2016-09-17")
def lodging_settled_2016(p: Person, day: date) -> bool:
    """L'hébergement est justifié, ou inutile (lodging is shown, or not needed)."""
    return p.lodging_settled


@rule("fr.means.transport", cites=cpp("D147"), since="1998-12-09", until="2016-09-16")
def transport_settled(p: Person, day: date) -> bool:
    """Le transport est justifié, ou inutile (transport is shown, or not needed)."""
    return p.transport_settled


@transport_settled.version(cites=cpp("D142-3"), since="2016-09-17")
def transport_settled_2016(p: Person, day: date) -> bool:
    """Le transport est justifié, ou inutile (transport is shown, or not needed)."""
    return p.transport_settled


@rule("fr.territory_ban.no_bar", cites=cp("131-30"), since=None, until="2003-11-26")
def no_territory_ban_in_the_way(p: Person, day: date) -> bool:
    """Aucune interdiction du territoire ne fait obstacle (no territory ban stands in the way)."""
    return not p.territory_ban[day]


@no_territory_ban_in_the_way.version(cites=cp("131-30"), since="2003-11-27")
def no_territory_ban_in_the_way_2003(p: Person, day: date) -> bool:
    """Aucune interdiction du territoire ne fait obstacle (no territory ban stands in the way).

    The ban leaves room for preparing the request for its relief; for other aims see the reading.
    """
    return (
        not p.territory_ban[day]
        or p.prepares_relief
        or p.territory_ban_other_aims == TerritoryBanOtherAims.DOES_NOT_BAR
    )


@rule("fr.expert_report.required", cites=cpp("712-21"), since="1998-06-18", until="2007-08-11")
def expert_report_required(p: Person, day: date) -> bool:
    """L'infraction est de celles de l'article 706-47 : expertise préalable (listed offence)."""
    return (
        Offence.SEXUAL_706_47 in p.offences
        or Offence.MURDER_OF_MINOR in p.offences
        or Offence.RAPE_OF_MINOR_UNDER_15 in p.offences
    )


@expert_report_required.version(cites=cpp("712-21"), since="2007-08-12", until="2014-09-30")
def expert_report_required_2007(p: Person, day: date) -> bool:
    """Un suivi socio-judiciaire est encouru : expertise préalable (supervision is incurred)."""
    return p.supervision_incurred


@expert_report_required.version(cites=cpp("712-21"), since="2014-10-01")
def expert_report_required_2014(p: Person, day: date) -> bool:
    """Un suivi socio-judiciaire est prononcé : expertise préalable (supervision is pronounced)."""
    return p.supervision_pronounced


@rule("fr.expert_report.made_for_application", cites=cpp("712-21"), since=None)
def report_made_for_application(p: Person, day: date) -> bool:
    """L'expertise a été faite pour cette demande (the report was made for this application)."""
    return p.expert_report_on >= p.filed_on


@rule("fr.expert_report.recent_and_agreed", cites=cpp("D49-23"), since="2005-01-01")
def recent_report_and_agreement(p: Person, day: date) -> bool:
    """Expertise de moins de deux ans et accord du parquet (recent report, prosecutor agrees)."""
    return day < p.expert_report_on + EXPERT_REPORT_AGE[day] and p.prosecutor_agrees


@rule("fr.expert_report.waived", cites=cpp("D49-23"), since="2005-01-01")
def report_waived(p: Person, day: date) -> bool:
    """Le parquet consent à s'en passer, l'infraction le permet (the prosecutor waives it)."""
    return p.prosecutor_agrees and not (
        Offence.SEXUAL_706_47 in p.offences
        or Offence.MURDER_OF_MINOR in p.offences
        or Offence.MURDER_IN_RECIDIVISM in p.offences
    )


@rule("fr.expert_report.in_hand", cites=cpp("712-21", "D49-23"), since=None)
def expert_report_in_hand(p: Person, day: date) -> bool:
    """L'expertise préalable n'est pas requise, ou elle est acquise (no report is wanting)."""
    return (
        not expert_report_required(p, day)
        or report_made_for_application(p, day)
        or recent_report_and_agreement(p, day)
        or report_waived(p, day)
    )


@rule("fr.reform.organised_crime_units", cites=cpen("L224-5"), since="2025-06-15", off=True)
def announced_closure(p: Person, day: date) -> bool:
    """La loi annoncée fermerait la permission dans ces quartiers (the announced law would close).

    Announced on 17 December 2025, adoption unknown (Q1): switched off unless a reform switches
    it on.
    """
    return p.unit[day] == Unit.ORGANISED_CRIME_UNIT


@rule("fr.leave.common", cites=cpp("723-3"), since=None, until="1998-12-08")
def common_conditions(p: Person, day: date) -> bool:
    """Les conditions communes à toute permission sont remplies (the common conditions are met).

    What article D. 142 required before 1998-12-09 was not read.
    """
    return (
        serving(p, day)
        and convicted(p, day)
        and no_security_period(p, day)
        and no_territory_ban_in_the_way(p, day)
        and expert_report_in_hand(p, day)
    )


@common_conditions.version(cites=cpp("723-3", "D142"), since="1998-12-09")
def common_conditions_1998(p: Person, day: date) -> bool:
    """Les conditions communes à toute permission sont remplies (the common conditions are met)."""
    return (
        serving(p, day)
        and convicted(p, day)
        and no_security_period(p, day)
        and on_national_territory(p, day)
        and funds_shown(p, day)
        and lodging_settled(p, day)
        and transport_settled(p, day)
        and no_territory_ban_in_the_way(p, day)
        and expert_report_in_hand(p, day)
        and not announced_closure(p, day)
    )
