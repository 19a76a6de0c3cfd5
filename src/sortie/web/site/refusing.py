"""What is answered when no page can be: lost, not allowed, broken, a form gone stale."""

from django.http import HttpRequest, HttpResponse

from sortie.web.frame import SeeOther, now, plain_page, rescued


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer that nothing is there; the very same for what one may not see."""
    return plain_page(request, "not_found", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer that this may not be done by who asks."""
    return plain_page(request, "forbidden", status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Answer that the request cannot be read."""
    return plain_page(request, "bad_request", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer that the program failed; nothing of the failure is shown."""
    return plain_page(request, "broken", status=500)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer a form that cannot be known as ours: nothing is done with it, and its text is kept.

    A form opened before its author signed in again comes here: it is opened anew, with its text.
    """
    if rescued(request, now()):
        return SeeOther(request.path)
    return plain_page(request, "stale_form", status=403)
