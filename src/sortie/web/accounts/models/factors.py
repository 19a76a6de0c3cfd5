"""The second factors of an account."""

from typing import ClassVar

from django.db import models

from sortie.web.accounts.models.accounts import Account


class Totp(models.Model):
    """An application that shows a code every thirty seconds.

    ``sealed`` opens with the secret of the site only. A code counts once: ``last_step`` is the
    thirty seconds of the last one, kept here so that every server knows it.
    """

    account = models.OneToOneField(Account, models.CASCADE, related_name="totp")
    sealed = models.BinaryField()
    last_step = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()

    class Meta:
        db_table = "accounts_totp"


class SecurityKey(models.Model):
    """A security key, or the passkey of a device. ``credential`` holds its public half."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="security_keys")
    name = models.TextField()
    credential_id = models.TextField(unique=True)
    credential = models.BinaryField()
    counter = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_security_key"


class RecoveryCode(models.Model):
    """A code on paper, for the day the rest is lost, good once; only its digest is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="recovery_codes")
    digest = models.TextField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_recovery_code"
        constraints: ClassVar = [
            models.UniqueConstraint(name="accounts_recovery_once", fields=("account", "digest")),
        ]
