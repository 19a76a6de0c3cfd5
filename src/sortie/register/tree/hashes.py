"""The two hashes of the tree. The prefix keeps a node from passing for an entry."""

from hashlib import sha256

from sortie.register.tree.errors import NotAHash

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash under which an entry stands in the tree.

    Source:   RFC 6962, section 2.1

    >>> leaf_hash(b"").hex()[:16]
    '6e340b9cffb37a98'
    """
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two subtrees; the order counts.

    Source:   RFC 6962, section 2.1

    >>> node_hash(leaf_hash(b"a"), leaf_hash(b"b")) == node_hash(leaf_hash(b"b"), leaf_hash(b"a"))
    False
    """
    return sha256(b"\x01" + left + right).digest()


def check_hash(value: bytes, place: str, at: int | None = None) -> None:
    """Refuse what is not 32 bytes, so that no two splits of the same bytes can be hashed alike.

    Raises:   NotAHash
    """
    if len(value) != HASH_BYTES:
        raise NotAHash(place, at, len(value))
