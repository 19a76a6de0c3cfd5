"""What every answer says to the browser: nothing from elsewhere, nothing kept, no frame."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'{more}; "
    "frame-ancestors 'none'; base-uri 'none'"
)
_SAID = {
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def headers(get_response: Next) -> Next:
    """Return the middleware. A page is never kept: others sit at the same machine."""
    more = "".join(f" {each}" for each in settings.SORTIE_FORMS_MAY_LEAD_TO)
    said = {"Content-Security-Policy": _POLICY.format(more=more), **_SAID}

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in said.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer
