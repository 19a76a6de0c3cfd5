"""What every address of the interface does before its operation, and after it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from sortie.api.asking import MOST_BYTES
from sortie.api.problems import MEDIA, Kind, problem
from sortie.api.router import tongue_of

View = Callable[..., HttpResponseBase]
_JSON = "application/json"
_METHOD = 405


def door(view: View, media: str = _JSON) -> View:
    """Return the view behind what every call meets: media types, sizes, methods."""

    def answer(request: HttpRequest, **captures: Any) -> HttpResponseBase:
        refused = _refused(request, media)
        if refused is not None:
            return problem(refused, tongue_of(request))
        asked = request.method
        request.method = "GET" if asked == "HEAD" else asked
        response = view(request, **captures)
        request.method = asked
        if response.status_code == _METHOD:
            allowed = response.headers.get("Allow", "")
            response = problem(Kind.METHOD, tongue_of(request))
            response.headers["Allow"] = allowed
        patch_vary_headers(response, ["Accept", "Authorization"])
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined]
    return answer


def _refused(request: HttpRequest, media: str) -> Kind | None:
    if not (request.accepts(media) or request.accepts(MEDIA)):
        return Kind.NOT_ACCEPTABLE
    if request.method != "POST":
        return None
    said = request.META.get("CONTENT_LENGTH") or "0"
    if not said.isdecimal() or int(said) > MOST_BYTES:
        return Kind.TOO_BIG
    encoding = (request.content_params or {}).get("charset", "utf-8").lower()
    if request.content_type != _JSON or encoding not in ("utf-8", "utf8"):
        return Kind.NOT_JSON
    return None


def not_there(request: HttpRequest, **captures: Any) -> HttpResponseBase:
    """Answer that nothing is at an address; the very same for what one may not see."""
    del captures
    return problem(Kind.NOT_THERE, tongue_of(request))


not_there.csrf_exempt = True  # type: ignore[attr-defined]
