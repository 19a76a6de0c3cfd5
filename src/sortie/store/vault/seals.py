"""What one key does: seal, open, and make a digest that nobody makes without it."""

import hmac
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sortie.store.canonical import quoted
from sortie.store.errors import BrokenStore, Why

KEY_BYTES = 32
SALT_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class Seal:
    """A key at work. What it seals opens at its own place only, so that nothing can be swapped."""

    __slots__ = ("_cipher", "_digest")

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(_derived(key, b"sortie/seal/v1"))
        self._digest = _derived(key, b"sortie/digest/v1")

    def sealed(self, plain: bytes, place: str) -> bytes:
        """Return a nonce, then what AES-256-GCM makes of these bytes at this place."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, place.encode())

    def opened(self, sealed: bytes, place: str) -> bytes:
        """Return the bytes that were sealed at this place with this key.

        Raises:   BrokenStore: they were altered, moved, or sealed with another key
        """
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, rest, place.encode())
        except (InvalidTag, ValueError) as wrong:
            raise BrokenStore(Why.DAMAGED) from wrong

    def event(self, sealed: bytes, place: str) -> tuple[bytes, bytes]:
        """Return the salt of an event, and the text of its body.

        Raises:   BrokenStore
        """
        opened = self.opened(sealed, place)
        return opened[:SALT_BYTES], opened[SALT_BYTES:]

    def digest(self, *said: str) -> str:
        """Return the HMAC-SHA-256 of these texts, in hexadecimal; their limits count."""
        return hmac.digest(self._digest, _joined(*said).encode(), "sha256").hex()


def event_place(kind: str, id_: str, number: int, seq: int) -> str:
    """Return the place of an event: its stream, its number there, its number in the store."""
    return f"{_events_of(kind, id_)},{number},{seq}]"


@lru_cache(maxsize=1024)
def _events_of(kind: str, id_: str) -> str:
    """Return how the place of every event of a stream begins."""
    return _joined("event", kind, id_).removesuffix("]")


def answer_place(key: str) -> str:
    """Return the place of the answer to a command."""
    return _joined("answer", key)


def message_place(dedupe_key: str) -> str:
    """Return the place of what a message says."""
    return _joined("message", dedupe_key)


def person_place(person_id: str) -> str:
    """Return the place of what the index knows of a person."""
    return _joined("person", person_id)


def _joined(*parts: str) -> str:
    """Return parts as one text that no other parts make."""
    return f"[{','.join(map(quoted, parts))}]"


def _derived(key: bytes, use: bytes) -> bytes:
    """Return a key for one use: HKDF-Expand of RFC 5869, one block long."""
    return hmac.digest(key, use + b"\x01", "sha256")
