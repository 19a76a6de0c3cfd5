"""Signing in: the password, then the second factor; and signing out."""

import json
from typing import Any

from django.conf import settings

from sortie.web.accounts import provider
from sortie.web.accounts.errors import AccountsError
from sortie.web.accounts.factors import has_any, keys
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account, SecurityKey, Totp
from sortie.web.accounts.pages.answering import (
    leading_to,
    next_of,
    refused,
    site_of,
    typed_by,
)
from sortie.web.accounts.posts import posts_of
from sortie.web.accounts.signing import Shown, passwords, sessions, set_up, show_factor, wall
from sortie.web.frame import Answer, Asked, Page, SeeOther

# What a security key was asked, until it answers.
KEY_ASKED = "key_asked"
PASSWORD = "password"  # noqa: S105 (the name of a field)


def show_sign_in(asked: Asked) -> Answer:
    """Ask for the address and the password."""
    if asked.signed_in:
        return SeeOther(next_of(asked))
    return sign_in_values(asked)


def sign_in_values(asked: Asked, email: str = "") -> dict[str, Any]:
    """Return what the page that asks for an address and a password shows."""
    return {
        "next": next_of(asked),
        "email": email,
        "provider": provider.is_there(),
        "front": settings.SORTIE_FRONT,
    }


def sign_in(asked: Asked) -> Answer:
    """Look at the password, and go on to the second factor."""
    request = asked.request
    email, at = request.POST.get("email", ""), wall()
    try:
        account = passwords.account_of(typed_by(asked, email), request.POST.get("password", ""), at)
    except AccountsError as error:
        return refused(asked, error, sign_in_values(asked, email))
    sessions.begin(request.session, account, at, through=PASSWORD)
    return leading_to("second_factor", asked)


def show_first_time(asked: Asked) -> Answer:
    """Ask for the code that was handed over, and for a password."""
    return {"next": next_of(asked), "email": "", "code": ""}


def first_time(asked: Asked) -> Answer:
    """Give an account the password chosen, and go on to its second factor."""
    said, at = asked.request.POST, wall()
    email = said.get("email", "")
    try:
        account = set_up.open_with(
            typed_by(asked, email), said.get("code", ""), said.get("password", ""), at
        )
    except AccountsError as error:
        return refused(asked, error, {"email": email, "code": said.get("code", "")})
    sessions.begin(asked.request.session, account, at, through=PASSWORD)
    return leading_to("new_factor", asked)


def show_second_factor(asked: Asked) -> Answer:
    """Ask for a code, or for the signature of a security key."""
    half = sessions.half(asked.request.session, wall())
    if half is None:
        return leading_to("sign_in", asked)
    if not has_any(half.account):
        return leading_to("new_factor", asked)
    return factor_values(asked, half.account)


def factor_values(asked: Asked, account: Account) -> dict[str, Any]:
    """Return what a page that asks for a second factor shows, and remember what keys are asked."""
    values: dict[str, Any] = {
        "next": next_of(asked),
        "telephone": Totp.objects.filter(account=account).exists(),
    }
    if SecurityKey.objects.filter(account=account).exists():
        options, state = keys.ask(site_of(asked), account)
        asked.request.session[KEY_ASKED] = state
        values["key_asked"] = json.dumps(options)
    return values


def second_factor(asked: Asked) -> Answer:
    """Look at the second factor, and sign in."""
    half = sessions.half(asked.request.session, wall())
    if half is None:
        return leading_to("sign_in", asked)
    try:
        show_factor(half.account, shown_in(asked), typed_by(asked), wall(), site=site_of(asked))
    except AccountsError as error:
        return refused(asked, error, factor_values(asked, half.account))
    return whole(asked, half.account, through=half.through)


def shown_in(asked: Asked) -> Shown:
    """Return the second factor that a form holds; what a key was asked serves once."""
    state = asked.request.session.pop(KEY_ASKED, None)
    said = asked.request.POST.get("key", "")
    return Shown(
        code=asked.request.POST.get("code", ""), key=_read(said) if said else None, asked=state
    )


def _read(said: str) -> object:
    try:
        return json.loads(said)
    except ValueError:
        return ""


def whole(asked: Asked, account: Account, *, through: str, wanted: str = "") -> SeeOther:
    """Sign someone in whole, in their post where they hold one alone."""
    session, at = asked.request.session, wall()
    sessions.sign_in(session, account, at)
    happened(Kind.SIGNED_IN, at, account=account.id, typed=typed_by(asked).both,
             facts={"through": through})  # fmt: skip
    held = list(posts_of(account, asked.at))
    if len(held) == 1:
        sessions.act_in(session, int(held[0].pk))
        return SeeOther(wanted or next_of(asked))
    return leading_to("post_choice", asked, wanted)


def sign_out(asked: Asked) -> Answer:
    """Sign out, here and at the provider that signed them in."""
    session = asked.request.session
    address = provider.farewell(session, asked.request)
    happened(Kind.SIGNED_OUT, wall(), account=asked.acting.account, typed=typed_by(asked).both)
    sessions.sign_out(session)
    return SeeOther(address) if address else leading_to(settings.SORTIE_FRONT, asked)


PAGES = (
    Page(name="sign_in", route="sign-in/", action="signing_in",
         template="accounts/sign_in.html", show=show_sign_in, post=sign_in),
    Page(name="first_time", route="sign-in/first-time/", action="signing_in",
         template="accounts/first_time.html", show=show_first_time, post=first_time),
    Page(name="second_factor", route="sign-in/second-factor/", action="signing_in",
         template="accounts/second_factor.html", show=show_second_factor, post=second_factor),
    Page(name="sign_out", route="sign-out/", action="account.own", post=sign_out),
)  # fmt: skip
