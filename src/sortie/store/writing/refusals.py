"""A refusal as data, so that the same command is refused again in the same words."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from sortie.errors import SortieError


def written_refusal(error: SortieError) -> dict[str, Any]:
    """Return the code of a refusal and the facts that its sentence needs, as JSON holds them."""
    return {"code": error.code, "params": _fields(error)}


def _fields(record: object) -> dict[str, Any]:
    named = fields(record) if is_dataclass(record) else ()
    return {field.name: _plain(getattr(record, field.name)) for field in named}


def _plain(value: object) -> Any:
    match value:
        case Enum():
            written: Any = str(value.value)
        case None | bool() | int():
            written = value
        case date() | time():
            written = value.isoformat()
        case Mapping():
            written = {str(key): _plain(item) for key, item in value.items()}
        case list() | tuple():
            written = [_plain(item) for item in value]
        case set() | frozenset():
            written = sorted(str(_plain(item)) for item in value)
        case _:
            written = _fields(value) if is_dataclass(value) else _clean(str(value))
    return written


def _clean(text: str) -> str:
    """Return the text without what no file can hold; a refusal is kept whatever was typed."""
    return text.encode(errors="replace").decode()
