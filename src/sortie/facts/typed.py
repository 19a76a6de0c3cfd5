"""What was typed, kept and shown: a number's digits, a key that came twice, a path."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from sortie.facts.errors import Path

_LONGEST = 80
_LONGEST_INTEGER_BITS = 128


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was typed. Its digits matter more than its value: ``01004`` is a commune."""

    text: str


class Repeated(dict[str, Any]):
    """A mapping in which keys were typed twice: the first value is kept, the others are known."""

    again: Mapping[str, int | None] = MappingProxyType({})

    @classmethod
    def of_pairs(cls, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        """Return a plain mapping, or one that knows which keys came again."""
        plain = dict(pairs)
        if len(plain) == len(pairs):
            return plain
        repeated = cls()
        again: dict[str, int | None] = {}
        for key, value in pairs:
            if key in repeated:
                again[key] = None
            else:
                repeated[key] = value
        repeated.again = again
        return repeated


def shown(value: object) -> str:
    """Return a short printable text for any value, however large or broken."""
    if isinstance(value, str):
        return _printable(value)
    if isinstance(value, Number):
        return _printable(value.text)
    if value is None or isinstance(value, bool | int | float):
        return _scalar(value)
    if isinstance(value, date):
        return value.isoformat()
    return "mapping" if isinstance(value, Mapping) else type(value).__name__


def _scalar(value: float | bool | None) -> str:  # noqa: FBT001 (any scalar, to be shown)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int) and value.bit_length() > _LONGEST_INTEGER_BITS:
        return "integer"
    return repr(value)


def _printable(text: str) -> str:
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in cut)


def spelled(path: Path) -> str:
    """Return a path as an author reads it: ``custody.sentences[0].length``."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            text += f".{_printable(step)}" if text else _printable(step)
    return text
