"""Facts laid over a base of facts, key by key, and keys taken away again."""

import re
from collections.abc import Mapping
from typing import Any

from sortie import facts

_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")

Path = tuple[str | int, ...]


def path_of(text: str) -> Path:
    """Return the steps of ``detention.peines[0].duree``, in canonical keys."""
    key = facts.house_dictionary().key
    return tuple(key(name) if name else int(rank) for name, rank in _STEP.findall(text))


def canonical(value: Any) -> Any:
    """Return the same facts under canonical keys, all the way down."""
    if isinstance(value, Mapping):
        key = facts.house_dictionary().key
        return {key(str(typed)): canonical(held) for typed, held in value.items()}
    if isinstance(value, list):
        return [canonical(held) for held in value]
    return value


def merged(base: Any, over: Any) -> Any:
    """Return the base with the other facts over it: mappings key by key, lists replaced whole."""
    if not isinstance(base, Mapping) or not isinstance(over, Mapping):
        return over
    return {**base, **{key: merged(base.get(key), held) for key, held in over.items()}}


def without(tree: Any, path: Path) -> Any | None:
    """Return the facts without what stands at a path; None when nothing stands there."""
    step, rest = path[0], path[1:]
    if isinstance(tree, Mapping) and step in tree:
        if not rest:
            return {key: held for key, held in tree.items() if key != step}
        inner = without(tree[step], rest)
        return None if inner is None else {**tree, step: inner}
    if isinstance(tree, list) and isinstance(step, int) and step < len(tree):
        if not rest:
            return [*tree[:step], *tree[step + 1 :]]
        inner = without(tree[step], rest)
        return None if inner is None else [*tree[:step], inner, *tree[step + 1 :]]
    return None
