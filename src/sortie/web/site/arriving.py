"""What every request has before a page looks at it: an instant, and nobody signed in yet."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from sortie.web.authority import NOBODY
from sortie.web.frame import now

Next = Callable[[HttpRequest], HttpResponse]


def arriving(get_response: Next) -> Next:
    """Return the middleware. ``request.acting`` is filled by who signs people in, after it."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.at = now()  # type: ignore[attr-defined]
        request.acting = NOBODY  # type: ignore[attr-defined]
        return get_response(request)

    return answer
