"""Computations a case study may ask for: a count of days, the end of a time limit, a credit.

Each takes what is given and the readings settled by the question, and returns what is computed,
or that it hangs on a reading nobody has signed.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from sortie.days import MonthEnd, Span, Spans, civil, end_of_next_day, rolled
from sortie.law.france import readings
from sortie.law.france.calendar import METROPOLITAN, holidays
from sortie.law.france.sentence.reduced.credit import automatic_credit
from sortie.law.france.sentence.reduced.regime import regime_of
from sortie.law.studies.desk import Desk, Path
from sortie.rules import Outcome

ROLLOVER = "fr.reading.weekend_rollover"
_PARIS = "Europe/Paris"
_DAY = timedelta(days=1)
_SUNDAY = 7

Given = Mapping[str, Any]
Computed = tuple[Any, frozenset[str]]


def compute(of: str, given: Given, settled: Mapping[str, str]) -> Computed:
    """Return what is computed, and the readings on which it hangs."""
    return _COMPUTATIONS[of](given, settled)


def _count(given: Given, _settled: Mapping[str, str]) -> Computed:
    """Return the day on which a length, begun on a day, has run (CPP 716-1)."""
    return given["length"].after(given["since"], MonthEnd.LAST_DAY), frozenset()


def _appeal_closes(given: Given, settled: Mapping[str, str]) -> Computed:
    """Return the day at whose last midnight the time to appeal ends (CPP D49-39, D49-40, 801).

    Reading:  fr.reading.weekend_rollover, whether a Saturday carries it over: unconfirmed
    """
    notified: datetime = given["notified_at"]
    instant = civil(notified.date(), notified.time(), _PARIS)
    last = end_of_next_day(instant, _PARIS).date() - _DAY
    by_option = {
        "carried_over": rolled(last, holidays(), METROPOLITAN),
        "not_carried_over": last,
    }
    option = settled.get(ROLLOVER) or readings()[ROLLOVER].adopted
    found = {by_option[option]} if option else set(by_option.values())
    if len(found) > 1:
        return Outcome.UNDETERMINED, frozenset([ROLLOVER])
    return found.pop(), frozenset()


def _release_day(given: Given, _settled: Mapping[str, str]) -> Computed:
    """Return the day of release: a Sunday or a holiday gives way to the day before (CPP 716-3).

    The trap: a Saturday is a working day here, as it is not for time limits.
    """
    day: date = given["on"]
    while day.isoweekday() == _SUNDAY or holidays().name_of(day, METROPOLITAN) is not None:
        day -= _DAY
    return day, frozenset()


def _automatic_credit(given: Given, _settled: Mapping[str, str]) -> Computed:
    credit = automatic_credit(
        given["length"], recidivist=given["recidivist"], final_on=given["final_on"]
    )
    return credit, frozenset()


def _credit_regime(given: Given, _settled: Mapping[str, str]) -> Computed:
    return regime_of(given["held"], given["on"]).value, frozenset()


_COMPUTATIONS: Mapping[str, Callable[[Given, Mapping[str, str]], Computed]] = {
    "count": _count,
    "appeal_closes": _appeal_closes,
    "release_day": _release_day,
    "automatic_credit": _automatic_credit,
    "credit_regime": _credit_regime,
}


# -- what a computation starts from ---------------------------------------------------------------


def keys_of(computation: str | None) -> Mapping[str, bool]:
    """Return the keys a computation starts from, and whether each is needed."""
    return _KEYS.get(computation or "", {})


def inputs(computation: str, found: Mapping[str, tuple[Path, Any]], desk: Desk) -> dict[str, Any]:
    """Return what a computation starts from, read from what was typed."""
    given: dict[str, Any] = {"recidivist": False}
    for key in keys_of(computation):
        if key in found:
            path, typed = found[key]
            given[key] = _SHAPES[key](desk, typed, path)
    if computation == "credit_regime" and not _is_held(given):
        path, typed = found.get("on", ((), None))
        desk.refuse("study.not_held", path, typed, "a day of the days in prison")
    return given


def _is_held(given: Given) -> bool:
    return given.get("on") is not None and given["on"] in given.get("held", Spans.of())


def _held(desk: Desk, value: object, path: Path) -> Spans:
    """Return the days in prison; a span without last day still runs."""
    spans = []
    for at, item in desk.items(value, path):
        found = desk.mapping(item, at, frozenset(["first", "last"]), frozenset(["first"]))
        first = desk.day(found["first"][1], at) if "first" in found else None
        last = desk.day(found["last"][1], at) if "last" in found else None
        if first and last and last < first:
            desk.refuse("study.end_before_start", at, last.isoformat(), first.isoformat())
        elif first:
            spans.append(Span.through(first, last))
    return Spans.of(*spans)


_KEYS: Mapping[str, Mapping[str, bool]] = {
    "count": {"since": True, "length": True},
    "appeal_closes": {"notified_at": True},
    "release_day": {"on": True},
    "automatic_credit": {"length": True, "final_on": True, "recidivist": False},
    "credit_regime": {"held": True, "on": True},
}
_SHAPES: Mapping[str, Callable[[Desk, Any, Path], Any]] = {
    "since": Desk.day,
    "length": Desk.length,
    "notified_at": Desk.instant,
    "on": Desk.day,
    "final_on": Desk.day,
    "recidivist": Desk.flag,
    "held": _held,
}
