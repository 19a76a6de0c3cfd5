"""Why something is looked at, written before it is shown, where the table asks for it."""

from django.http import HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from sortie.web.frame import REASONS, Asked, Page, SeeOther

# A reason is for what one is looking at, and not for the rest of the week.
MOST_KEPT = 20


def give(asked: Asked) -> HttpResponse:
    """Keep the reason for this address while one is signed in, and send back to it."""
    request = asked.request
    back, reason = request.POST.get("back", ""), request.POST.get("reason", "").strip()
    ours = url_has_allowed_host_and_scheme(back, {request.get_host()}) and back[:1] == "/"
    if not ours:
        return SeeOther("/")
    if reason:
        kept = {**request.session.get(REASONS, {}), back: reason}
        request.session[REASONS] = dict(list(kept.items())[-MOST_KEPT:])
    return SeeOther(back)


PAGES = (Page(name="reason", route="reason/", action="account.own", post=give),)
