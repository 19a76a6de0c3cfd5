"""What the mathematics of the tree refuse: one class a cause.

TreeError
├── SizeOutOfRange       a size or an index below zero, or past what 63 bits hold
├── IndexOutsideTree     the tree has no entry with this index
├── TreeShrank           the later tree is the smaller one
├── EmptyTreeProves      every tree begins with the empty one: that would prove nothing
├── NotAHash             a leaf, a root or a hash of a proof that is not 32 bytes
├── ProofLengthWrong     hashes were dropped from the proof, or added to it
├── NotIncluded          the proof leads from this leaf to another root
├── OldRootDiffers       the proof does not start from the earlier root
├── NewRootDiffers       the proof starts from the earlier root and misses the later one
├── RootsDiffer          two roots for one size: the history was rewritten
├── PeaksWrong           a tree of this size has another number of peaks
└── NodesMissing         the source gave another number of hashes than it was asked
"""

from dataclasses import dataclass
from typing import ClassVar

from sortie.register.errors import RegisterError


class TreeError(RegisterError):
    """A tree, or a proof of it, that cannot be."""

    code: ClassVar[str] = "register.tree"


@dataclass(eq=False)
class SizeOutOfRange(TreeError):
    """``number`` is below zero or past the largest signed number of 64 bits."""

    number: int
    code: ClassVar[str] = "register.tree.size_out_of_range"


@dataclass(eq=False)
class IndexOutsideTree(TreeError):
    """Entries are numbered from zero: the last one has the index ``size - 1``."""

    index: int
    size: int
    code: ClassVar[str] = "register.tree.index_outside"


@dataclass(eq=False)
class TreeShrank(TreeError):
    """A register only grows: ``new`` entries cannot follow ``old``."""

    old: int
    new: int
    code: ClassVar[str] = "register.tree.shrank"


@dataclass(eq=False)
class EmptyTreeProves(TreeError):
    """Asked to prove that a tree of ``new`` entries begins with the empty one."""

    new: int
    code: ClassVar[str] = "register.tree.empty_proves"


@dataclass(eq=False)
class NotAHash(TreeError):
    """``place`` is ``leaf``, ``root``, ``old_root``, ``new_root``, ``peak``, ``proof``, ``node``.

    ``at`` is the position in a proof, in the peaks or in an answer; nothing for the others.
    """

    place: str
    at: int | None
    length: int
    code: ClassVar[str] = "register.tree.not_a_hash"


@dataclass(eq=False)
class ProofLengthWrong(TreeError):
    """The index and the sizes alone say how many hashes a proof has."""

    expected: int
    found: int
    code: ClassVar[str] = "register.tree.proof_length"


@dataclass(eq=False)
class NotIncluded(TreeError):
    """The leaf, its index, the size, the proof or the root is not the one of the register."""

    index: int
    size: int
    code: ClassVar[str] = "register.tree.not_included"


@dataclass(eq=False)
class OldRootDiffers(TreeError):
    """The first ``old`` entries of the later tree are not those of the earlier tree."""

    old: int
    new: int
    code: ClassVar[str] = "register.tree.old_root_differs"


@dataclass(eq=False)
class NewRootDiffers(TreeError):
    """The proof extends the earlier tree, and to another tree than the later one."""

    old: int
    new: int
    code: ClassVar[str] = "register.tree.new_root_differs"


@dataclass(eq=False)
class RootsDiffer(TreeError):
    """Two trees of ``size`` entries with two roots: they cannot both be the register."""

    size: int
    code: ClassVar[str] = "register.tree.roots_differ"


@dataclass(eq=False)
class PeaksWrong(TreeError):
    """A tree has one peak for each bit set in its size."""

    size: int
    expected: int
    found: int
    code: ClassVar[str] = "register.tree.peaks"


@dataclass(eq=False)
class NodesMissing(TreeError):
    """The source of hashes answered ``given`` for ``asked``."""

    asked: int
    given: int
    code: ClassVar[str] = "register.tree.nodes_missing"
