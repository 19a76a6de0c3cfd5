"""What the session of a browser says: who has shown what, and in which post they act."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import constant_time_compare

from sortie.web.accounts.models import Account

# The account whose password was typed, and whose second factor is awaited.
_HALF = "half"
_ACCOUNT, _PROOF, _POST, _STRONG_AT = "account", "proof", "post", "strong_at"
# What is shown to another provider when signing out there too.
PROVIDER_TOKEN = "provider_token"  # noqa: S105 (the name of a part of the session)
HALF_LASTS = timedelta(minutes=15)
# How long one may change one's password and keys after a second factor was shown.
STRONG_LASTS = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Half:
    """One who has typed a password, or comes from another provider, and not shown a factor."""

    account: Account
    through: str
    at: datetime


def begin(session: SessionBase, account: Account, at: datetime, *, through: str) -> None:
    """Remember whose second factor is awaited; ``through`` is what they have shown first."""
    session[_HALF] = [account.id, account.get_session_auth_hash(), through, at.isoformat()]
    session.cycle_key()


def half(session: SessionBase, at: datetime) -> Half | None:
    """Return whose second factor is awaited, while it is."""
    kept = session.get(_HALF)
    if kept is None:
        return None
    id_, proof, through, since = kept
    began_at = datetime.fromisoformat(since)
    account = _account(id_, proof)
    return Half(account, through, began_at) if account and at - began_at <= HALF_LASTS else None


def sign_in(session: SessionBase, account: Account, at: datetime) -> None:
    """Sign someone in whole, in a session that nobody knew before."""
    kept = _theirs(session, account)
    session.flush()
    session.update(kept)
    session[_ACCOUNT] = account.id
    session[_PROOF] = account.get_session_auth_hash()
    session[_STRONG_AT] = at.isoformat()


def _theirs(session: SessionBase, account: Account) -> dict[str, Any]:
    """Return what the same person keeps: the post they acted in, what a provider gave them."""
    began = session.get(_HALF, [""])[0] == account.id
    kept = {_POST: session.get(_ACCOUNT) == account.id, PROVIDER_TOKEN: began}
    return {name: session[name] for name, same in kept.items() if same and name in session}


def account_in(session: SessionBase) -> Account | None:
    """Return who is signed in; nobody once the password changed or the account was closed."""
    id_ = session.get(_ACCOUNT)
    return None if id_ is None else _account(id_, session.get(_PROOF, ""))


def _account(id_: str, proof: str) -> Account | None:
    account = Account.objects.filter(pk=id_, is_active=True).first()
    if account is None or not constant_time_compare(account.get_session_auth_hash(), proof):
        return None
    return account


def sign_out(session: SessionBase) -> None:
    """Forget everything."""
    session.flush()


def post_in(session: SessionBase) -> int | None:
    """Return the post chosen last."""
    found: int | None = session.get(_POST)
    return found


def act_in(session: SessionBase, post: int) -> None:
    """Remember the post chosen."""
    session[_POST] = post


def show_strength(session: SessionBase, at: datetime) -> None:
    """Remember that a second factor was shown again."""
    session[_STRONG_AT] = at.isoformat()


def is_strong(session: SessionBase, at: datetime) -> bool:
    """Whether a second factor was shown lately enough to change how one signs in."""
    kept = session.get(_STRONG_AT)
    return kept is not None and at - datetime.fromisoformat(kept) <= STRONG_LASTS


def keep_signed(session: SessionBase, account: Account) -> None:
    """Keep this session, and no other, when its own password changes."""
    session[_PROOF] = account.get_session_auth_hash()
