"""Which language a request is answered in."""

from django.http import HttpRequest

from sortie.words import LANGUAGES

COOKIE = "language"


def language_of(request: HttpRequest) -> str:
    """Return the language chosen before, else that of the browser, else French."""
    chosen = request.COOKIES.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    for wish in request.headers.get("Accept-Language", "").split(","):
        code = wish.partition(";")[0].strip().partition("-")[0].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]
