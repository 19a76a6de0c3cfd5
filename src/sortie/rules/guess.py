"""A quick look before a diagram is drawn: two possibilities that answer differently.

Most open answers hang on facts that count one way. Giving every variable the value that helps
the most, then the one that helps the least, shows at once that the answer is open. Where the two
agree nothing is proved, and the diagram decides.
"""

from collections.abc import Iterator
from typing import Any

from sortie.rules.atoms import Unknown, Variable
from sortie.rules.diagram import All, Contrary, Residue, Some

World = dict[Variable, Any]


def is_open(residue: Residue) -> bool:
    """Whether the two extreme possibilities answer differently; False proves nothing."""
    if isinstance(residue, bool):
        return False
    best, worst = _extremes(residue)
    return _holds(residue, best) and not _holds(residue, worst)


def _extremes(residue: Residue) -> tuple[World, World]:
    wanted: dict[Variable, list[tuple[Unknown, bool]]] = {}
    for leaf, upright in _signed(residue, upright=True):
        wanted.setdefault(leaf.variable, []).append((leaf, upright))
    best: World = {}
    worst: World = {}
    for variable, signed in wanted.items():
        values = dict.fromkeys(value for leaf, _ in signed for value in leaf.values)
        helped = {v: sum(leaf.says(v) is upright for leaf, upright in signed) for v in values}
        best[variable] = max(helped, key=helped.__getitem__)
        worst[variable] = min(helped, key=helped.__getitem__)
    return best, worst


def _signed(residue: Residue, *, upright: bool) -> Iterator[tuple[Unknown, bool]]:
    match residue:
        case Unknown():
            yield residue, upright
        case Contrary(part):
            yield from _signed(part, upright=not upright)
        case All(parts) | Some(parts):
            for part in parts:
                yield from _signed(part, upright=upright)


def _holds(residue: Residue, world: World) -> bool:
    match residue:
        case Unknown():
            return residue.says(world[residue.variable])
        case Contrary(part):
            return not _holds(part, world)
        case All(parts):
            return all(_holds(part, world) for part in parts)
        case Some(parts):
            return any(_holds(part, world) for part in parts)
        case _:
            return residue
