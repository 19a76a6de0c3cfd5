"""Adding a second factor: the first one, before anything is shown, or another one later."""

import base64
import json
from typing import Any

import segno
from django.http import HttpResponse

from sortie.web.accounts import managing
from sortie.web.accounts.errors import AccountsError, FactorRefused
from sortie.web.accounts.factors import has_any, keys, totp
from sortie.web.accounts.models import Account
from sortie.web.accounts.pages.answering import (
    leading_to,
    next_of,
    refused,
    site_of,
    strong_or_led,
)
from sortie.web.accounts.pages.signing_in import KEY_ASKED, shown_in, whole
from sortie.web.accounts.sealing import opened, sealed
from sortie.web.accounts.signing import sessions, wall
from sortie.web.frame import Answer, Asked, Page, Shown

# The secret of a telephone that has not shown a code yet.
_SECRET = "new_secret"  # noqa: S105 (the name of a part of the session)
_SIZE = 5


def _who(asked: Asked) -> tuple[Account, str] | HttpResponse:
    """Return who adds a factor, and how they began to sign in if they have not ended."""
    account: Account | None = getattr(asked.request, "account", None)
    if account is not None:
        return strong_or_led(asked) or (account, "")
    half = sessions.half(asked.request.session, wall())
    if half is None:
        return leading_to("sign_in", asked)
    # Whoever has a factor shows it: adding another is not a way around.
    if has_any(half.account):
        return leading_to("second_factor", asked)
    return half.account, half.through


def show(asked: Asked) -> Answer:
    """Show what a telephone scans, and ask the browser for a key."""
    who = _who(asked)
    return who if isinstance(who, HttpResponse) else _values(asked, who[0])


def _values(asked: Asked, account: Account) -> dict[str, Any]:
    secret = _secret(asked, account)
    address = totp.address_of(secret, account)
    options, state = keys.ask_for_new(site_of(asked), account)
    asked.request.session[KEY_ASKED] = state
    typed = base64.b32encode(secret).decode()
    return {
        "next": next_of(asked),
        "drawing": segno.make(address, micro=False).svg_data_uri(scale=_SIZE),
        "typed": " ".join(typed[place : place + 4] for place in range(0, len(typed), 4)),
        "key_asked": json.dumps(options),
        "first": not has_any(account),
    }


def _secret(asked: Asked, account: Account) -> bytes:
    """Return the secret that this session offers: the same until it serves."""
    kept = asked.request.session.get(_SECRET, "")
    found = opened(bytes.fromhex(kept), account.id) if kept else None
    if found is None:
        found = totp.new_secret()
        asked.request.session[_SECRET] = sealed(found, account.id).hex()
    return found


def add(asked: Asked) -> Answer:
    """Add the telephone or the key, and show codes on paper with the first of them."""
    who = _who(asked)
    if isinstance(who, HttpResponse):
        return who
    account, through = who
    first = not has_any(account)
    try:
        _add(asked, account)
    except AccountsError as error:
        return refused(asked, error, _values(asked, account))
    asked.request.session.pop(_SECRET, None)
    if not first:
        return leading_to("account", asked)
    codes = managing.factors.make_codes(account, wall())
    after = whole(asked, account, through=through).url if through else next_of(asked)
    return Shown(values={"codes": codes, "after": after, "added": True})


def _add(asked: Asked, account: Account) -> None:
    said, at = asked.request.POST, wall()
    shown = shown_in(asked)
    if shown.key is not None:
        name = said.get("name", "") or asked.say("factors.key")
        managing.factors.add_key(account, site_of(asked), shown.asked, shown.key, at, name=name)
        return
    if not shown.code:
        raise FactorRefused
    managing.factors.add_totp(account, _secret(asked, account), shown.code, at)


PAGES = (
    Page(name="new_factor", route="sign-in/new-factor/", action="signing_in",
         template="accounts/new_factor.html", show=show, post=add),
)  # fmt: skip
