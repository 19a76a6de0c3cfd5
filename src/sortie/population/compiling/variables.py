"""Which unknowns a rule weighs both ways: there three values say less than the truth.

Kleene's logic is exact where each unknown is looked at once, and also where it always counts the
same way: then its least and its most decide. Where it counts one way here and the other way there,
or where a value of a closed list is asked for twice, the kernel tries its values one by one. This
module finds those unknowns, once for a book; a property test holds it against the diagrams.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sortie.population.compiling.supposing import Program
from sortie.rules import Among, Atom, Contains, DayReaches, Exceeds, Flag, Op

Key = tuple[str, tuple[object, ...], Hashable]
_UP, _DOWN, _LISTED = 1, 2, 4
_OTHER = {_UP: _DOWN, _DOWN: _UP}


@dataclass(frozen=True, slots=True)
class Weighed:
    """How a step looks at one unknown: how often, which ways it counts, in which atoms."""

    times: int
    ways: int
    steps: frozenset[int]

    @property
    def both_ways(self) -> bool:
        """Whether its least and its most may not decide."""
        return self.times > 1 and self.ways not in (_UP, _DOWN)

    def turned(self) -> "Weighed":
        """Return the same below a *not*."""
        return Weighed(self.times, _OTHER.get(self.ways, self.ways), self.steps)

    def added(self, other: "Weighed", *, together: bool) -> "Weighed":
        """Return both: they add up, unless they are versions of a rule, never on one day."""
        times = self.times + other.times if together else max(self.times, other.times)
        return Weighed(times, self.ways | other.ways, self.steps | other.steps)


Looks = Mapping[Key, Weighed]


@dataclass(frozen=True, slots=True)
class Tried:
    """The unknowns to try, with the steps that look at them; the steps whose answer needs it."""

    steps_of: Mapping[Key, tuple[int, ...]]
    inexact: tuple[bool, ...]


def keys(atom: Atom) -> Iterator[tuple[Key, int]]:
    """Yield what an atom may leave open, and which way the answer goes when the value rises."""
    match atom:
        case DayReaches():
            yield (atom.side.field.name, atom.side.choice, None), _DOWN
        case Exceeds():
            for (field, choice), way in zip(atom.looks_at(), (_UP, _DOWN), strict=False):
                yield (field.name, choice, None), way
        case Contains():
            yield (atom.field.name, atom.choice, atom.value), _UP
        case Flag() | Among():
            yield (atom.field.name, atom.choice, None), _UP


def open_keys(program: Program, step: int, atom: Atom) -> Iterator[tuple[Key, int]]:
    """Yield what an atom may leave open, beyond what is supposed to be known."""
    supposed = program.facts_of(step)
    return ((key, way) for key, way in keys(atom) if key[0] not in supposed)


def tried(program: Program) -> Tried:
    """Return the unknowns of a program that are tried value by value."""
    looks: list[Looks] = []
    for step, (op, payload) in enumerate(program.steps):
        looks.append(_looks(program, step, op, payload, looks))
    steps_of: dict[Key, set[int]] = {}
    for step, atom in program.atoms():
        for key, _ in open_keys(program, step, atom):
            steps_of.setdefault(key, set()).add(step)
    listed = {
        key for key, steps in steps_of.items() if len(steps) > 1 and _is_listed(program, steps)
    }
    doubtful = [
        {k for k, w in below.items() if w.both_ways or (k in listed and len(w.steps) > 1)}
        for below in looks
    ]
    wanted = set().union(*doubtful)
    return Tried(
        {key: tuple(sorted(steps)) for key, steps in steps_of.items() if key in wanted},
        tuple(bool(found) for found in doubtful),
    )


def _is_listed(program: Program, steps: Iterable[int]) -> bool:
    return any(isinstance(program.steps[step][1], Among) for step in steps)


def _looks(program: Program, step: int, op: Op, payload: Any, looks: list[Looks]) -> Looks:
    if op is Op.ATOM:
        return dict(_atom(program, step, payload))
    if op is Op.CONST:
        return {}
    if op is Op.NOT:
        return {key: each.turned() for key, each in looks[payload].items()}
    if op is Op.RULE:
        return _joined([looks[part] for _, part in payload[1]], together=False)
    parts = [looks[part] for part in payload]
    if op is Op.CHOOSE:
        parts[0] = {k: Weighed(w.times, _UP | _DOWN, w.steps) for k, w in parts[0].items()}
    return _joined(parts, together=True)


def _atom(program: Program, step: int, atom: Atom) -> Iterator[tuple[Key, Weighed]]:
    for key, way in open_keys(program, step, atom):
        always = isinstance(atom, Among) and atom.values >= set(atom.field.members)
        # Every value of the list says yes: the answer is known, though the value is not.
        yield key, Weighed(2 if always else 1, _LISTED if always else way, frozenset((step,)))


def _joined(parts: Iterable[Looks], *, together: bool) -> Looks:
    found: dict[Key, Weighed] = {}
    for part in parts:
        for key, new in part.items():
            old = found.get(key)
            found[key] = new if old is None else old.added(new, together=together)
    return found
