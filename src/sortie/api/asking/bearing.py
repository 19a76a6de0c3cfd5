"""Who asks: a program that shows a token. Nothing else of the request says who, no cookie."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from sortie.web.tokens.keeping import Bearer, bearer_of


class Token(HttpBearer):
    """A personal token in ``Authorization: Bearer``."""

    def authenticate(self, request: HttpRequest, token: str) -> Bearer | None:
        """Return in whose name a program asks; None for a token that is nobody's any more."""
        return bearer_of(token, request.at)  # type: ignore[attr-defined]
