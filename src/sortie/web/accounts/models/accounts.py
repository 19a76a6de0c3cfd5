"""An account, how it is opened for the first time, and who another provider says it is."""

import secrets
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

_ID_BYTES = 9


def new_id() -> str:
    """Return an id that says nothing of who bears it: events of the register hold it for ever."""
    return f"u-{secrets.token_urlsafe(_ID_BYTES)}"


class Accounts(BaseUserManager["Account"]):
    """How Django's own sign-in finds an account."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account that signs in with this address."""
        return self.get(email=address_of(username or ""))


def address_of(typed: str) -> str:
    """Return an e-mail address as it is kept: two cases of one letter are the same address."""
    return typed.strip().casefold()


class Account(AbstractBaseUser):
    """A person who may sign in. What they may do is in their posts, never here."""

    id = models.TextField(primary_key=True, default=new_id)
    email = models.TextField(unique=True)
    name = models.TextField()
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        db_table = "accounts_account"


class SetUp(models.Model):
    """A code handed over once, with which its owner chooses a password; only its digest is kept."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="set_up")
    digest = models.TextField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "accounts_set_up"


class Arrival(models.Model):
    """Someone whom another provider signed in: known by its issuer and their ``sub``, and no more.

    ``account`` is None until an administrator, or its owner, says whose it is. What the provider
    says of a name or an address is shown to help, and proves nothing.
    """

    issuer = models.TextField()
    sub = models.TextField()
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="arrivals")
    said_name = models.TextField(default="")
    said_email = models.TextField(default="")
    first_at = models.DateTimeField()
    linked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_arrival"
        constraints: ClassVar = [
            models.UniqueConstraint(name="accounts_arrival_once", fields=("issuer", "sub")),
            models.CheckConstraint(
                name="accounts_arrival_linked",
                condition=Q(account=None, linked_at=None)
                | Q(account__isnull=False, linked_at__isnull=False),
            ),
        ]
