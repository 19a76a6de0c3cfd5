"""Where the texts of a YAML file begin, so that a refusal points into it."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

Path = tuple[str | int, ...]
_BLOCK = frozenset("|>")
_QUOTED = frozenset("'\"")


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as it was typed, with its line from 1 and its column from 0."""

    text: str
    line: int
    column: int


def positions(text: str) -> dict[Path, Typed]:
    """Return every text of a file by its path.

    The trap: the file is one that was read before and found harmless.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return {} if root is None else dict(_texts(root, (), text))


def _texts(node: yaml.Node, path: Path, text: str) -> Iterator[tuple[Path, Typed]]:
    match node:
        case yaml.MappingNode():
            for key, value in node.value:
                yield from _texts(value, (*path, str(key.value)), text)
        case yaml.SequenceNode():
            for rank, item in enumerate(node.value):
                yield from _texts(item, (*path, rank), text)
        case _:
            yield path, _typed(node, text)


def _typed(node: yaml.Node, text: str) -> Typed:
    start, end = node.start_mark, node.end_mark
    raw = text[start.index : end.index]
    if raw[:1] in _BLOCK:
        _, _, below = raw.partition("\n")
        return Typed(below.rstrip(), start.line + 2, 0)
    if raw[:1] in _QUOTED:
        # A text with escapes in it has no columns of its own.
        plain = raw[1:-1] == node.value
        return Typed(raw[1:-1] if plain else node.value, start.line + 1, start.column + 1)
    return Typed(raw, start.line + 1, start.column)
