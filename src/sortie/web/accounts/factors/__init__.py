"""Second factors: a telephone, a security key, a code on paper."""

from sortie.web.accounts.factors import keys, recovery, totp
from sortie.web.accounts.factors.keys import Site
from sortie.web.accounts.models import Account

__all__ = ["Site", "has_any", "keys", "recovery", "totp"]


def has_any(account: Account) -> bool:
    """Whether an account has a second factor; codes on paper are for a bad day, and are none."""
    rows = (Account.objects.filter(pk=account.pk, totp__isnull=False),
            Account.objects.filter(pk=account.pk, security_keys__isnull=False))  # fmt: skip
    return any(each.exists() for each in rows)
