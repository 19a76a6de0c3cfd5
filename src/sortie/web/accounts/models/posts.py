"""Where people work, in which capacity, from when to when, and whose case they have in hand."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sortie.web.accounts.models.accounts import Account

PRISON, COURT, APPEAL_COURT, SERVICE = "prison", "court", "appeal_court", "probation_service"
KINDS = (PRISON, COURT, APPEAL_COURT, SERVICE)
COUNSEL, FOLLOW_UP = "counsel", "follow_up"


class Place(models.Model):
    """A prison, a court, a court of appeal, a probation service, by the code that cases bear."""

    code = models.TextField(primary_key=True)
    kind = models.TextField()
    name = models.TextField()

    class Meta:
        db_table = "accounts_place"
        constraints: ClassVar = [
            models.CheckConstraint(name="accounts_place_kind", condition=Q(kind__in=KINDS)),
        ]


class PlaceReached(models.Model):
    """A prison that a court hears or a service works in, a court that a court of appeal reviews."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="reached")
    reaches = models.ForeignKey(Place, models.PROTECT, related_name="+")

    class Meta:
        db_table = "accounts_place_reached"
        constraints: ClassVar = [
            models.UniqueConstraint(name="accounts_reached_once", fields=("place", "reaches")),
        ]


class Post(models.Model):
    """One capacity of one account at one place. It ends; it is never changed nor removed."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="posts")
    role = models.TextField()
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="posts")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_post"
        indexes: ClassVar = [models.Index(name="accounts_post_account", fields=("account",))]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="accounts_post_ends", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
        ]


class Assignment(models.Model):
    """A lawyer's client, or a person whom a probation officer follows."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="assignments")
    kind = models.TextField()
    person = models.TextField()
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_assignment"
        indexes: ClassVar = [
            models.Index(name="accounts_assignment_person", fields=("person", "kind")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="accounts_assignment_once",
                fields=("post", "kind", "person"),
                condition=Q(until=None),
            ),
            models.CheckConstraint(
                name="accounts_assignment_kind", condition=Q(kind__in=(COUNSEL, FOLLOW_UP))
            ),
        ]
