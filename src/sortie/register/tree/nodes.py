"""Complete subtrees: their names, where their hash is stored, and how they make any other hash."""

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import NamedTuple

from sortie.register.tree.errors import NodesMissing, SizeOutOfRange
from sortie.register.tree.hashes import EMPTY_ROOT, check_hash, node_hash

# What Go's verifiers and both databases can count to.
LARGEST_SIZE = 2**63 - 1


class Node(NamedTuple):
    """The complete subtree over the entries ``index << level`` up to ``(index + 1) << level``."""

    level: int
    index: int  # type: ignore[assignment]  # it hides tuple.index, which nobody asks of a node


# A source of hashes of complete subtrees: a whole batch at once, in the order asked.
Nodes = Callable[[Sequence[Node]], Sequence[bytes]]


class Stretch(NamedTuple):
    """The entries from ``first`` up to ``end``: a subtree, complete or cut at the right edge."""

    first: int
    end: int

    def nodes(self) -> Iterable[Node]:
        """Yield the complete subtrees it is made of, from the largest to the smallest."""
        first = self.first
        while first < self.end:
            level = (self.end - first).bit_length() - 1
            yield Node(level, first >> level)
            first += 1 << level

    def halves(self) -> tuple["Stretch", "Stretch"]:
        """Return both sides: the left one is the largest complete subtree short of the whole."""
        middle = self.first + (1 << ((self.end - self.first - 1).bit_length() - 1))
        return Stretch(self.first, middle), Stretch(middle, self.end)


def peaks_of(size: int) -> tuple[Node, ...]:
    """Return the complete subtrees that make a tree of this size, from the largest to the smallest.

    Raises:   SizeOutOfRange

    >>> peaks_of(6)
    (Node(level=2, index=0), Node(level=1, index=2))
    """
    check_size(size)
    return tuple(Stretch(0, size).nodes())


def stored_at(node: Node) -> tuple[int, int]:
    """Return the index of the leaf that completes a subtree, and its level.

    Its hash is the slice ``[32 * level : 32 * (level + 1)]`` of what ``Growth.add`` gave back for
    that leaf.

    >>> stored_at(Node(level=1, index=2))
    (5, 1)
    """
    return ((node.index + 1) << node.level) - 1, node.level


def root_of(size: int, nodes: Nodes) -> bytes:
    """Return the root of the tree of this size, whatever was appended since.

    Source:   RFC 6962, section 2.1
    Raises:   SizeOutOfRange; NodesMissing, NotAHash: the source does not hold the tree
    """
    check_size(size)
    return hashes_of([Stretch(0, size)], nodes)[0] if size else EMPTY_ROOT


def hashes_of(stretches: Sequence[Stretch], nodes: Nodes) -> tuple[bytes, ...]:
    """Return the hash of each stretch, none of them empty; the source is asked once for all.

    Raises:   NodesMissing, NotAHash: the source does not hold the tree
    """
    parts = [list(stretch.nodes()) for stretch in stretches]
    given = iter(read_nodes(nodes, [node for part in parts for node in part]))
    return tuple(bagged([next(given) for _ in part]) for part in parts)


def bagged(peaks: Sequence[bytes]) -> bytes:
    """Return the one hash above these peaks, from the largest to the smallest."""
    return reduce(lambda right, left: node_hash(left, right), reversed(peaks))


def read_nodes(nodes: Nodes, asked: Sequence[Node]) -> Sequence[bytes]:
    """Return the hashes of these subtrees, once their number and their lengths are sure.

    Raises:   NodesMissing, NotAHash
    """
    given = nodes(asked) if asked else ()
    if len(given) != len(asked):
        raise NodesMissing(len(asked), len(given))
    for at, value in enumerate(given):
        check_hash(value, "node", at)
    return given


def check_size(*numbers: int) -> None:
    """Refuse a size or an index that no register has.

    Raises:   SizeOutOfRange
    """
    for number in numbers:
        if not 0 <= number <= LARGEST_SIZE:
            raise SizeOutOfRange(number)
