"""The index of the law: by route or by article, and what answers a search."""

from typing import Any

from django.http import HttpResponse

from sortie import manual
from sortie.web.frame import Asked, Shown, draw
from sortie.web.pages.law.reading_on import read_on

TEMPLATE = "law/index.html"
_NOT_THERE = 404


def index(asked: Asked) -> Shown:
    """Return the rules that answer what the address asks; all of them when it asks nothing."""
    values = _listed(asked)
    return Shown(values=values, status=422 if values["read"].fault else 200)


def not_there(asked: Asked, unknown: str, near: tuple[str, ...]) -> HttpResponse:
    """Return the index, which says that a rule is not there and names the nearest."""
    values = {**_listed(asked), "unknown": unknown, "near": near}
    return draw(asked, TEMPLATE, values, _NOT_THERE)


def _listed(asked: Asked) -> dict[str, Any]:
    said, read = asked.request.GET, read_on(asked)
    routes = manual.routes_offered(asked.tongue)
    by, route = said.get("by", ""), said.get("route", "")
    wanted = manual.Wanted(
        on=read.day,
        typed=said.get("q", "").strip(),
        by=by if by in manual.BY else manual.BY[0],
        route=route if route in dict(routes) else "",
    )
    groups = manual.groups(wanted, asked.tongue)
    return {
        "wanted": wanted,
        "read": read,
        "routes": routes,
        "orders": manual.BY,
        "groups": groups,
        "found": len({row.rule for group in groups for row in group.rows}),
        "unknown": "",
        "near": (),
    }
