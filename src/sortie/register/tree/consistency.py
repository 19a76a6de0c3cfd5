"""The proof that a tree was only appended to: the hashes common to both trees, and what was added.

A proof from the empty tree is refused, made or checked: every tree begins with it, so nothing
would be proved, and a forger who says "it was empty" must not get a yes.
"""

from collections.abc import Sequence

from sortie.register.tree.errors import (
    EmptyTreeProves,
    NewRootDiffers,
    OldRootDiffers,
    ProofLengthWrong,
    RootsDiffer,
    TreeShrank,
)
from sortie.register.tree.hashes import check_hash, node_hash
from sortie.register.tree.nodes import Nodes, Stretch, check_size, hashes_of


def consistency_proof(old: int, new: int, nodes: Nodes) -> tuple[bytes, ...]:
    """Return the proof that the tree of ``new`` entries begins with that of ``old``.

    It is empty when both sizes are the same. To a witness that has seen nothing yet, send no proof.

    Source:   RFC 6962, section 2.1.2
    Raises:   SizeOutOfRange, TreeShrank, EmptyTreeProves; NodesMissing, NotAHash: from the source
    """
    return hashes_of(_shared_and_beside(old, new), nodes)


def check_consistency(
    *, old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> None:
    """Return nothing when the later tree begins with the whole of the earlier one.

    Source:   RFC 6962, section 2.1.2; RFC 9162, section 2.1.4.2
    Raises:   SizeOutOfRange, TreeShrank, EmptyTreeProves, NotAHash, ProofLengthWrong, RootsDiffer,
              OldRootDiffers, NewRootDiffers
    """
    stretches = _shared_and_beside(old, new)
    check_hash(old_root, "old_root")
    check_hash(new_root, "new_root")
    for at, value in enumerate(proof):
        check_hash(value, "proof", at)
    if len(proof) != len(stretches):
        raise ProofLengthWrong(len(stretches), len(proof))
    if old == new:
        if old_root != new_root:
            raise RootsDiffer(old)
        return
    found_old, found_new = _both_roots(old, stretches, proof, old_root)
    if found_old != old_root:
        raise OldRootDiffers(old, new)
    if found_new != new_root:
        raise NewRootDiffers(old, new)


def _both_roots(
    old: int, stretches: Sequence[Stretch], proof: Sequence[bytes], old_root: bytes
) -> tuple[bytes, bytes]:
    """Return the two roots the proof leads to."""
    # When the earlier tree is one complete subtree, its root is where both paths start.
    starts_with_a_hash = stretches[0].first < old
    shared = proof[0] if starts_with_a_hash else old_root
    found_old = found_new = shared
    beside = list(zip(stretches, proof, strict=True))[starts_with_a_hash:]
    for stretch, value in beside:
        if stretch.end <= old:
            found_old, found_new = node_hash(value, found_old), node_hash(value, found_new)
        else:
            found_new = node_hash(found_new, value)
    return found_old, found_new


def _shared_and_beside(old: int, new: int) -> list[Stretch]:
    """Return the last complete subtree of the earlier tree, then what its path leaves aside.

    The subtree is left out when it is the whole earlier tree: who checks has its root.
    """
    check_size(old, new)
    if old > new:
        raise TreeShrank(old, new)
    if old == 0:
        raise EmptyTreeProves(new)
    here, left_aside = Stretch(0, new), []
    while here.end != old:
        left, right = here.halves()
        here, other = (left, right) if old <= left.end else (right, left)
        left_aside.append(other)
    whole = [] if here.first == 0 else [here]
    return whole + left_aside[::-1]
