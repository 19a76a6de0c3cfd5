"""The tokens of whoever is signed in, for the post they act in."""

from typing import Any

from django.http import Http404

from sortie.web.accounts.models import Account, Post
from sortie.web.accounts.pages.answering import account_in, strong_or_led
from sortie.web.accounts.posts import posts_of
from sortie.web.accounts.signing import wall
from sortie.web.frame import Answer, Asked, SeeOther, Shown
from sortie.web.tokens import LASTS, SCOPES, keeping
from sortie.web.tokens.errors import TokensError

_REFUSED = 422


def show(asked: Asked) -> Answer:
    """Show the tokens that run, and what a new one may be."""
    return _values(asked, account_in(asked))


def change(asked: Asked) -> Answer:
    """Make a token, shown this once, or end one; a second factor is shown again first."""
    account = account_in(asked)
    led = strong_or_led(asked)
    if led is not None:
        return led
    said = asked.request.POST
    match said.get("do", ""):
        case "make":
            return _made(asked, account)
        case "end" if said.get("token", "").isdecimal():
            keeping.end(account, int(said["token"]), wall())
    return SeeOther(asked.request.path)


def _made(asked: Asked, account: Account) -> Shown:
    said = asked.request.POST
    lasts = said.get("lasts", "")
    try:
        _, shown = keeping.make(
            _post(asked, account), said.get("name", ""), said.get("scope", ""),
            int(lasts) if lasts.isdecimal() else 0, wall(),
        )  # fmt: skip
    except TokensError as error:
        told = asked.say(error.code, **{name: str(value) for name, value in vars(error).items()})
        values = {**_values(asked, account), "refusals": [told], "name": said.get("name", "")}
        return Shown(values=values, status=_REFUSED)
    return Shown(values={**_values(asked, account), "shown": shown})


def _post(asked: Asked, account: Account) -> Post:
    """Return the post that someone acts in; a token is of one post, and of no other.

    Raises:   Http404: they have chosen none
    """
    held = asked.acting.post
    post = posts_of(account, asked.at).filter(pk=held).first() if held.isdecimal() else None
    if post is None:
        raise Http404
    return post


def _values(asked: Asked, account: Account) -> dict[str, Any]:
    return {
        "tokens": list(keeping.tokens_of(account, wall())),
        "post": _post(asked, account),
        "scopes": [(each, f"tokens.scope.{each}") for each in SCOPES],
        "lengths": [(each, f"tokens.lasts.{each}") for each in LASTS],
        "shown": "",
        "refusals": [],
        "name": "",
    }
