"""There and back: sent to the provider with a state, a nonce and a proof key, each for one use."""

from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from mozilla_django_oidc.views import (  # type: ignore[import-untyped]
    OIDCAuthenticationRequestView,
)

from sortie.web.accounts.errors import (
    Fault,
    NotLinked,
    ProviderRefused,
    SignInRefused,
)
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account, Arrival
from sortie.web.accounts.provider.backend import Arrived, Provider
from sortie.web.accounts.signing import Typed, sessions

_STATES, _NEXT, _LINKING = "oidc_states", "oidc_login_next", "linking"
_TOKEN = sessions.PROVIDER_TOKEN


def is_there() -> bool:
    """Whether the site has another provider at all."""
    return bool(settings.SORTIE_PROVIDER_ISSUER)


def away(request: HttpRequest) -> HttpResponse:
    """Return the answer that sends a browser to the provider."""
    answer: HttpResponse = OIDCAuthenticationRequestView().get(request)
    return answer


def back(request: HttpRequest, typed: Typed, at: datetime) -> Arrived:
    """Return who came back, once. A state that was used, or is another browser's, is refused.

    Raises:   ProviderRefused
    """
    try:
        return _back(request)
    except ProviderRefused as refused:
        happened(Kind.PROVIDER_REFUSED, at, typed=("", typed.address),
                 facts={"fault": refused.fault.value})  # fmt: skip
        raise


def _back(request: HttpRequest) -> Arrived:
    asked = request.GET
    states = request.session.get(_STATES, {})
    kept = states.pop(asked.get("state", ""), None)
    if kept is None:
        raise ProviderRefused(Fault.UNKNOWN_STATE)
    request.session[_STATES] = states
    request.session.save()
    if "code" not in asked:
        raise ProviderRefused(Fault.TURNED_AWAY)
    return Provider().arrived(
        request, asked["code"], nonce=kept["nonce"] or "", verifier=kept["code_verifier"] or ""
    )


def arrival_of(arrived: Arrived, at: datetime) -> Arrival:
    """Return the line of someone who came: made the first time, found by issuer and ``sub`` after.

    The trap: the e-mail address that a provider says is never looked up, here or elsewhere.
    """
    found, new = Arrival.objects.get_or_create(
        issuer=arrived.issuer,
        sub=arrived.sub,
        defaults={"said_name": arrived.said_name, "said_email": arrived.said_email, "first_at": at},
    )
    if new:
        happened(Kind.ARRIVED, at, facts={"arrival": str(found.pk), "issuer": arrived.issuer})
    return found


def account_of(arrival: Arrival) -> Account:
    """Return whose account someone is.

    Raises:   NotLinked: nobody said yet
              SignInRefused: the account is closed
    """
    account = arrival.account
    if account is None:
        raise NotLinked
    if not account.is_active:
        raise SignInRefused
    return account


def is_strong(arrived: Arrived) -> bool:
    """Whether the provider says that it saw two factors, in words that the site accepts."""
    return arrived.strength in settings.SORTIE_PROVIDER_STRONG


def keep_token(session: SessionBase, arrived: Arrived) -> None:
    """Remember what to show the provider when signing out."""
    session[_TOKEN] = arrived.token


def begin_linking(session: SessionBase) -> None:
    """Remember that whoever comes back is whoever is signed in now."""
    session[_LINKING] = True


def is_linking(session: SessionBase) -> bool:
    """Whether someone signed in went to the provider to be known by it; asked once."""
    return bool(session.pop(_LINKING, False))


def next_after(session: SessionBase) -> str:
    """Return where one was going before the provider."""
    return session.pop(_NEXT, None) or "/"


def farewell(session: SessionBase, request: HttpRequest) -> str | None:
    """Return where to sign out over there too; None for who did not come from there."""
    token = session.get(_TOKEN)
    if token is None or not settings.SORTIE_PROVIDER_SIGN_OUT:
        return None
    said = {"id_token_hint": token, "post_logout_redirect_uri": request.build_absolute_uri("/")}
    return f"{settings.SORTIE_PROVIDER_SIGN_OUT}?{urlencode(said)}"
