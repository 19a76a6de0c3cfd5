"""What three-valued logic leaves open, decided exactly.

Kleene's logic calls «this or not this» unknown. Where an answer is open on a day, the tree is
reduced to what is open in it and expanded variable by variable: if every possibility answers the
same, the answer stands; otherwise the variables that remain are exactly those that matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sortie.rules.atoms import Unknown, Variable
from sortie.rules.fields import Choice
from sortie.rules.hashed import Hashed


@dataclass(frozen=True, slots=True)
class All(Hashed):
    """Open parts that must all hold."""

    __hash__ = Hashed.__hash__

    parts: tuple["Residue", ...]


@dataclass(frozen=True, slots=True)
class Some(Hashed):
    """Open parts of which one must hold."""

    __hash__ = Hashed.__hash__

    parts: tuple["Residue", ...]


@dataclass(frozen=True, slots=True)
class Contrary:
    """An open part that must not hold."""

    part: "Residue"


Residue = bool | Unknown | All | Some | Contrary


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """A variable that matters, with what follows from each of its values.

    Values that have an order stand for all up to the next: the limbs are then ranges. Within
    one ``Diagrams`` equal branches are the same object.
    """

    variable: Variable
    limbs: tuple[tuple[Any, "Decision"], ...]
    matter: frozenset[Variable]


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
    return next(iter(kept)) if len(kept) == 1 else Some(tuple(kept)) if kept else False


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
        case All(parts) | Some(parts):
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
        case Some(parts):
            return any_of(given(p, variable, value) for p in parts)
        case _:
            return residue


class Diagrams:
    """Decides what is left open. One order of the variables serves all: equal answers are one.

    The order is that in which the rules speak of the variables, which keeps the diagrams of
    provisions, written as they are from condition to condition, about as long as their text.
    """

    def __init__(self, order: Mapping[tuple[str, Choice], int]) -> None:
        self._order = order
        self._decided: dict[Residue, Decision] = {}
        self._branches: dict[Any, Branch] = {}

    def decide(self, residue: Residue) -> Decision:
        """Return the answer if every possibility agrees, else the branches that differ."""
        if isinstance(residue, bool):
            return residue
        if residue not in self._decided:
            self._decided[residue] = self._expand(residue)
        return self._decided[residue]

    def _expand(self, residue: Residue) -> Decision:
        variable = min((leaf.variable for leaf in leaves(residue)), key=self._rank)
        limbs = self._limbs(residue, variable)
        first = limbs[0][1]
        if all(decision is first for _, decision in limbs):
            return first
        key = (variable, tuple((value, id(decision)) for value, decision in limbs))
        if key not in self._branches:
            below = (decision.matter for _, decision in limbs if isinstance(decision, Branch))
            matter = frozenset((variable,)).union(*below)
            self._branches[key] = Branch(variable, limbs, matter)
        return self._branches[key]

    def _rank(self, variable: Variable) -> tuple[int, str]:
        return self._order.get((variable.field, variable.choice), 0), repr(variable.about)

    def _limbs(self, residue: Residue, variable: Variable) -> tuple[tuple[Any, Decision], ...]:
        """Return what follows from each value worth trying, decided once a way to answer."""
        atoms = [leaf for leaf in dict.fromkeys(leaves(residue)) if leaf.variable == variable]
        by_answer: dict[tuple[bool, ...], Decision] = {}
        limbs: list[tuple[Any, Decision]] = []
        for value in _worth_trying(atoms):
            answer = tuple(atom.says(value) for atom in atoms)
            if answer not in by_answer:
                by_answer[answer] = self.decide(given(residue, variable, value))
            if not (limbs and atoms[0].in_order and limbs[-1][1] is by_answer[answer]):
                limbs.append((value, by_answer[answer]))
        return tuple(limbs)


def _worth_trying(atoms: list[Unknown]) -> Iterable[Any]:
    """Return every member of a closed list; of values in order, the first of each range.

    Equal diagrams must be written alike, whatever atoms they were made from.
    """
    if not atoms[0].in_order:
        return atoms[0].values
    return sorted({value for atom in atoms for value in atom.values})


def support(decision: Decision) -> frozenset[Variable]:
    """Return the variables that matter."""
    return frozenset() if isinstance(decision, bool) else decision.matter
