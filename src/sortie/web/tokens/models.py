"""The one table of the tokens."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from sortie.web.accounts.models import Post
from sortie.web.tokens.scopes import SCOPES


class Token(models.Model):
    """What a program shows in the name of one post. It ends; it is never changed nor removed.

    The token itself is shown once and kept nowhere: ``digest`` is what it is known by.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    name = models.TextField()
    scope = models.TextField()
    digest = models.TextField(unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "web_token"
        indexes: ClassVar = [models.Index(name="web_token_post", fields=("post", "id"))]
        constraints: ClassVar = [
            models.CheckConstraint(name="web_token_scope", condition=Q(scope__in=SCOPES)),
            models.CheckConstraint(name="web_token_ends", condition=Q(ends_at__gt=F("made_at"))),
        ]
