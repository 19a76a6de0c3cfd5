"""A register of ten million entries: what a proof of it costs, and what a million leaves cost.

Made from the hashes a leaf completes, end to end in one file as the store keeps them one a row,
and from published tiles. Both are read through the system's cache: the disk is not measured.
"""

import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from benchmarks.measuring import Measure, gather
from sortie import register

ENTRIES, LEAVES = 10_000_000, 1_000_000
DRAWN, ROUNDS = 2000, 5
PROOF_TARGET = 5.0
SEED = 5
HASH = 32
# The length of the leaf of an event.
LEAF = 101

Proof = Callable[[int], tuple[bytes, ...]]


def measures() -> Iterator[Measure]:
    """Yield the leaves, then each proof: the median of many drawn places, and the slowest place."""
    yield gather(f"growing a register by {LEAVES:,} leaves", [_grow() for _ in range(ROUNDS)])
    with _ten_millions() as (stored, folder):
        yield from _proofs("from stored hashes", stored)
        yield from _proofs("from tiles", register.tile_nodes(folder, ENTRIES))
        yield gather("checking a proof of inclusion", _checked(stored))


def _proofs(source: str, nodes: register.Nodes) -> Iterator[Measure]:
    included: Proof = partial(register.inclusion_proof, size=ENTRIES, nodes=nodes)
    consistent: Proof = partial(register.consistency_proof, new=ENTRIES, nodes=nodes)
    for kind, proof, first in (("inclusion", included, 0), ("consistency", consistent, 1)):
        draw = random.Random(SEED)  # noqa: S311
        places = [draw.randrange(first, ENTRIES) for _ in range(DRAWN)]
        rounds = [[_took(partial(proof, place)) for place in places] for _ in range(ROUNDS)]
        what = f"a proof of {kind} among {ENTRIES:,} entries, {source}"
        yield gather(what, [second for each in rounds for second in each], target=PROOF_TARGET)
        # The best round of each place: what is left is the work, without who else was at work.
        slowest = max(min(taken) for taken in zip(*rounds, strict=True))
        yield gather(f"the slowest of these {DRAWN:,} places", [slowest], target=PROOF_TARGET)


def _checked(nodes: register.Nodes) -> list[float]:
    """Return the time of each check, once the proof is in hand."""
    draw, root = random.Random(SEED), register.root_of(ENTRIES, nodes)  # noqa: S311
    taken = []
    for index in (draw.randrange(ENTRIES) for _ in range(DRAWN)):
        check = partial(
            register.check_inclusion,
            index=index,
            size=ENTRIES,
            leaf=register.leaf_hash(_entry(index)),
            proof=register.inclusion_proof(index, ENTRIES, nodes),
            root=root,
        )
        taken.append(_took(check))
    return taken


def _took(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _grow() -> float:
    """Return how long so many leaves take, the root at the end; the entries are made before."""
    entries = [_entry(index) for index in range(LEAVES)]
    growth = register.Growth()
    start = time.perf_counter()
    for entry in entries:
        growth.add(entry)
    growth.root()
    return time.perf_counter() - start


@contextmanager
def _ten_millions() -> Iterator[tuple[register.Nodes, Path]]:
    """Yield a source of the stored hashes, and the folder of the tiles made from them."""
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        folder = Path(made)
        with (folder / "hashes").open("w+b") as file:
            growth = register.Growth()
            for index in range(ENTRIES):
                file.write(growth.add(_entry(index)))
            file.flush()
            nodes = partial(_stored, file)
            _publish(folder, nodes)
            yield nodes, folder


def _stored(file: BinaryIO, asked: Sequence[register.Node]) -> list[bytes]:
    """Read complete subtrees where the leaf that completes each one put them."""
    found = []
    for node in asked:
        leaf, level = register.stored_at(node)
        # So many hashes are completed by the leaves before this one.
        before = 2 * leaf - leaf.bit_count()
        file.seek(HASH * (before + level))
        found.append(file.read(HASH))
    return found


def _publish(folder: Path, nodes: register.Nodes) -> None:
    """Write the tiles alone: no entries, nothing made durable."""
    for tile in register.tiles_of(ENTRIES):
        asked = [register.Node(8 * tile.level, 256 * tile.index + at) for at in range(tile.width)]
        file = folder / tile.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"".join(nodes(asked)))


def _entry(index: int) -> bytes:
    """Return other bytes for each index, as long as a leaf."""
    return b"%0*d" % (LEAF, index)
