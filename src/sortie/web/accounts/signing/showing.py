"""Showing a second factor, whichever it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sortie.web.accounts.errors import FactorRefused
from sortie.web.accounts.factors import Site, keys, recovery, totp
from sortie.web.accounts.journal import Kind, happened
from sortie.web.accounts.models import Account
from sortie.web.accounts.signing.limits import Typed, try_factor

_SIX = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A code that was typed, or what a security key answered to what it was ``asked``."""

    code: str = ""
    key: object = None
    asked: Any = None


def show_factor(account: Account, shown: Shown, typed: Typed, at: datetime, *, site: Site) -> str:
    """Return the name of the second factor that was shown.

    Raises:   FactorRefused, TooManyTries
    """
    try_factor(account, typed, at)
    found = _factor(account, shown, at, site)
    if not found:
        raise FactorRefused
    happened(Kind.FACTOR_PASSED, at, account=account.id, typed=typed.both,
             facts={"factor": found})  # fmt: skip
    return found


def _factor(account: Account, shown: Shown, at: datetime, site: Site) -> str:
    if shown.key is not None:
        return "key" if keys.passes(site, account, shown.asked, shown.key, at) else ""
    bare = "".join(shown.code.split())
    if len(bare) == _SIX:
        return "totp" if totp.passes(account, bare, at) else ""
    return "recovery" if bare and recovery.passes(account, bare, at) else ""
