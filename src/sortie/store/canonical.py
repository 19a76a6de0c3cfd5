"""One way to write a value: RFC 8785, without floats."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sortie.store.errors import NotCanonical

# What every reader of JSON gives back exactly (RFC 8785, after I-JSON).
LARGEST = 2**53 - 1


def canonical(value: object) -> str:
    """Return the one JSON text of this value; keys are sorted by their UTF-16 units.

    Raises:   NotCanonical: the value, or a part of it, has no such text
    """
    return json.dumps(_plain(value, "$"), ensure_ascii=False, separators=(",", ":"))


def digest(value: object) -> str:
    """Return the SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def check_texts(**texts: object) -> None:
    """Refuse the text that one of the two databases cannot hold; what is no text passes.

    Raises:   NotCanonical, with the name of the text
    """
    for name, text in texts.items():
        parts = text if isinstance(text, tuple) else (text,)
        if any(isinstance(part, str) and ("\0" in part or not _encodes(part)) for part in parts):
            raise NotCanonical(name)


def _plain(value: object, path: str) -> Any:
    match value:
        case None | bool():
            return value
        case int() if abs(value) <= LARGEST:
            return int(value)
        case str() if _encodes(value):
            return str(value)
        case Mapping():
            return {key: _plain(value[key], f"{path}.{key}") for key in _sorted(value, path)}
        case list() | tuple():
            return [_plain(item, f"{path}[{place}]") for place, item in enumerate(value)]
        case _:
            raise NotCanonical(path)


def _sorted(value: Mapping[Any, object], path: str) -> list[str]:
    if not all(isinstance(key, str) and _encodes(key) for key in value):
        raise NotCanonical(path)
    if all(key.isascii() for key in value):
        return sorted(value)
    return sorted(value, key=lambda key: str(key).encode("utf-16-be"))


def _encodes(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
