"""The operations on one router, and what the router itself refuses put into words."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from sortie.api.asking import OPEN_TO_ANYONE, Operation, StrictJson, Token
from sortie.api.operations import OPERATIONS
from sortie.api.problems import Kind, faults_of, problem
from sortie.api.shapes.problems import Problem
from sortie.web.frame import page_tongue
from sortie.words import LANGUAGES, Tongue

VERSION = "1"
_LOG = logging.getLogger("django.request")
# What any call may be told, and what any call in someone's name may be.
_ALWAYS = (Kind.METHOD, Kind.NOT_ACCEPTABLE, Kind.INVALID, Kind.UNREADABLE, Kind.OUT_OF_ORDER)
_SIGNED = (Kind.UNSIGNED, Kind.TOO_NARROW, Kind.NOT_THERE)
_SENT = (Kind.TOO_BIG, Kind.NOT_JSON)


def refusals_of(operation: Operation) -> tuple[Kind, ...]:
    """Return every problem that an operation may be answered with."""
    found = [*_ALWAYS, *operation.refuses]
    if operation.scope != OPEN_TO_ANYONE:
        found += _SIGNED
    if operation.method == "POST":
        found += _SENT
    return tuple(dict.fromkeys(found))


def tongue_of(request: HttpRequest) -> Tongue:
    """Return the language that a call is answered in."""
    found: Tongue | None = getattr(request, "tongue", None)
    return found or page_tongue(LANGUAGES[0])


def _unsigned(request: HttpRequest, _: Any) -> HttpResponse:
    return problem(Kind.UNSIGNED, tongue_of(request))


def _unreadable(request: HttpRequest, _: Any) -> HttpResponse:
    return problem(Kind.UNREADABLE, tongue_of(request))


def _misread(request: HttpRequest, error: Any) -> HttpResponse:
    return problem(Kind.INVALID, tongue_of(request), faults_of(error.errors))


def _broken(request: HttpRequest, error: Any) -> HttpResponse:
    """Answer that the program failed; what failed goes to the log, and to nobody else."""
    _LOG.error("%s", request.path, exc_info=error)
    return problem(Kind.BROKEN, tongue_of(request))


def _made() -> NinjaAPI:
    made = NinjaAPI(
        title="sortie", version=VERSION, parser=StrictJson(), openapi_url=None, docs_url=None,
        urls_namespace="api",
    )  # fmt: skip
    made.add_exception_handler(AuthenticationError, _unsigned)
    made.add_exception_handler(HttpError, _unreadable)
    made.add_exception_handler(ValidationError, _misread)
    made.add_exception_handler(Exception, _broken)
    for each in OPERATIONS:
        made.default_router.add_api_operation(
            each.route,
            [each.method],
            each.view(),
            auth=None if each.scope == OPEN_TO_ANYONE else Token(),
            response={**each.gives, **{kind.status: Problem for kind in refusals_of(each)}},
            operation_id=each.name,
            tags=[each.family],
            by_alias=True,
            exclude_unset=True,
            url_name=each.name,
        )
    return made


ROUTER = _made()
