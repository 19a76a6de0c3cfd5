"""The Merkle tree of RFC 6962, section 2.1: hashes, growth, and the two proofs.

It knows bytes and numbers, and neither where hashes are kept nor what an entry says.
"""

from sortie.register.tree.consistency import check_consistency, consistency_proof
from sortie.register.tree.errors import (
    EmptyTreeProves,
    IndexOutsideTree,
    NewRootDiffers,
    NodesMissing,
    NotAHash,
    NotIncluded,
    OldRootDiffers,
    PeaksWrong,
    ProofLengthWrong,
    RootsDiffer,
    SizeOutOfRange,
    TreeError,
    TreeShrank,
)
from sortie.register.tree.growth import Growth
from sortie.register.tree.hashes import EMPTY_ROOT, HASH_BYTES, leaf_hash, node_hash
from sortie.register.tree.inclusion import check_inclusion, inclusion_proof
from sortie.register.tree.nodes import (
    LARGEST_SIZE,
    Node,
    Nodes,
    check_size,
    peaks_of,
    read_nodes,
    root_of,
    stored_at,
)

__all__ = [
    "EMPTY_ROOT",
    "HASH_BYTES",
    "LARGEST_SIZE",
    "EmptyTreeProves",
    "Growth",
    "IndexOutsideTree",
    "NewRootDiffers",
    "Node",
    "Nodes",
    "NodesMissing",
    "NotAHash",
    "NotIncluded",
    "OldRootDiffers",
    "PeaksWrong",
    "ProofLengthWrong",
    "RootsDiffer",
    "SizeOutOfRange",
    "TreeError",
    "TreeShrank",
    "check_consistency",
    "check_inclusion",
    "check_size",
    "consistency_proof",
    "inclusion_proof",
    "leaf_hash",
    "node_hash",
    "peaks_of",
    "read_nodes",
    "root_of",
    "stored_at",
]
