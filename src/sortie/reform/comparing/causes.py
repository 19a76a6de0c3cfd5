"""What the bits of a reason mean under two laws at once, and which rules each rule calls."""

from collections.abc import Iterator, Sequence

import numpy as np

from sortie import population
from sortie.reform.comparing.counting import Answers

_WORD = 64


def rules_of(a: population.Asking, b: population.Asking) -> tuple[tuple[str, ...], ...]:
    """Return, for each route, every rule that may decide it under either law."""
    both = zip(a.compiled.routes, b.compiled.routes, strict=True)
    return tuple(tuple(dict.fromkeys((*x.names, *y.names))) for x, y in both)


def answers_of(
    a: population.Asking, b: population.Asking, rules: Sequence[Sequence[str]]
) -> Answers:
    """Return where each rule of each route stands in the words of a reason, as ``count`` reads it.

    ``below`` are the rules that a rule calls, from near or far, under either law: a bit each.
    """
    most = max(map(len, rules))
    place = np.full((len(rules), 2, most), -1, dtype=np.int64)
    below = np.zeros((len(rules), most, 2), dtype=np.uint64)
    for route, names in enumerate(rules):
        calls: dict[str, set[str]] = {name: set() for name in names}
        for side, asking in enumerate((a, b)):
            for rank, name in enumerate(asking.compiled.routes[route].names):
                place[route, side, names.index(name)] = rank
            for caller, called in _calls(asking, route):
                calls[caller].add(called)
        for rank, name in enumerate(names):
            for called in _far(name, calls):
                word, bit = divmod(names.index(called), _WORD)
                below[route, rank, word] |= np.uint64(1 << bit)
    return Answers(place, place >= 0, below)


def _calls(asking: population.Asking, route: int) -> Iterator[tuple[str, str]]:
    """Yield which rule calls which, below a route."""
    tables, names = asking.compiled.tables, asking.compiled.routes[route].names
    _, _, _, start, stop = tables.routes[route].tolist()
    for caller, called, _ in tables.links[start:stop].tolist():
        yield names[int(tables.told[caller, 1])], names[int(tables.told[called, 1])]


def _far(name: str, calls: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    left = list(calls[name])
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += calls[each]
    return found - {name}

