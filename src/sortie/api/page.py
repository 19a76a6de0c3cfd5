"""The interface as people read it: every operation, and every problem by its name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from sortie.api.asking import OPEN_TO_ANYONE, Operation, called_by
from sortie.api.document import PREFIX, summary_of
from sortie.api.operations import OPERATIONS
from sortie.api.problems import Kind
from sortie.api.router import refusals_of
from sortie.web.frame import draw
from sortie.words import Tongue


@dataclass(frozen=True, slots=True)
class Told:
    """One operation in words."""

    name: str
    method: str
    address: str
    summary: str
    text: str
    scope: str
    headers: tuple[str, ...]
    refuses: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Operations that go together, under the key of their heading."""

    key: str
    operations: tuple[Told, ...]


def page(request: HttpRequest) -> HttpResponse:
    """Return the page; it is for anyone, signed in or not."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    called = called_by(request)
    # A person reads it, in the post they act in: it only draws their menu.
    called.acting = request.acting  # type: ignore[attr-defined]
    values: dict[str, Any] = {
        "families": list(_families(called.tongue)),
        "kinds": [(each, each.status) for each in Kind],
    }
    return draw(called, "api/page.html", values)


def _families(tongue: Tongue) -> Iterator[Family]:
    for name in dict.fromkeys(each.family for each in OPERATIONS):
        told = tuple(_told(each, tongue) for each in OPERATIONS if each.family == name)
        yield Family(f"api.family.{name}", told)


def _told(operation: Operation, tongue: Tongue) -> Told:
    text = f"api.{operation.name}.text"
    scope = "anyone" if operation.scope == OPEN_TO_ANYONE else operation.scope
    return Told(
        name=operation.name,
        method=operation.method,
        address=PREFIX + operation.route,
        summary=summary_of(operation.name, tongue),
        text=tongue.say(text) if text in tongue.sentences else "",
        scope=f"api.scope.{scope}",
        headers=operation.headers,
        refuses=refusals_of(operation),
    )
