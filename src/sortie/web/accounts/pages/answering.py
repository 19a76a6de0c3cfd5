"""What the pages of the accounts share: who is there, where they go next, what they are told."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from sortie.web.accounts.addresses import address_of
from sortie.web.accounts.errors import AccountsError, PasswordWeak
from sortie.web.accounts.factors import Site
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing import Typed, sessions, wall
from sortie.web.frame import Asked, SeeOther, Shown

NEXT = "next"
_UNPROCESSABLE = 422


def account_in(asked: Asked) -> Account:
    """Return who is signed in.

    Raises:   Http404: nobody with an account of this site
    """
    account: Account | None = getattr(asked.request, "account", None)
    if account is None:
        raise Http404
    return account


def next_of(asked: Asked) -> str:
    """Return the address to go to next: one of this site, or its first page."""
    wanted = asked.request.GET.get(NEXT, "") or asked.request.POST.get(NEXT, "")
    host = {asked.request.get_host()}
    ours = url_has_allowed_host_and_scheme(wanted, host, require_https=asked.request.is_secure())
    return wanted if ours and wanted[:1] == "/" else "/"


def leading_to(page: str, asked: Asked, wanted: str = "") -> SeeOther:
    """Send to a page, and remember where to go after it."""
    return SeeOther(f"{reverse(page)}?{urlencode({NEXT: wanted or next_of(asked)})}")


def typed_by(asked: Asked, name: str = "") -> Typed:
    """Return what someone typed to sign in, and from where."""
    return Typed(name, address_of(asked.request))


def site_of(asked: Asked) -> Site:
    """Return what a security key signs for here."""
    request = asked.request
    host = request.get_host()
    return Site(host.partition(":")[0], f"{request.scheme}://{host}")


def refused(asked: Asked, error: AccountsError, values: Mapping[str, Any]) -> Shown:
    """Return the same page again, with what was refused and what had been typed."""
    told = {"refusals": list(sentences(asked, error)), NEXT: next_of(asked)}
    return Shown(values={**values, **told}, status=_UNPROCESSABLE)


def sentences(asked: Asked, error: AccountsError) -> Iterator[str]:
    """Yield what a refusal says, in whole sentences."""
    if isinstance(error, PasswordWeak):
        yield from (asked.say(f"{error.code}.{fault}") for fault in error.faults)
        return
    yield asked.say(error.code, **{name: str(value) for name, value in vars(error).items()})


def strong_or_led(asked: Asked) -> HttpResponse | None:
    """Return where to show a second factor again; None for who did so lately."""
    if sessions.is_strong(asked.request.session, wall()):
        return None
    wanted = urlencode({NEXT: asked.request.path})
    return SeeOther(f"{reverse('confirm')}?{wanted}")
