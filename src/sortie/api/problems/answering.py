"""A problem as it is answered: RFC 9457, in the language asked for, the same bytes every time."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse

from sortie.api.problems.errors import Amiss
from sortie.api.problems.kinds import Kind
from sortie.words import Tongue

MEDIA = "application/problem+json"
# The page that says what each problem is, from the address of the site.
PAGE = "/api/v1/"


def problem(
    kind: Kind,
    tongue: Tongue,
    faults: Iterable[Amiss] = (),
    detail: str = "",
) -> HttpResponse:
    """Return the answer to what went wrong; without ``detail``, the sentence of its kind.

    The trap: nothing in it depends on what was asked for, unless a fault says so: what may not be
    seen is answered by the very bytes of what is not there.
    """
    told = [_told(each, tongue) for each in faults]
    said: dict[str, Any] = {
        "type": f"{PAGE}#{kind}",
        "title": tongue.say(f"problem.{kind}.title"),
        "status": kind.status,
        "detail": detail or tongue.say(f"problem.{kind}.text"),
    }
    if told:
        said["faults"] = told
    response = HttpResponse(
        json.dumps(said, ensure_ascii=False), status=kind.status, content_type=MEDIA
    )
    if kind is Kind.UNSIGNED:
        response.headers["WWW-Authenticate"] = 'Bearer realm="sortie"'
    if kind is Kind.OUT_OF_ORDER:
        response.headers["Retry-After"] = "2"
    return response


def _told(fault: Amiss, tongue: Tongue) -> dict[str, str]:
    holes = dict(fault.holes)
    message = fault.message or tongue.say(f"problem.fault.{fault.key}", **holes)
    return {
        "in": fault.part,
        "path": fault.path,
        "code": fault.code or f"api.{fault.key}",
        "message": message,
    }
