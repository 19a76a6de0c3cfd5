"""What a rule is once read: an immutable tree, equal parts being the same object.

The tree has three readers: the assessment of one person over all days, the diagram that decides
what three-valued logic leaves open, and the compiler to columns. Its meaning is the plain run of
the function it was read from.
"""

from dataclasses import dataclass
from typing import Any

from sortie.rules.atoms import Atom
from sortie.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Const:
    """True or false, whoever is asked about."""

    value: bool


@dataclass(frozen=True, slots=True)
class Test:
    """An atom: one question to the record."""

    atom: Atom


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a part."""

    part: "Tree"


@dataclass(frozen=True, slots=True)
class And:
    """All the parts."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One part at least."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """``yes`` where the test holds, ``no`` elsewhere; the test may be a reading of the law."""

    test: "Tree"
    yes: "Tree"
    no: "Tree"


@dataclass(frozen=True, slots=True)
class Call:
    """Another rule, for the same person and the same day."""

    rule: Rule[Any]


Tree = Const | Test | Not | And | Or | Choose | Call


def parts_of(tree: Tree) -> tuple[Tree, ...]:
    """Return the parts a tree is directly made of."""
    match tree:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
        case Choose(test, yes, no):
            return (test, yes, no)
        case _:
            return ()
