"""Codes on paper, for the day a telephone is lost: ten, each of them once."""

import base64
import os
from datetime import datetime

from django.db import transaction

from sortie.web.accounts.models import Account, RecoveryCode
from sortie.web.accounts.sealing import digest

HOW_MANY = 10
_BYTES, _GROUP = 10, 4


def make(account: Account) -> tuple[str, ...]:
    """Return new codes, to be shown once; those made before count no more."""
    codes = tuple(_new_code() for _ in range(HOW_MANY))
    with transaction.atomic():
        RecoveryCode.objects.filter(account=account).delete()
        RecoveryCode.objects.bulk_create(
            RecoveryCode(account=account, digest=digest(_bare(code), account.id)) for code in codes
        )
    return codes


def passes(account: Account, typed: str, at: datetime) -> bool:
    """Whether a code is one of theirs that was never used; it is spent."""
    if not typed.isascii():
        return False
    mine = RecoveryCode.objects.filter(
        account=account, digest=digest(_bare(typed), account.id), used_at=None
    )
    return mine.update(used_at=at) == 1


def left(account: Account) -> int:
    """Return how many codes were never used."""
    return RecoveryCode.objects.filter(account=account, used_at=None).count()


def _new_code() -> str:
    text = base64.b32encode(os.urandom(_BYTES)).decode().lower()
    return "-".join(text[place : place + _GROUP] for place in range(0, len(text), _GROUP))


def _bare(code: str) -> str:
    return "".join(code.split()).replace("-", "").lower()
