"""Saying whose account someone is whom another provider signed in."""

from datetime import datetime

from django.db import transaction

from sortie.web.accounts.errors import NoSuchArrival
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account, Arrival
from sortie.web.authority import NOBODY, Acting


def unlinked() -> tuple[Arrival, ...]:
    """Return those whom a provider knows and nobody here does, the last to come first."""
    return tuple(Arrival.objects.filter(account=None).order_by("-first_at", "-pk"))


def link(arrival: int, account: Account, at: datetime, *, by: Acting = NOBODY) -> None:
    """Say that someone who came from a provider is this account. An address proves nothing.

    Raises:   NoSuchArrival: nobody, or somebody's already
    """
    with transaction.atomic():
        waiting = Arrival.objects.filter(pk=arrival, account=None)
        if not waiting.update(account=account, linked_at=at):
            raise NoSuchArrival
        happened(Kind.ARRIVAL_LINKED, at, account=account.id, by=by,
                 facts={"arrival": str(arrival)})  # fmt: skip
