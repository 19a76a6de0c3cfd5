"""What the bits of a reason mean under two laws at once, and which rules may be behind a change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from sortie import population
from sortie.reform.applying import AS_BEFORE
from sortie.reform.comparing.counting import Answers
from sortie.rules import Book

_WORD = 64
Below = Mapping[str, frozenset[str]]


def rules_of(a: population.Asking, b: population.Asking) -> tuple[tuple[str, ...], ...]:
    """Return, for each route, every rule that may decide it under either law."""
    both = zip(a.compiled.routes, b.compiled.routes, strict=True)
    return tuple(tuple(dict.fromkeys((*x.names, *y.names))) for x, y in both)


def answers_of(
    a: population.Asking, b: population.Asking, rules: Sequence[Sequence[str]]
) -> Answers:
    """Return what ``count`` reads of the rules of each route.

    ``place``: the bit of each under each law, -1 for none. ``below``: a bit each, those that it
    calls, from near or far, under either law. ``above``: of those that call it under each law, and
    itself, the nearest that the laws do not have alike.
    """
    most = max(map(len, rules))
    place = np.full((len(rules), 2, most), -1, dtype=np.int64)
    above = np.zeros((len(rules), 2, most, 2), dtype=np.uint64)
    below = np.zeros((len(rules), most, 2), dtype=np.uint64)
    for route, names in enumerate(rules):
        touched = frozenset(name for name in names if _touched(a.book, b.book, name))
        for side, asking in enumerate((a, b)):
            for bit, name in enumerate(asking.compiled.routes[route].names):
                place[route, side, names.index(name)] = bit
            called = _below(names, asking, route)
            for rank, name in enumerate(names):
                _mark(below[route, rank], names, called[name])
                _mark(above[route, side, rank], names, _nearest(name, touched, called))
    return Answers(place, above, below)


def _mark(words: Any, names: Sequence[str], marked: Iterable[str]) -> None:
    for name in marked:
        word, bit = divmod(names.index(name), _WORD)
        words[word] |= np.uint64(1 << bit)


def _touched(a: Book, b: Book, name: str) -> bool:
    """Whether the laws do not have a rule alike; the text that a reform left as it was, they do."""
    was, becomes = a.rules.get(name), b.rules.get(name)
    if was is None or becomes is None:
        return not name.endswith(f".{AS_BEFORE}")
    return was.versions != becomes.versions or was.applies != becomes.applies


def _nearest(name: str, touched: frozenset[str], below: Below) -> Iterator[str]:
    above = {each for each in touched if each == name or name in below[each]}
    return (each for each in above if not above & below[each])


def _below(
    names: Sequence[str], asking: population.Asking, route: int
) -> dict[str, frozenset[str]]:
    calls: dict[str, set[str]] = {name: set() for name in names}
    for caller, called in _calls(asking, route):
        calls[caller].add(called)
    return {name: frozenset(_far(name, calls)) for name in names}


def _calls(asking: population.Asking, route: int) -> Iterator[tuple[str, str]]:
    """Yield which rule calls which, below a route."""
    tables, names = asking.compiled.tables, asking.compiled.routes[route].names
    _, _, _, start, stop = tables.routes[route].tolist()
    for caller, called, _ in tables.links[start:stop].tolist():
        yield names[int(tables.told[caller, 1])], names[int(tables.told[called, 1])]


def _far(name: str, calls: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    left = list(calls[name])
    while left:
        each = left.pop()
        if each not in found:
            found.add(each)
            left += calls[each]
    return found - {name}
