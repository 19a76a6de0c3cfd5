"""The two logs. The database itself refuses to change or to forget a line of either."""

from typing import ClassVar

from django.db import models


class Consultation(models.Model):
    """Who was shown what, when, in which post and by which of its rights, and why if asked.

    Nothing here points at another table: a line outlives what it speaks of.
    """

    at = models.DateTimeField()
    account = models.TextField()
    post = models.TextField()
    role = models.TextField()
    place = models.TextField()
    action = models.TextField()
    kind = models.TextField()
    about = models.TextField()
    person = models.TextField()
    relations = models.TextField()
    reason = models.TextField()

    class Meta:
        db_table = "accounts_consultation"
        indexes: ClassVar = [
            models.Index(name="accounts_seen_about", fields=("kind", "about", "id")),
            models.Index(name="accounts_seen_person", fields=("person", "id")),
            models.Index(name="accounts_seen_account", fields=("account", "id")),
            models.Index(name="accounts_seen_at", fields=("at", "id")),
        ]


class Happening(models.Model):
    """What happened to an account: a password tried, a post given, a key lost.

    ``name`` is a digest of what was typed to sign in, which may not be anyone's. ``facts`` is JSON
    and never holds a secret.
    """

    at = models.DateTimeField()
    kind = models.TextField()
    account = models.TextField()
    name = models.TextField()
    address = models.TextField()
    by = models.TextField()
    post = models.TextField()
    facts = models.TextField()

    class Meta:
        db_table = "accounts_happening"
        indexes: ClassVar = [
            models.Index(name="accounts_happened_name", fields=("kind", "name", "at")),
            models.Index(name="accounts_happened_address", fields=("kind", "address", "at")),
            models.Index(name="accounts_happened_account", fields=("account", "id")),
            models.Index(name="accounts_happened_at", fields=("at", "id")),
        ]
