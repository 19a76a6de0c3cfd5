"""The proof that an entry stands in the tree: the hashes beside its path to the root."""

from collections.abc import Sequence

from sortie.register.tree.errors import IndexOutsideTree, NotIncluded, ProofLengthWrong
from sortie.register.tree.hashes import check_hash, node_hash
from sortie.register.tree.nodes import Nodes, Stretch, check_size, hashes_of


def inclusion_proof(index: int, size: int, nodes: Nodes) -> tuple[bytes, ...]:
    """Return the hashes beside the path from an entry to the root, from the leaf upwards.

    The proof is of a tree of exactly this size; the source may hold a larger one.

    Source:   RFC 6962, section 2.1.1
    Raises:   SizeOutOfRange, IndexOutsideTree; NodesMissing, NotAHash: from the source
    """
    return hashes_of(_beside(index, size), nodes)


def check_inclusion(
    *, index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> None:
    """Return nothing when the entry whose hash is ``leaf`` has this index under this root.

    ``leaf`` is the hash of an entry: given from outside, it could be a node passing for one, so
    hash the entry itself. A root does not fix its size: take both from one signed checkpoint.

    Source:   RFC 6962, section 2.1.1; RFC 9162, section 2.1.3.2
    Raises:   SizeOutOfRange, IndexOutsideTree, NotAHash, ProofLengthWrong, NotIncluded
    """
    beside = _beside(index, size)
    check_hash(leaf, "leaf")
    check_hash(root, "root")
    for at, value in enumerate(proof):
        check_hash(value, "proof", at)
    if len(proof) != len(beside):
        raise ProofLengthWrong(len(beside), len(proof))
    found = leaf
    for stretch, value in zip(beside, proof, strict=True):
        on_the_left = stretch.end <= index
        found = node_hash(value, found) if on_the_left else node_hash(found, value)
    if found != root:
        raise NotIncluded(index, size)


def _beside(index: int, size: int) -> list[Stretch]:
    """Return the subtrees that the path from an entry to the root leaves aside, leaf first."""
    check_size(index, size)
    if index >= size:
        raise IndexOutsideTree(index, size)
    here, left_aside = Stretch(0, size), []
    while here.end - here.first > 1:
        left, right = here.halves()
        here, other = (left, right) if index < left.end else (right, left)
        left_aside.append(other)
    return left_aside[::-1]
