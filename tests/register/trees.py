"""Trees kept in memory, and the definitions of RFC 6962 written as they stand there."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256

from hypothesis import strategies as st

from sortie import register

MANY = 600


def entry(index: int) -> bytes:
    return f"entry {index}".encode()


class Kept:
    """A register in memory: what each leaf completed, as the store keeps it."""

    def __init__(self, entries: Sequence[bytes]) -> None:
        growth = register.Growth()
        self.entries = list(entries)
        self.hashes = [growth.add(each) for each in entries]
        self.batches = 0

    @property
    def size(self) -> int:
        return len(self.entries)

    def nodes(self, asked: Sequence[register.Node]) -> list[bytes]:
        self.batches += 1
        return [self._node(node) for node in asked]

    def between(self, start: int, stop: int) -> list[bytes]:
        return self.entries[start:stop]

    def root(self, size: int | None = None) -> bytes:
        return register.root_of(self.size if size is None else size, self.nodes)

    def _node(self, node: register.Node) -> bytes:
        leaf, level = register.stored_at(node)
        return self.hashes[leaf][32 * level : 32 * (level + 1)]


@lru_cache(maxsize=4)
def grown(size: int = MANY) -> Kept:
    """Return a register of so many entries. It is shared: read it only."""
    return Kept([entry(index) for index in range(size)])


def tree_hash(entries: Sequence[bytes]) -> bytes:
    """RFC 6962, section 2.1, MTH."""
    match len(entries):
        case 0:
            return sha256(b"").digest()
        case 1:
            return sha256(b"\x00" + entries[0]).digest()
        case count:
            k = largest_power_below(count)
            return sha256(b"\x01" + tree_hash(entries[:k]) + tree_hash(entries[k:])).digest()


def audit_path(m: int, entries: Sequence[bytes]) -> list[bytes]:
    """RFC 6962, section 2.1.1, PATH."""
    if len(entries) == 1:
        return []
    k = largest_power_below(len(entries))
    if m < k:
        return [*audit_path(m, entries[:k]), tree_hash(entries[k:])]
    return [*audit_path(m - k, entries[k:]), tree_hash(entries[:k])]


def subproof(m: int, entries: Sequence[bytes], *, whole: bool = True) -> list[bytes]:
    """RFC 6962, section 2.1.2, SUBPROOF."""
    if m == len(entries):
        return [] if whole else [tree_hash(entries)]
    k = largest_power_below(len(entries))
    if m <= k:
        return [*subproof(m, entries[:k], whole=whole), tree_hash(entries[k:])]
    return [*subproof(m - k, entries[k:], whole=False), tree_hash(entries[:k])]


def largest_power_below(count: int) -> int:
    k = 1
    while k * 2 < count:
        k *= 2
    return k


def flipped(value: bytes, bit: int) -> bytes:
    return bytes(byte ^ ((1 << bit % 8) if at == bit // 8 else 0) for at, byte in enumerate(value))


def bits(value: bytes) -> Iterator[bytes]:
    """Yield the value with one bit flipped, for each of its bits."""
    return (flipped(value, bit) for bit in range(8 * len(value)))


def spoilt(proof: Sequence[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """Yield the proof with one thing wrong, and its name: a bit, a hash less, one more, a swap."""
    for at, value in enumerate(proof):
        before, after = list(proof[:at]), list(proof[at + 1 :])
        yield from (("bit flipped", [*before, other, *after]) for other in bits(value))
        yield "dropped", [*before, *after]
        yield "duplicated", [*before, value, value, *after]
        yield "added", [*before, bytes(32), value, *after]
        yield from (
            (
                "swapped",
                [*before, proof[other], *after[: other - at - 1], value, *proof[other + 1 :]],
            )
            for other in range(at + 1, len(proof))
            if proof[other] != value
        )
    yield "added", [*proof, bytes(32)]


# Sizes near the powers of two, where the shape of the tree changes, as often as the others.
NEAR_POWERS = st.sampled_from(
    sorted({n for k in range(10) for n in (2**k - 1, 2**k, 2**k + 1) if 0 < n <= MANY})
)
SIZES = st.integers(1, MANY) | NEAR_POWERS
INDEXED = SIZES.flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size)))
GROWING = SIZES.flatmap(lambda new: st.tuples(st.integers(1, new), st.just(new)))
