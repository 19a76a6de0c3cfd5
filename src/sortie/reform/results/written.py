"""A comparison, and all that is said of it, as a program reads it."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sortie.reform.expecting import Rate
from sortie.reform.results.cells import Cell, Comparison, Route
from sortie.reform.results.report import Report
from sortie.reform.told import ReformTold, told_written

FORMAT = "sortie/comparison@1"


def written(report: Report) -> dict[str, Any]:
    """Return a report as JSON has it; a number that is hidden is null.

    Months are named by their first day. A route of which no day changes is only named.
    """
    a, b = report.reforms
    return {
        **_comparison(report.comparison),
        "synthetic": report.synthetic,
        "reforms": {"a": None if a is None else _reform(a), "b": _reform(b)},
        "rules": {name: dict(words) for name, words in report.rules.items()},
        "expected": None if report.expected is None else asdict(report.expected),
        "rates": {name: _rate(rate) for name, rate in report.rates.items()},
        "questions": {name: dict(words) for name, words in report.readings.items()},
        "command": report.command,
    }


def _comparison(found: Comparison) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "since": found.since.isoformat(),
        "before": found.period.before.isoformat(),
        "months": found.period.months,
        "threshold": found.threshold,
        "people": asdict(found.touched),
        "classes": {name: list(classes) for name, classes in found.classes.items()},
        "groups": {
            name: {each: asdict(touched) for each, touched in classes.items()}
            for name, classes in found.groups.items()
        },
        "best": _route(found, found.best),
        "routes": {route.id: _route(found, route) for route in found.changed},
        "unchanged": [route.id for route in found.routes if not route.changes],
        "supposed": found.supposed,
        "readings": dict(found.readings),
        "records": found.records,
        "laws": {"a": found.laws[0], "b": found.laws[1]},
        "version": found.version,
    }


def _route(found: Comparison, route: Route) -> dict[str, Any]:
    days = (day.isoformat() for day in found.period)
    return {
        "whole": asdict(route.whole),
        "moved": asdict(route.moved),
        "causes": [asdict(cause) for cause in route.causes],
        "groups": {name: _cells(classes) for name, classes in route.groups.items()},
        "months": _cells(dict(zip(days, route.months, strict=True))),
    }


def _cells(cells: Mapping[str, Cell]) -> dict[str, Any]:
    return {name: asdict(cell) for name, cell in cells.items()}


def _reform(reform: ReformTold) -> dict[str, Any]:
    left_out = [dict(words) for words in reform.not_modelled]
    return {**told_written(reform), "not_modelled": left_out}


def _rate(rate: Rate) -> dict[str, Any]:
    return {
        "title": dict(rate.title),
        "low": rate.interval.low,
        "high": rate.interval.high,
        "changed": rate.changed,
        "published": [asdict(each) for each in rate.figures],
    }
