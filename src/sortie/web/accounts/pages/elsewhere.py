"""Signing in through another provider, and back."""

from django.http import Http404

from sortie.web.accounts import managing, provider
from sortie.web.accounts.errors import AccountsError
from sortie.web.accounts.models import Account, Arrival
from sortie.web.accounts.pages.answering import (
    leading_to,
    refused,
    typed_by,
)
from sortie.web.accounts.pages.signing_in import sign_in_values, whole
from sortie.web.accounts.provider import Arrived
from sortie.web.accounts.signing import sessions, wall
from sortie.web.frame import Answer, Asked, Page

_THROUGH = "provider"


def start(asked: Asked) -> Answer:
    """Send to the provider."""
    if not provider.is_there():
        raise Http404
    return provider.away(asked.request)


def back(asked: Asked) -> Answer:
    """Take back whom the provider signed in: to their account, or to be told to wait."""
    if not provider.is_there():
        raise Http404
    session, at = asked.request.session, wall()
    try:
        arrived = provider.back(asked.request, typed_by(asked), at)
        arrival = provider.arrival_of(arrived, at)
        if provider.is_linking(session):
            return _link(asked, arrival)
        account = provider.account_of(arrival)
    except AccountsError as error:
        return refused(asked, error, sign_in_values(asked))
    return _go_on(asked, account, arrived)


def _link(asked: Asked, arrival: Arrival) -> Answer:
    """Say that whoever is signed in here is the one whom the provider signed in just now."""
    account: Account | None = getattr(asked.request, "account", None)
    if account is None or not sessions.is_strong(asked.request.session, wall()):
        return leading_to("sign_in", asked)
    managing.link(int(arrival.pk), account, wall())
    return leading_to("account", asked)


def _go_on(asked: Asked, account: Account, arrived: Arrived) -> Answer:
    session = asked.request.session
    wanted = provider.next_after(session)
    sessions.begin(session, account, wall(), through=_THROUGH)
    provider.keep_token(session, arrived)
    if provider.is_strong(arrived):
        return whole(asked, account, through=_THROUGH, wanted=wanted)
    return leading_to("second_factor", asked, wanted)


PAGES = (
    Page(name="provider", route="sign-in/provider/", action="signing_in", post=start),
    Page(name="provider_back", route="sign-in/provider/back/", action="signing_in",
         template="accounts/sign_in.html", show=back),
)  # fmt: skip
