"""The one table of the drafts."""

import uuid
from typing import ClassVar

from django.db import models


class Draft(models.Model):
    """What one person typed in one form about one thing, in one tab of their browser.

    ``sealed`` opens with the secret of the site only. ``version`` grows at each saving.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    account = models.TextField()
    form = models.TextField()
    target = models.TextField()
    tab = models.TextField()
    version = models.PositiveIntegerField(default=1)
    seen = models.BigIntegerField(null=True)
    saved_at = models.DateTimeField()
    sealed = models.BinaryField()

    class Meta:
        db_table = "web_draft"
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="web_draft_tab", fields=("account", "form", "target", "tab")
            ),
        ]
        indexes: ClassVar = [models.Index(name="web_draft_saved", fields=("saved_at",))]
