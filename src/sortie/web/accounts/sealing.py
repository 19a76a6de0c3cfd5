"""What keeps secrets and codes unreadable in the tables and their backups."""

import hashlib
import hmac
import os
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12


def sealed(plain: bytes, about: str) -> bytes:
    """Return bytes that open only with the secret of the site, and only for this account."""
    nonce = os.urandom(_NONCE)
    key = AESGCM(_derived(settings.SECRET_KEY, b"sortie/factors@1"))
    return nonce + key.encrypt(nonce, plain, about.encode())


def opened(seal: bytes, about: str) -> bytes | None:
    """Return what was sealed; None once the secret of the site has changed."""
    key = AESGCM(_derived(settings.SECRET_KEY, b"sortie/factors@1"))
    try:
        return key.decrypt(seal[:_NONCE], seal[_NONCE:], about.encode())
    except InvalidTag:
        return None


def digest(code: str, about: str) -> str:
    """Return what a code is known by, once it is shown no more; ``about`` is whose it is."""
    key = _derived(settings.SECRET_KEY, b"sortie/codes@1")
    return hmac.new(key, f"{about}/{code}".encode(), hashlib.sha256).hexdigest()


@cache
def _derived(secret: str, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret.encode())
