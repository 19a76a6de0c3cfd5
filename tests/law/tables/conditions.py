"""Conditions common to every leave without escort (parts 2 and 4 of the tables)."""

from datetime import date, datetime, timedelta

from tests.law.tables.arithmetic import (
    add_months,
    at_paris,
    civil_days,
    elapsed,
    travel,
    weekend_or_holiday,
)
from tests.law.tables.custody import (
    covers,
    in_custody,
    known_day,
    offences,
    rows,
    security_period_running,
    status_on,
)
from tests.law.tables.vocabulary import (
    BAN_ALLOWS_RELIEF,
    BAN_OTHER_AIMS,
    DECREE_1998,
    LEAVE_DAY,
    RECIDIVISTS_HALF,
    REPORT_IF_INCURRED,
    REPORT_ONLY_IF_PRONOUNCED,
    SUPERVISION_CREATED,
    Case,
    Readings,
)

NO_WAIVER = {"sexual_706_47", "murder_of_minor", "murder_in_recidivism"}
LISTED = {"sexual_706_47", "murder_of_minor", "rape_of_minor_under_15"}


def finally_sentenced(case: Case, day: date) -> bool:
    """D50, 723-3: only a person finally sentenced."""
    return status_on(case, day) == "convicted"


def inside_the_country(case: Case) -> bool:
    """D142 §1: national territory only."""
    return all(place["country"] == "FR" for place in rows(case["application"]["places"]))


def means_shown(case: Case) -> bool:
    """D142-3 (D147 until 2016-09-16): money, lodging and transport; each lack is a bar."""
    asked = case["application"]
    return (
        asked["funds_shown"] is True
        and asked["lodging_shown"] in (True, "not_needed")
        and asked["transport_shown"] in (True, "not_needed")
    )


def territory_ban_allows(case: Case, readings: Readings, day: date) -> bool:
    """CP 131-30, last paragraph, since 2003-11-27; before, the ban forbids any outing."""
    running = [row for row in rows(case["custody"]["territory_ban"]) if covers(row, day, "since")]
    if not running:
        return True
    if day < BAN_ALLOWS_RELIEF:
        return False
    if case["application"]["prepares_relief"] is True:
        return True
    return readings[BAN_OTHER_AIMS] == "does_not_bar"


def expert_report_needed(case: Case, day: date) -> bool:
    """712-21: an offence of 706-47; supervision incurred; from 2014-10-01 only pronounced."""
    if day < SUPERVISION_CREATED:
        return False
    if day < REPORT_IF_INCURRED:
        return bool(offences(case) & LISTED)
    supervision = {row["socio_judicial_supervision"] for row in rows(case["custody"]["sentences"])}
    if day < REPORT_ONLY_IF_PRONOUNCED:
        return bool(supervision & {"incurred", "pronounced"})
    return "pronounced" in supervision


def expert_report_in_order(case: Case, day: date) -> bool:
    """712-21 and the waivers of D49-23, (a) and (b), in force from 2005-01-01."""
    if not expert_report_needed(case, day):
        return True
    asked = case["application"]
    report = known_day(asked["expert_report_on"])
    if report is not None and report >= date.fromisoformat(asked["filed_on"]):
        return True
    if asked["prosecutor_agrees"] is not True or day < RECIDIVISTS_HALF:
        return False
    under_two_years_old = report is not None and day < add_months(report, 24)
    return under_two_years_old or not offences(case) & NO_WAIVER


def common_conditions(case: Case, readings: Readings, day: date) -> bool:
    """All that every leave without escort requires, purpose, place, time and length apart."""
    return (
        in_custody(case, day)
        and finally_sentenced(case, day)
        and not security_period_running(case, readings, day)
        and (day < DECREE_1998 or (inside_the_country(case) and means_shown(case)))
        and territory_ban_allows(case, readings, day)
        and expert_report_in_order(case, day)
    )


def asked_instants(case: Case) -> tuple[datetime, datetime]:
    asked = case["application"]
    return at_paris(asked["departs_at"]), at_paris(asked["returns_at"])


def asked_days(case: Case) -> list[date]:
    """The civil days touched by the leave asked."""
    return civil_days(*asked_instants(case))


def no_longer_than(case: Case, readings: Readings, longest: int) -> bool:
    """The leave fits in that number of days, with travel time added (D142 §2) if it must be."""
    hours = elapsed(*asked_instants(case))
    allowed = timedelta(hours=24 * longest)
    if readings[LEAVE_DAY] == "calendar_days":
        fits = len(asked_days(case)) <= longest
    else:
        fits = hours <= allowed
    if fits:
        return True
    on_the_road = travel(case["application"]["travel_time"])
    return on_the_road > timedelta(0) and hours - on_the_road <= allowed


def only_days_off(case: Case) -> bool:
    """D143-3 (old D143-1): Saturdays, Sundays, public holidays and days not worked, no other."""
    not_worked = {date.fromisoformat(text) for text in case["application"]["days_not_worked"]}
    return all(weekend_or_holiday(day) or day in not_worked for day in asked_days(case))
