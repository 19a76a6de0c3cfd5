"""Making a token, finding whose it is, ending it."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account, Post
from sortie.web.accounts.posts import acting_of
from sortie.web.accounts.sealing import digest
from sortie.web.accounts.signing import wall
from sortie.web.authority import Acting
from sortie.web.tokens.errors import TokenUnfit, TooManyTokens
from sortie.web.tokens.models import Token
from sortie.web.tokens.scopes import LASTS, SCOPES

MARK = "sortie_"
MOST = 20
_BYTES, _LONGEST = 32, 100
_ABOUT = "token"
# One writing a day says well enough whether a token still serves.
_LATELY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who asks with a token: the account in that post, and how far the token reaches."""

    acting: Acting
    scope: str


def make(post: Post, name: str, scope: str, lasts: int, at: datetime) -> tuple[Token, str]:
    """Return a new token of a post, and what its program must show, which is kept nowhere.

    ``at`` is an instant of the wall, never the one that a site holds still.

    Raises:   TokenUnfit: no name, or a scope or a length that is not offered
              TooManyTokens
    """
    called = " ".join(name.split())
    if not 0 < len(called) <= _LONGEST or scope not in SCOPES or lasts not in LASTS:
        raise TokenUnfit
    shown = MARK + secrets.token_urlsafe(_BYTES)
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=post.account_id)
        if tokens_of(post.account, at).count() >= MOST:
            raise TooManyTokens(MOST)
        made = Token.objects.create(
            post=post, name=called, scope=scope, digest=digest(shown, _ABOUT), made_at=at,
            ends_at=at + timedelta(days=lasts),
        )  # fmt: skip
        happened(Kind.TOKEN_MADE, at, account=post.account_id, facts=_facts(made))
    return made, shown


def tokens_of(account: Account, at: datetime) -> "QuerySet[Token]":
    """Return the tokens of someone that have not ended, the oldest first."""
    running = Token.objects.filter(post__account=account, ended_at=None, ends_at__gt=at)
    return running.select_related("post__place").order_by("pk")


def end(account: Account, token: int, at: datetime) -> None:
    """End a token of someone, at once; nothing happens when it is not theirs or ended before."""
    with transaction.atomic():
        held = tokens_of(account, at).filter(pk=token).first()
        if held is not None and Token.objects.filter(pk=token, ended_at=None).update(ended_at=at):
            happened(Kind.TOKEN_ENDED, at, account=account.id, facts=_facts(held))


def bearer_of(shown: str, at: datetime) -> Bearer | None:
    """Return who asks with what a program shows; None once it, its post or its account ended.

    ``at`` is the instant of the site, by which posts are held; a token ends by the wall's.
    """
    if not shown.startswith(MARK) or not shown.isascii():
        return None
    now = wall()
    running = Token.objects.filter(
        Q(post__until=None) | Q(post__until__gt=at), post__since__lte=at,
        digest=digest(shown, _ABOUT), ended_at=None, ends_at__gt=now, post__account__is_active=True,
    )  # fmt: skip
    held = running.select_related("post__account", "post__place").first()
    if held is None:
        return None
    if held.used_at is None or now - held.used_at >= _LATELY:
        Token.objects.filter(pk=held.pk).update(used_at=now)
    return Bearer(acting_of(held.post.account, held.post, at), held.scope)


def _facts(token: Token) -> dict[str, str]:
    return {"token": str(token.pk), "post": str(token.post_id), "scope": token.scope}
