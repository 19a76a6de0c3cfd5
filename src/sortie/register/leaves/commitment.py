"""Sealing what is private: a hash that binds, and hides as long as the salt is secret.

One fresh salt an entry: with a salt a person, or none, the leaves of one person could be linked,
and a name or a number could be found by trying them all.
"""

import secrets
from hashlib import sha256
from hmac import compare_digest

from sortie.register.leaves.entry import COMMITMENT_BYTES, Entry
from sortie.register.leaves.errors import OpeningWrong, SaltWrong

SALT_BYTES = 32
# It has one length and the salt another, so that no payload can be read as a piece of either.
_TAG = b"sortie/register/commitment/v1\n"

__all__ = ["COMMITMENT_BYTES", "SALT_BYTES", "check_opening", "commitment", "new_salt"]


def new_salt() -> bytes:
    """Return 32 bytes that nobody can guess. Never take the same ones for two entries."""
    return secrets.token_bytes(SALT_BYTES)


def commitment(salt: bytes, payload: bytes) -> bytes:
    """Return ``SHA-256(tag, salt, payload)``: what the public leaf says of a private payload.

    Until the salt is destroyed it is personal data: who holds the salt can try payloads.

    Raises:   SaltWrong

    >>> commitment(bytes(32), b"anything").hex()[:16]
    '9f89e949fee05021'
    """
    if len(salt) != SALT_BYTES:
        raise SaltWrong(len(salt))
    return sha256(_TAG + salt + payload).digest()


def check_opening(entry: Entry, salt: bytes, payload: bytes) -> None:
    """Return nothing when this payload is the one that was sealed in this entry.

    That the entry stands in the register is another question: ``check_inclusion`` answers it.

    Raises:   SaltWrong, OpeningWrong
    """
    if not compare_digest(commitment(salt, payload), entry.commitment):
        raise OpeningWrong
