"""A comparison read back from what a program wrote: nothing repaired, nothing counted again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from sortie import law
from sortie.reform.expecting import Expected, Interval, Outcomes, Published, Rate
from sortie.reform.results.cells import (
    Cause,
    Cell,
    Comparison,
    Count,
    Moved,
    Route,
    Spread,
    Standing,
    Touched,
)
from sortie.reform.results.period import Period
from sortie.reform.results.report import Report
from sortie.reform.results.written import FORMAT
from sortie.reform.told import told_read, words_read
from sortie.rules import fields_of

Json = Mapping[str, Any]
_OUTCOMES = ("leaves", "on_time", "late", "not_returned", "escape_declared")


def report_of(json: Json) -> Report:
    """Return the report that was written.

    The trap: of a route of which no day changes only the name was kept: its counts are not told.

    Raises:   KeyError, TypeError, ValueError: it was not written so
    """
    if json["format"] != FORMAT:
        raise ValueError(json["format"])
    a, b = json["reforms"]["a"], json["reforms"]["b"]
    expected = json["expected"]
    return Report(
        comparison=_comparison(json),
        reforms=(None if a is None else told_read(a), told_read(b)),
        rules=_each(json["rules"], words_read),
        expected=None if expected is None else Expected(
            *(_outcomes(expected[side]) for side in ("a", "b", "difference"))
        ),
        rates={name: _rate(name, rate) for name, rate in json["rates"].items()},
        command=str(json["command"]),
        synthetic=json["synthetic"] is True,
        readings=_each(json["questions"], words_read),
    )  # fmt: skip


def _each(named: Json, read: Callable[[Any], Any]) -> dict[str, Any]:
    return {name: read(each) for name, each in named.items()}


def _comparison(json: Json) -> Comparison:
    period = Period(date.fromisoformat(json["since"]), _number(json["months"]))
    routes = [_route(name, route, period) for name, route in json["routes"].items()]
    _refuse_unknown(json["classes"], json["groups"])
    return Comparison(
        period=period,
        threshold=_number(json["threshold"]),
        touched=_touched(json["people"]),
        groups=_each(json["groups"], lambda classes: _each(classes, _touched)),
        classes=_each(json["classes"], lambda names: tuple(map(str, names))),
        best=_route("best", json["best"], period),
        routes=(*routes, *map(_unchanged, json["unchanged"])),
        records=str(json["records"]),
        laws=(str(json["laws"]["a"]), str(json["laws"]["b"])),
        supposed=_each(json["supposed"], dict),
        readings=_each(json["readings"], str),
        version=str(json["version"]),
    )


def _refuse_unknown(classes: Json, groups: Json) -> None:
    """Refuse classes that this version has no words for.

    Raises:   ValueError
    """
    for name, found in classes.items():
        field = fields_of(law.france.Person)[law.france.CLASSES[name][0]]
        known = {str(member.value) for member in field.members} or set(found)
        if not (known | {"unknown"}).issuperset(found) or not set(found).issuperset(groups[name]):
            raise ValueError(name)


def _route(name: str, json: Json, period: Period) -> Route:
    days = [day.isoformat() for day in period]
    if list(json["months"]) != days:
        raise ValueError(name)
    return Route(
        name,
        _cell(json["whole"]),
        tuple(_cell(json["months"][day]) for day in days),
        _moved(json["moved"]),
        tuple(_cause(each) for each in json["causes"]),
        _each(json["groups"], lambda classes: _each(classes, _cell)),
    )


def _unchanged(name: Any) -> Route:
    untold = Standing(None, None, None, None)
    nobody = Spread(0, None, None, None)
    moved = Moved(nobody, nobody, None, 0, 0, None)
    return Route(str(name), Cell(untold, untold, 0, 0, 0, 0), (), moved, (), {})


def _cell(json: Json) -> Cell:
    a, b = (Standing(*_counts(json[side], "open closed undetermined days_open"))
            for side in ("a", "b"))  # fmt: skip
    return Cell(a, b, *_counts(json, "days_gained days_lost people_gaining people_losing"))


def _moved(json: Json) -> Moved:
    earlier, later = (Spread(*_counts(json[name], "people low median high"))
                      for name in ("earlier", "later"))  # fmt: skip
    return Moved(earlier, later, *_counts(json, "same opens_at_last opens_no_more never"))


def _cause(json: Json) -> Cause:
    counts = _counts(json, "days_gained days_lost people_gaining people_losing")
    return Cause(str(json["rule"]), *counts)


def _touched(json: Json) -> Touched:
    return Touched(*_counts(json, "people days gaining losing either"))


def _counts(json: Json, names: str) -> Sequence[Count]:
    return [None if json[name] is None else _number(json[name]) for name in names.split()]


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _outcomes(json: Json) -> Outcomes:
    return Outcomes(*(_interval(json[name]) for name in _OUTCOMES))


def _interval(json: Json) -> Interval:
    return Interval(float(json["low"]), float(json["high"]))


def _rate(name: str, json: Json) -> Rate:
    figures = tuple(
        Published(_number(each["year"]), float(each["share"]), str(each["source"]),
                  str(each["url"]), str(each["grade"]))
        for each in json["published"]
    )  # fmt: skip
    title = words_read(json["title"])
    return Rate(name, _interval(json), title, figures, changed=json["changed"] is True)
