"""Giving and ending posts, and saying whose person someone has in hand."""

from datetime import datetime

from django.db import transaction

from sortie.casework import Role
from sortie.web.accounts.errors import PostOver, PostUnfit
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.managing.accounts import keep_an_administrator
from sortie.web.accounts.managing.places import place_of
from sortie.web.accounts.models import Account, Assignment, Post
from sortie.web.accounts.models.posts import COUNSEL, FOLLOW_UP
from sortie.web.accounts.posts import KINDS_OF_PLACE, running
from sortie.web.authority import NOBODY, Acting

_KIND_OF = {Role.LAWYER.value: COUNSEL, Role.PROBATION_OFFICER.value: FOLLOW_UP}


def give_post(
    account: Account, role: str, at: datetime, *, place: str = "", by: Acting = NOBODY
) -> Post:
    """Return the post that someone holds from now on; the same one if they hold it already.

    Raises:   PostUnfit: no such capacity, or it is not exercised there
              NoSuchPlace
    """
    kinds = KINDS_OF_PLACE.get(role)
    if kinds is None or bool(kinds) is not bool(place):
        raise PostUnfit(role, kinds or ())
    where = place_of(place) if place else None
    if where is not None and where.kind not in kinds:
        raise PostUnfit(role, kinds)
    with transaction.atomic():
        Account.objects.select_for_update().get(pk=account.pk)
        held = Post.objects.filter(running(at), account=account, role=role, place=where).first()
        if held is not None:
            return held
        post = Post.objects.create(account=account, role=role, place=where, since=at)
        happened(Kind.POST_GIVEN, at, account=account.id, by=by,
                 facts={"post": str(post.pk), "role": role, "place": place})  # fmt: skip
    return post


def end_post(post: Post, at: datetime, *, by: Acting) -> None:
    """End a post: from now on nobody acts in it, and nothing done in it changes.

    Raises:   PostOver: it ended before
              LastAdministrator
    """
    mine = Post.objects.filter(pk=post.pk)
    with transaction.atomic():
        keep_an_administrator(at, without=mine)
        if not mine.filter(until=None).update(until=at):
            raise PostOver
        Assignment.objects.filter(post=post, until=None).update(until=at)
        happened(Kind.POST_ENDED, at, account=post.account_id, by=by,
                 facts={"post": str(post.pk)})  # fmt: skip


def assign(post: Post, person: str, at: datetime, *, by: Acting) -> Assignment:
    """Say that a lawyer has this client, or that a probation officer follows this person.

    Raises:   PostUnfit: a post of another capacity
              PostOver
    """
    kind = _KIND_OF.get(post.role)
    if kind is None:
        raise PostUnfit(post.role, ())
    with transaction.atomic():
        if not Post.objects.select_for_update().filter(running(at), pk=post.pk).exists():
            raise PostOver
        given, new = Assignment.objects.get_or_create(
            post=post, kind=kind, person=person, until=None, defaults={"since": at}
        )
        if new:
            happened(Kind.ASSIGNED, at, account=post.account_id, by=by,
                     facts={"post": str(post.pk), "kind": kind, "person": person})  # fmt: skip
    return given


def unassign(post: Post, person: str, at: datetime, *, by: Acting) -> None:
    """Say that a person is no longer a lawyer's client, or followed by a probation officer."""
    with transaction.atomic():
        open_ = Assignment.objects.filter(post=post, person=person, until=None)
        if open_.update(until=at):
            happened(Kind.UNASSIGNED, at, account=post.account_id, by=by,
                     facts={"post": str(post.pk), "person": person})  # fmt: skip


def assigned_to(person: str, at: datetime) -> tuple[Assignment, ...]:
    """Return the lawyers and the probation officers of a person."""
    rows = Assignment.objects.filter(running(at), person=person)
    return tuple(rows.select_related("post__account", "post__place").order_by("kind", "since"))
