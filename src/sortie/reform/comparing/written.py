"""A comparison as a program reads it."""

from dataclasses import asdict
from typing import Any

from sortie.reform.comparing.cells import Cell, Comparison, Route

FORMAT = "sortie/comparison@1"


def written(found: Comparison) -> dict[str, Any]:
    """Return a comparison as JSON has it; a number that is hidden is null.

    Months are named by their first day. A route of which no day changes is only named.
    """
    return {
        "format": FORMAT,
        "since": found.since.isoformat(),
        "before": found.period.before.isoformat(),
        "months": found.period.months,
        "threshold": found.threshold,
        "people": asdict(found.touched),
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


def _cells(cells: dict[str, Cell] | Any) -> dict[str, Any]:
    return {name: asdict(cell) for name, cell in cells.items()}
