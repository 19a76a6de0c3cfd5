"""The one table of the private addresses."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q


class Feed(models.Model):
    """A private address of one post. It ends, and no other ever bears its id.

    What proves it is not here: it is made again from the id with the secret of the site.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    account = models.TextField()
    post = models.TextField()
    language = models.TextField()
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "web_feed"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="web_feed_one", fields=("account", "post"), condition=Q(ended_at=None)
            ),
        ]
