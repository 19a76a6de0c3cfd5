"""What a request says that its schema does not let it say, all of it at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from sortie.api.problems.errors import Amiss

# What the reader of a request calls each fault, by the key of its sentence.
_KEYS: Mapping[str, str] = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "string_type": "text",
    "string_unicode": "text",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "string_pattern_mismatch": "pattern",
    "bool_type": "flag",
    "int_type": "number",
    "int_parsing": "number",
    "int_from_float": "number",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_large",
    "enum": "not_offered",
    "literal_error": "not_offered",
    "list_type": "list",
    "tuple_type": "list",
    "dict_type": "object",
    "model_type": "object",
    "model_attributes_type": "object",
    "sortie_day": "day",
    "sortie_instant": "instant",
}
_HOLES = ("expected", "min_length", "max_length", "ge", "le")


def faults_of(errors: Iterable[Mapping[str, Any]]) -> tuple[Amiss, ...]:
    """Return the faults that the schema of a request finds in it."""
    return tuple(_fault(each) for each in errors)


def _fault(error: Mapping[str, Any]) -> Amiss:
    part, *where = error["loc"]
    if part == "body":
        where = where[1:]
    said = {name: str(error.get("ctx", {}).get(name, "")) for name in _HOLES}
    return Amiss(
        part=str(part),
        path=_path(where),
        key=_KEYS.get(str(error["type"]), "other"),
        holes=tuple({**said, "path": _path(where)}.items()),
    )


def _path(where: list[Any]) -> str:
    """Return a path as it is typed: ``grounds[0].piece``."""
    said = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in where)
    return said.removeprefix(".")
