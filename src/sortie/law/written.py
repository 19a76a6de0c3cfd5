"""Answers and calendars as JSON values, in the shape of the public contract.

Spans exclude their end and say so: ``from``, ``before``. An end that is not known is null.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sortie.days import NEVER
from sortie.law.answers import (
    Answer,
    Authority,
    Boundary,
    Calendar,
    OtherEnd,
    RouteAnswer,
    RouteCalendar,
    ToBeSeen,
    Unsettled,
    Warned,
)
from sortie.law.reformed import ReformedLaw
from sortie.law.written_findings import Json, because, cites, day, finding, stretch

ANSWER = "sortie/answer@1"
CALENDAR = "sortie/calendar@1"

_DAY = timedelta(days=1)


def written_answer(answer: Answer) -> Json:
    """Return what the law answers on a day."""
    return {
        "format": ANSWER,
        "on": str(answer.on),
        "outcome": answer.outcome.value,
        **_supposed(answer.reform),
        "application": because(answer.application, answer.on),
        "routes": [_route(route, answer.on) for route in answer.routes],
        "would_open": [
            {"leave": each.leave, "on": day(each.on), "because": list(each.because)}
            for each in answer.would_open
        ],
        "escort_only": answer.escort_only,
        "missing": list(answer.missing),
        "unsettled": _unsettled(answer.unsettled),
        "other_end": _other_end(answer.other_end),
        "to_be_seen": [_to_be_seen(each) for each in answer.to_be_seen],
        "warnings": _warnings(answer.warnings),
    }


def _supposed(reform: ReformedLaw | None) -> Json:
    """Return the reform supposed, how far it stands and since when; nothing of it for the law."""
    return {
        "reform": reform.id if reform else None,
        "reform_status": reform.status if reform else None,
        "reform_since": day(reform.since) if reform else None,
    }


def _route(route: RouteAnswer, on: date) -> Json:
    why = because(route.why, on)
    return {
        "leave": route.leave,
        "outcome": why["outcome"],
        "open": [stretch(run) for run in route.open],
        "limits": dict(route.limits),
        "decided_by": _authority(route.decided_by),
        "findings": why["findings"],
        "missing": why["missing"],
        "unsettled": _unsettled(route.unsettled),
    }


def _authority(decides: Authority | None) -> Json | None:
    if decides is None:
        return None
    return {
        "authority": decides.authority,
        "others": list(decides.others),
        "because": list(decides.because),
        "missing": list(decides.missing),
    }


def _unsettled(open_readings: Iterable[Unsettled]) -> list[Json]:
    return [
        {
            "reading": each.reading,
            "answers": [
                {"option": under.option, "outcome": under.outcome.value,
                 "opens_on": day(under.opens_on)}
                for under in each.answers
            ],
        }
        for each in open_readings
    ]  # fmt: skip


def _other_end(other: OtherEnd | None) -> Json | None:
    if other is None:
        return None
    under = {"stated": other.under_stated.value, "computed": other.under_computed.value}
    return {"stated": str(other.stated), "computed": str(other.computed), "outcomes": under}


def _to_be_seen(seen: ToBeSeen) -> Json:
    last = seen.until
    before = None if last is None or last == NEVER else last + _DAY
    return {"fact": seen.fact, "kind": seen.kind, "from": day(seen.since), "before": day(before)}


def _warnings(warned: Iterable[Warned]) -> list[Json]:
    return [{"code": each.code, "date": day(each.day)} for each in warned]


def written_calendar(calendar: Calendar) -> Json:
    """Return what the law answers over a span of days, route by route."""
    return {
        "format": CALENDAR,
        "from": day(calendar.since),
        "before": day(calendar.before),
        **_supposed(calendar.reform),
        "routes": [_over(route) for route in calendar.routes],
        "law_changes": [str(each) for each in calendar.law_changes],
        "warnings": _warnings(calendar.warnings),
    }


def _over(route: RouteCalendar) -> Json:
    return {
        "leave": route.leave,
        "spans": [{**stretch(run), "outcome": run.outcome.value} for run in route.stretches],
        "boundaries": [_boundary(each) for each in route.boundaries],
        "versions": [
            {
                "from": day(version.window.since),
                "before": day(version.window.before),
                "cites": cites(version.cites, version.window.since),
            }
            for version in route.rule.versions
        ],
    }


def _boundary(boundary: Boundary) -> Json:
    return {
        "on": str(boundary.on),
        "became": boundary.became.value,
        "changed": [finding(each, boundary.on) for each in boundary.changed],
    }
