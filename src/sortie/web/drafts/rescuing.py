"""A form that cannot be acted upon, its author being signed out or changed: its text is kept."""

from datetime import datetime

from django.http import HttpRequest

from sortie.web.drafts.keepers import read_keeper
from sortie.web.drafts.keeping import Kept, keep
from sortie.web.forms import typed_in


def rescue(request: HttpRequest, at: datetime) -> Kept | None:
    """Save what a form holds as the draft of its author; None where it is not one of ours.

    The form itself proves whose draft it is, whoever is signed in now.
    """
    keeper = read_keeper(request.POST.get("keeper", "")) if request.method == "POST" else None
    if keeper is None:
        return None
    seen, tab = request.POST.get("seen", ""), request.POST.get("tab", "")
    return keep(
        keeper,
        tab,
        typed_in(request).written(),
        at,
        mark=request.POST.get("kept", ""),
        seen=int(seen) if seen.isdecimal() else None,
    )
