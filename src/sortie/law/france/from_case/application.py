"""The leave asked for: how long, on which days, with what means."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sortie import facts
from sortie.days import EVER
from sortie.facts import UNKNOWN
from sortie.law.france.calendar import elapsed, is_day_off
from sortie.law.france.kinds import LeaveDay
from sortie.rules import Bounds, Missing

_DAY = timedelta(days=1)


def known(value: Any, path: str) -> Any:
    """Return a fact of the application, or what is missing of it."""
    return Missing((f"application.{path}",)) if value is UNKNOWN else value


def abroad(application: facts.Application) -> bool | Missing:
    """Return whether one of the places is outside the national territory."""
    if application.places is UNKNOWN:
        return Missing(("application.places",))
    countries = [place.country for place in application.places]
    if any(country is not UNKNOWN and country != "FR" for country in countries):
        return True
    unknown = [f"application.places[{i}].country" for i, c in enumerate(countries) if c is UNKNOWN]
    return Missing(tuple(unknown)) if unknown else False


def settled(shown: Any, path: str) -> bool | Missing:
    """Return whether lodging or transport is shown or not needed."""
    return Missing((f"application.{path}",)) if shown is UNKNOWN else shown in (True, "not_needed")


def expert_report_on(application: facts.Application) -> date | Missing:
    """Return the date of the report; ``EVER`` when there is none."""
    report = application.expert_report_on
    if report is UNKNOWN:
        return Missing(("application.expert_report_on",))
    return EVER if report is None else report


def days_asked(case: facts.CaseFile, counted: LeaveDay) -> int | Bounds | Missing:
    """Return how many days of leave are asked, travel time set apart where it is known.

    A leave of three days may last longer by the time of the journey (CPP D. 142). Where the
    journey is unknown the count lies between one day and what the hours say.

    Reading:  fr.reading.leave_day, civil days or twenty-four hours each: unconfirmed
    """
    application = case.application
    leaving, back = application.departs_at, application.returns_at
    if leaving is UNKNOWN or back is UNKNOWN:
        names = ("departs_at", leaving), ("returns_at", back)
        return Missing(tuple(f"application.{n}" for n, v in names if v is UNKNOWN))
    absence = elapsed(leaving, back, case)
    whole = _in_days(absence)
    if counted is LeaveDay.CALENDAR_DAYS:
        whole = (back.date() - leaving.date()).days + 1
    if application.travel_time is UNKNOWN:
        return whole if whole <= 1 else Bounds(1, whole, ("application.travel_time",))
    if not application.travel_time:
        return whole
    return min(whole, _in_days(absence - application.travel_time))


def _in_days(length: timedelta) -> int:
    return max(1, -(-length // _DAY))


def only_days_off(case: facts.CaseFile) -> bool | Missing:
    """Return whether every day asked is a Saturday, a Sunday, a holiday or a day not worked."""
    application = case.application
    leaving, back = application.departs_at, application.returns_at
    if leaving is UNKNOWN or back is UNKNOWN:
        return Missing(("application.departs_at", "application.returns_at"))
    others = [day for day in _civil_days(leaving, back) if not is_day_off(day, case)]
    if not others:
        return True
    if application.days_not_worked is UNKNOWN:
        return Missing(("application.days_not_worked",))
    return set(others) <= set(application.days_not_worked)


def _civil_days(leaving: datetime, back: datetime) -> Iterator[date]:
    day = leaving.date()
    while day <= back.date():
        yield day
        day += _DAY
