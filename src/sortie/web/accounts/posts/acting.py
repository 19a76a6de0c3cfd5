"""From a post to what it reaches: who acts, as the table of authority needs to know them."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from sortie.web.accounts.models import Account, Assignment, PlaceReached, Post
from sortie.web.accounts.models.posts import (
    APPEAL_COURT,
    COUNSEL,
    COURT,
    FOLLOW_UP,
    PRISON,
    SERVICE,
)
from sortie.web.authority import Acting


def running(at: datetime) -> Q:
    """Return what is so at an instant: begun, and not ended."""
    return Q(since__lte=at) & (Q(until=None) | Q(until__gt=at))


def posts_of(account: Account, at: datetime) -> "QuerySet[Post]":
    """Return the posts that someone holds at an instant, the oldest first."""
    held = Post.objects.filter(running(at), account=account)
    return held.select_related("place").order_by("since", "pk")


def acting_of(account: Account, post: Post | None, at: datetime) -> Acting:
    """Return someone in one of their posts; without one, signed in and nothing more.

    Three questions at the most, whatever the post reaches.
    """
    if post is None:
        return Acting(account=account.id)
    place = post.place
    assigned = _assigned(post, at)
    return Acting(
        account=account.id,
        post=str(post.pk),
        role=post.role,
        of=place.code if place is not None else "",
        clients=assigned[COUNSEL],
        followed=assigned[FOLLOW_UP],
        **(_reach(place.code, place.kind) if place is not None else {}),
    )


def _reach(code: str, kind: str) -> dict[str, Any]:
    if kind == PRISON:
        return {"prisons": frozenset({code})}
    rows = PlaceReached.objects.filter(place_id=code)
    reached = frozenset(rows.values_list("reaches_id", flat=True))
    if kind == SERVICE:
        return {"prisons": reached}
    if kind == COURT:
        return {"courts": frozenset({code}), "prisons_heard": reached}
    assert kind == APPEAL_COURT  # noqa: S101 (the table holds four kinds)
    return {"appeals_from": reached}


def _assigned(post: Post, at: datetime) -> dict[str, frozenset[str]]:
    rows = Assignment.objects.filter(running(at), post=post).values_list("kind", "person")
    found: dict[str, set[str]] = {COUNSEL: set(), FOLLOW_UP: set()}
    for kind, person in rows:
        found[kind].add(person)
    return {kind: frozenset(persons) for kind, persons in found.items()}
