"""Signing in for tests: a header says who, and nothing of it is in the program."""

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.test import Client

from sortie.casework import Actor, Role
from sortie.web.authority import Acting

HEADER = "X-Signed-In"
OF_A_COURT = (Role.ENFORCEMENT_JUDGE, Role.COURT_CLERK, Role.PROSECUTOR)
SIGNED_IN = "tests.web.signing.signed_in"


def signed_in(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """Return the middleware: who the header names is signed in."""

    def answer(request: HttpRequest) -> HttpResponse:
        said = request.headers.get(HEADER)
        if said:
            held: dict[str, Any] = {
                name: frozenset(each) if isinstance(each, list) else each
                for name, each in json.loads(said).items()
            }
            request.acting = Acting(**held)  # type: ignore[attr-defined]
        return get_response(request)

    return answer


def acting_of(actor: Actor) -> Acting:
    """Return someone in a post whose reach is the place it is in, and no other."""
    place = frozenset({actor.of})
    court = place if actor.role in OF_A_COURT else frozenset()
    appeals = frozenset({"court of the north"}) if actor.role is Role.APPEAL_PRESIDENT else court
    return Acting(
        account=actor.id,
        post=f"{actor.role}@{actor.of}",
        role=actor.role,
        of=actor.of,
        courts=court,
        prisons=place - court,
        appeals_from=appeals - court,
    )


def header_of(who: Actor | Acting | None) -> dict[str, str]:
    """Return the header that signs someone in."""
    if who is None:
        return {}
    acting = acting_of(who) if isinstance(who, Actor) else who
    held = {each.name: getattr(acting, each.name) for each in fields(acting)}
    plain = {n: sorted(v) if isinstance(v, frozenset) else v for n, v in held.items()}
    return {HEADER: json.dumps(plain)}


class Browser(Client):
    """A browser without JavaScript; it sends the forms as they are, and checks their token."""

    def __init__(self, who: Actor | Acting | None, language: str) -> None:
        super().__init__(
            enforce_csrf_checks=True,
            headers={"Accept-Language": language, **header_of(who)},
        )
