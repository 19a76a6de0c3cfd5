"""The choice of a language: kept by the browser, never by the account of someone else."""

from django.http import HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from sortie.web.frame import ANYONE, COOKIE, Asked, Page, SeeOther
from sortie.words import LANGUAGES

A_YEAR = 365 * 24 * 60 * 60


def choose(asked: Asked) -> HttpResponse:
    """Send back where one was, in the language chosen."""
    request = asked.request
    wanted = request.POST.get("back", "")
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}) and wanted[:1] == "/"
    response = SeeOther(wanted if ours else "/")
    code = request.POST.get("language", "")
    if code in LANGUAGES:
        response.set_cookie(COOKIE, code, A_YEAR, secure=request.is_secure(), httponly=True,
                            samesite="Lax")  # fmt: skip
    return response


PAGES = (Page(name="language", route="language/", action=ANYONE, post=choose),)
