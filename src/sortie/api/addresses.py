"""Every address of the interface, to be mounted by the site."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, re_path

from sortie.api.document import document
from sortie.api.door import door, not_there
from sortie.api.operations import OPERATIONS
from sortie.api.operations.written import json_of
from sortie.api.page import page
from sortie.api.router import ROUTER, tongue_of

_MEDIA = {each.name: each.media for each in OPERATIONS}


def described(request: HttpRequest) -> HttpResponseBase:
    """Answer with the description of the interface."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    return json_of(document(tongue_of(request)))


def _routed() -> list[URLPattern]:
    found, _, _ = ROUTER.urls
    return [
        path(str(each.pattern), door(each.callback, _MEDIA[each.name]), name=each.name)
        for each in found
        if isinstance(each, URLPattern) and each.name in _MEDIA
    ]


def readable(request: HttpRequest) -> HttpResponse:
    """Answer with the page that people read."""
    return page(request)


# An operation may bear the name of a page: its address is asked for under this one.
app_name = "api"
urlpatterns: list[URLPattern] = [
    path("", readable, name="page"),
    path("openapi.json", door(described), name="document"),
    *_routed(),
    re_path(r"^.*$", not_there),
]
