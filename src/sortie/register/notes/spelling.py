"""One way to write a number and some bytes, and no other way to read them."""

import base64
import binascii
import re

_DECIMAL = re.compile(r"0|[1-9][0-9]*", re.ASCII)
FOREIGN = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")
"""What no note may hold: ASCII controls but the newline, and halves of letters."""
LARGEST = 2**63 - 1
"""The largest size and index: the language of every other verifier holds it in 64 bits."""


def base64_of(raw: bytes) -> str:
    """Return the standard base64 of these bytes, padded (RFC 4648 §4)."""
    return base64.b64encode(raw).decode("ascii")


def bytes_of(text: str) -> bytes | None:
    """Return the bytes of a base64 text; None for any text ``base64_of`` would not write.

    The decoder of the library lets the unused bits of the last letter be anything: two texts
    would then mean the same bytes.
    """
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return raw if base64_of(raw) == text else None


def number_of(text: str) -> int | None:
    """Return the number that an ASCII decimal writes; None with a sign, a space or a first zero."""
    if len(text) > 20 or not _DECIMAL.fullmatch(text):
        return None
    return int(text)


def is_key_name(text: str) -> bool:
    """Whether a key may bear this name: not empty, no plus, no space of any alphabet."""
    if not text or "+" in text or FOREIGN.search(text):
        return False
    return not any(letter.isspace() for letter in text)
