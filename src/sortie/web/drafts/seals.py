"""What keeps a draft unreadable in the tables and their backups."""

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12


def sealed(value: Mapping[str, Any], about: str) -> bytes:
    """Return JSON values that open only with the secret of the site, and only for ``about``."""
    nonce = os.urandom(_NONCE)
    plain = json.dumps(value, ensure_ascii=False).encode()
    return nonce + _box(settings.SECRET_KEY).encrypt(nonce, plain, about.encode())


def opened(seal: bytes, about: str) -> dict[str, Any] | None:
    """Return what was sealed; None once the secret of the site has changed."""
    try:
        plain = _box(settings.SECRET_KEY).decrypt(seal[:_NONCE], seal[_NONCE:], about.encode())
    except InvalidTag:
        return None
    found: dict[str, Any] = json.loads(plain)
    return found


@cache
def _box(secret: str) -> AESGCM:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"sortie/drafts@1")
    return AESGCM(key.derive(secret.encode()))
