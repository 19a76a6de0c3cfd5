"""One's own account: how one signs in, in which posts, and since when."""

from typing import Any

from django.http import HttpResponse

from sortie.web.accounts import managing, provider
from sortie.web.accounts.errors import AccountsError, FactorRefused, SignInRefused
from sortie.web.accounts.factors import recovery
from sortie.web.accounts.journal import HappeningQuery, Kind, happened, happenings
from sortie.web.accounts.models import Account
from sortie.web.accounts.pages.answering import (
    account_in,
    leading_to,
    next_of,
    refused,
    site_of,
    strong_or_led,
    typed_by,
)
from sortie.web.accounts.pages.signing_in import factor_values, shown_in
from sortie.web.accounts.posts import posts_of
from sortie.web.accounts.signing import passwords, sessions, show_factor, wall
from sortie.web.frame import Answer, Asked, Page, SeeOther, Shown

_LATELY = 10


def show(asked: Asked) -> Answer:
    """Show how one signs in."""
    return _values(asked, account_in(asked))


def _values(asked: Asked, account: Account) -> dict[str, Any]:
    lately = happenings(HappeningQuery(account=account.id, kind=Kind.SIGNED_IN, limit=_LATELY))
    return {
        "next": "",
        "account": account,
        "posts": list(posts_of(account, asked.at)),
        "telephone": getattr(account, "totp", None),
        "keys": list(account.security_keys.order_by("pk")),
        "codes_left": recovery.left(account),
        "lately": lately,
        "provider": provider.is_there(),
        "arrivals": list(account.arrivals.order_by("pk")),
    }


def change(asked: Asked) -> Answer:
    """Change how one signs in; a second factor is shown again first."""
    account = account_in(asked)
    led = strong_or_led(asked)
    if led is not None:
        return led
    act = _CHANGES.get(asked.request.POST.get("do", ""))
    if act is None:
        return SeeOther(asked.request.path)
    try:
        done = act(asked, account)
    except AccountsError as error:
        return refused(asked, error, _values(asked, account))
    return done if done is not None else SeeOther(asked.request.path)


def _change_password(asked: Asked, account: Account) -> None:
    said, at = asked.request.POST, wall()
    same = passwords.account_of(typed_by(asked, account.email), said.get("password", ""), at)
    if same.pk != account.pk:
        raise SignInRefused
    passwords.choose(account, said.get("new_password", ""), at)
    sessions.keep_signed(asked.request.session, account)


def _remove_totp(_: Asked, account: Account) -> None:
    managing.factors.remove_totp(account, wall())


def _remove_key(asked: Asked, account: Account) -> None:
    said = asked.request.POST.get("key", "")
    if not said.isdecimal():
        raise FactorRefused
    managing.factors.remove_key(account, int(said), wall())


def _new_codes(asked: Asked, account: Account) -> Shown:
    codes = managing.factors.make_codes(account, wall())
    return Shown(values={**_values(asked, account), "codes": codes})


def _link(asked: Asked, _: Account) -> HttpResponse:
    provider.begin_linking(asked.request.session)
    return provider.away(asked.request)


_CHANGES: dict[str, Any] = {
    "password": _change_password,
    "remove_telephone": _remove_totp,
    "remove_key": _remove_key,
    "codes": _new_codes,
    "link": _link,
}


def show_confirm(asked: Asked) -> Answer:
    """Ask for a second factor again."""
    return factor_values(asked, account_in(asked))


def confirm(asked: Asked) -> Answer:
    """Look at a second factor shown again."""
    account = account_in(asked)
    try:
        show_factor(account, shown_in(asked), typed_by(asked), wall(), site=site_of(asked))
    except AccountsError as error:
        return refused(asked, error, factor_values(asked, account))
    sessions.show_strength(asked.request.session, wall())
    return SeeOther(next_of(asked))


def show_posts(asked: Asked) -> Answer:
    """Show the posts one may act in."""
    account = account_in(asked)
    return {"next": next_of(asked), "posts": list(posts_of(account, asked.at))}


def choose_post(asked: Asked) -> Answer:
    """Act in one of one's posts from now on."""
    account = account_in(asked)
    said = asked.request.POST.get("post", "")
    post = posts_of(account, asked.at).filter(pk=int(said)).first() if said.isdecimal() else None
    if post is None:
        return leading_to("post_choice", asked)
    sessions.act_in(asked.request.session, int(post.pk))
    happened(Kind.POST_CHOSEN, wall(), account=account.id, facts={"post": str(post.pk)})
    return SeeOther(next_of(asked))


PAGES = (
    Page(name="account", route="account/", action="account.own",
         template="accounts/account.html", show=show, post=change),
    Page(name="confirm", route="account/confirm/", action="account.own",
         template="accounts/second_factor.html", show=show_confirm, post=confirm),
    Page(name="post_choice", route="account/post/", action="post.choose",
         template="accounts/post_choice.html", show=show_posts, post=choose_post),
)  # fmt: skip
