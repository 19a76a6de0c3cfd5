"""One way to write a value: RFC 8785, without floats."""

import hashlib
import json
from collections.abc import Mapping
from json.encoder import encode_basestring
from typing import Any, cast

from sortie.store.errors import NotCanonical

# What every reader of JSON gives back exactly (RFC 8785, after I-JSON).
LARGEST = 2**53 - 1
quoted = encode_basestring
"""Return the canonical text of a text that ``check_texts`` let through."""
_AS_IT_STANDS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# What is plain was walked to its ends: nothing in it holds itself.
_SORTED = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), sort_keys=True, check_circular=False
).encode
_VALUE_AND_END = json.JSONDecoder().raw_decode


def canonical(value: object) -> str:
    """Return the one JSON text of this value; keys are sorted by their UTF-16 units.

    Raises:   NotCanonical: the value, or a part of it, has no such text
    """
    if _is_plain(value):
        return _SORTED(value)
    return _AS_IT_STANDS(_plain(value, "$"))


def read_canonical(text: str) -> Any:
    """Return the value of a text that ``canonical`` wrote: nothing stands around it."""
    return _VALUE_AND_END(text)[0]


def digest(value: object) -> str:
    """Return the SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def check_texts(**texts: object) -> None:
    """Refuse the text that one of the two databases cannot hold; what is no text passes.

    Raises:   NotCanonical, with the name of the text
    """
    for name, text in texts.items():
        for part in text if isinstance(text, tuple) else (text,):
            if isinstance(part, str) and ("\0" in part or not (part.isascii() or _encodes(part))):
                raise NotCanonical(name)


def _is_plain(value: object) -> bool:
    """Whether a value is JSON as it stands, with keys that sort alike by any unit."""
    kind = type(value)
    if kind is str:
        return _encodes(cast("str", value))
    if kind is dict:
        return _holds_plain(cast("dict[object, object]", value))
    if kind is list or kind is tuple:
        return all(map(_is_plain, cast("list[object]", value)))
    if kind is int:
        return abs(cast("int", value)) <= LARGEST
    return value is None or kind is bool


def _holds_plain(value: dict[object, object]) -> bool:
    for key, each in value.items():
        if type(key) is not str or not key.isascii():
            return False
        # Nearly everything is such a text, and every event passes here.
        if (type(each) is not str or not each.isascii()) and not _is_plain(each):
            return False
    return True


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
