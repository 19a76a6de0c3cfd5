"""What three-valued logic leaves open, decided exactly.

Kleene's logic calls «this or not this» unknown. Where an answer is open on a day, the tree is
reduced to what is open in it and expanded variable by variable: if every possibility answers the
same, the answer stands; otherwise the variables that remain are exactly those that matter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sortie.rules.atoms import Unknown, Variable


@dataclass(frozen=True, slots=True)
class All:
    """Open parts that must all hold."""

    parts: tuple["Residue", ...]


@dataclass(frozen=True, slots=True)
class Any_:
    """Open parts of which one must hold."""

    parts: tuple["Residue", ...]


@dataclass(frozen=True, slots=True)
class Contrary:
    """An open part that must not hold."""

    part: "Residue"


Residue = bool | Unknown | All | Any_ | Contrary


@dataclass(frozen=True, slots=True)
class Branch:
    """A variable that matters, with what follows from each of its values."""

    variable: Variable
    limbs: tuple[tuple[Any, "Decision"], ...]


Decision = bool | Branch


def all_of(parts: Iterable[Residue]) -> Residue:
    """Return the conjunction, shortened."""
    kept: dict[Residue, None] = {}
    for part in parts:
        if part is False:
            return False
        if part is not True:
            kept[part] = None
    return next(iter(kept)) if len(kept) == 1 else All(tuple(kept)) if kept else True


def any_of(parts: Iterable[Residue]) -> Residue:
    """Return the disjunction, shortened."""
    kept: dict[Residue, None] = {}
    for part in parts:
        if part is True:
            return True
        if part is not False:
            kept[part] = None
    return next(iter(kept)) if len(kept) == 1 else Any_(tuple(kept)) if kept else False


def contrary(part: Residue) -> Residue:
    """Return the negation, shortened."""
    if isinstance(part, bool):
        return not part
    return part.part if isinstance(part, Contrary) else Contrary(part)


def choose(test: Residue, yes: Residue, no: Residue) -> Residue:
    """Return «yes where the test holds, no elsewhere»."""
    if yes == no:
        return yes
    return any_of((all_of((test, yes)), all_of((contrary(test), no))))


def leaves(residue: Residue) -> Iterator[Unknown]:
    """Yield the open atoms, left to right."""
    match residue:
        case Unknown():
            yield residue
        case Contrary(part):
            yield from leaves(part)
        case All(parts) | Any_(parts):
            for part in parts:
                yield from leaves(part)


def given(residue: Residue, variable: Variable, value: Any) -> Residue:
    """Return what is left open once a variable has a value."""
    match residue:
        case Unknown():
            return residue.says(value) if residue.variable == variable else residue
        case Contrary(part):
            return contrary(given(part, variable, value))
        case All(parts):
            return all_of(given(p, variable, value) for p in parts)
        case Any_(parts):
            return any_of(given(p, variable, value) for p in parts)
        case _:
            return residue


def decide(residue: Residue, memo: dict[Residue, Decision] | None = None) -> Decision:
    """Return the answer if every possibility agrees, else the branches that differ."""
    if isinstance(residue, bool):
        return residue
    known = memo if memo is not None else {}
    if residue not in known:
        known[residue] = _expand(residue, known)
    return known[residue]


def _expand(residue: Residue, memo: dict[Residue, Decision]) -> Decision:
    variable = min((leaf.variable for leaf in leaves(residue)), key=_rank)
    limbs: list[tuple[Any, Decision]] = []
    for value in _distinct(residue, variable):
        limbs.append((value, decide(given(residue, variable, value), memo)))
    first = limbs[0][1]
    if all(decision == first for _, decision in limbs):
        return first
    return Branch(variable, tuple(limbs))


def _rank(variable: Variable) -> tuple[bool, str, str]:
    return (bool(variable.reading), variable.field, repr((variable.choice, variable.about)))


def _distinct(residue: Residue, variable: Variable) -> list[Any]:
    """Return one value for each way the open atoms can answer."""
    atoms = [leaf for leaf in dict.fromkeys(leaves(residue)) if leaf.variable == variable]
    by_answer: dict[tuple[bool, ...], Any] = {}
    for value in dict.fromkeys(v for atom in atoms for v in atom.values):
        by_answer.setdefault(tuple(atom.says(value) for atom in atoms), value)
    return list(by_answer.values())


def support(decision: Decision) -> frozenset[Variable]:
    """Return the variables that matter."""
    if isinstance(decision, bool):
        return frozenset()
    below = (support(limb) for _, limb in decision.limbs)
    return frozenset((decision.variable,)).union(*below)
