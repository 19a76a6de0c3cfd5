"""The language that a request is answered in, before any page is asked."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from sortie.web.frame import language_of, page_tongue

Next = Callable[[HttpRequest], HttpResponse]


def language(get_response: Next) -> Next:
    """Return the middleware: ``request.tongue`` is what the pages speak with."""

    def answer(request: HttpRequest) -> HttpResponse:
        code = language_of(request)
        request.tongue = page_tongue(code)  # type: ignore[attr-defined]
        with translation.override(code):
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ["Cookie", "Accept-Language"])
        return response

    return answer
