"""The receipt of what was done, shown on the page one is sent back to."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.urls import reverse

from sortie import store
from sortie.web.frame.asked import Asked

_DONE = "done"


class SeeOther(HttpResponseRedirect):
    """Send to an address that is asked for with GET, whatever was sent."""

    status_code = 303


def back_to(page: str, *, key: str = "", **captures: str) -> SeeOther:
    """Return the answer that sends to a page, with the receipt of the command of this key."""
    address = reverse(page, kwargs=captures)
    return SeeOther(f"{address}?{urlencode({_DONE: key})}" if key else address)


def receipt(asked: Asked) -> dict[str, Any] | None:
    """Return what is kept of the command that the address names, for its author only."""
    key = asked.request.GET.get(_DONE, "")
    if not key or not asked.signed_in:
        return None
    kept = store.command_of(key)
    if kept is None or kept.refused or kept.actor_id != asked.acting.account:
        return None
    return {"key": key, "verb": kept.verb, "at": kept.at, **kept.answer}
