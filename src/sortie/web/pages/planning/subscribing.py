"""The private address of a post's planning: made, shown to its owner, ended."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from sortie.web.accounts.journal import SeenQuery, seen
from sortie.web.feeds import keeping
from sortie.web.frame import Answer, Asked, SeeOther

KIND = "feed"


def show(asked: Asked) -> Mapping[str, Any]:
    """Show the private address of one's post, and when it was last read."""
    feed = keeping.running(asked.acting)
    if feed is None:
        return {"feed": None, "private": "", "last": None}
    captures = {"feed_id": str(feed.id), "proof": keeping.proof_of(feed)}
    path = reverse("planning_calendar", kwargs=captures)
    lines = seen(SeenQuery(kind=KIND, about=str(feed.id), limit=1))
    return {
        "feed": feed,
        "private": asked.request.build_absolute_uri(path),
        "last": lines[0].at if lines else None,
    }


def change(asked: Asked) -> Answer:
    """Make a new address, or end the one there is."""
    match asked.request.POST.get("do", ""):
        case "make":
            keeping.make(asked.acting, asked.tongue.code, asked.at)
        case "end":
            keeping.end(asked.acting, asked.at)
    return SeeOther(reverse("planning_feed"))
