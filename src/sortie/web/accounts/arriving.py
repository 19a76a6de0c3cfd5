"""Who is signed in, before any page looks at the request; and where one without a post is led."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from sortie.web.accounts.models import Account, Post
from sortie.web.accounts.posts import acting_of, posts_of
from sortie.web.accounts.signing import sessions
from sortie.web.authority import ADMINISTRATOR, AUDITOR, Acting
from sortie.web.frame import SeeOther, rescued

CHOICE = "post_choice"
_NOT_FOUND = 404
# The first page of those who have no case to look at.
_HOMES = {ADMINISTRATOR: "accounts", AUDITOR: "log"}


class Arriving:
    """The middleware. ``request.account`` is who is signed in, None for nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        account = sessions.account_in(request.session)
        request.account = account  # type: ignore[attr-defined]
        if account is None:
            return self.get_response(request)
        acting = _acting(request, account)
        request.acting = acting  # type: ignore[attr-defined]
        response = self.get_response(request)
        if response.status_code != _NOT_FOUND:
            return response
        home = _HOMES.get(acting.role)
        if home is not None and request.path == "/":
            return SeeOther(reverse(home))
        return response if acting.role else _choice(request)


def _acting(request: HttpRequest, account: Account) -> Acting:
    at = request.at  # type: ignore[attr-defined]
    chosen = sessions.post_in(request.session)
    post: Post | None = None
    if chosen is not None:
        post = posts_of(account, at).filter(pk=chosen).first()
    return acting_of(account, post, at)


def _choice(request: HttpRequest) -> HttpResponse:
    """Lead to the choice of a post: without one there is nothing to see, whatever was asked."""
    # What was typed is kept before anyone is sent elsewhere.
    rescued(request, request.at)  # type: ignore[attr-defined]
    wanted = urlencode({"next": request.get_full_path() if request.method == "GET" else "/"})
    return SeeOther(f"{reverse(CHOICE)}?{wanted}")
