"""The register as this store holds it: each event is a leaf, in the row of the event itself."""

from sortie.store.register.checkpoints import StoredCheckpoint, checkpoints, last_checkpoint
from sortie.store.register.openings import Opening, leaf_of, opening, payload_of
from sortie.store.register.tree import Head, entries, growth, head, nodes

__all__ = [
    "Head",
    "Opening",
    "StoredCheckpoint",
    "checkpoints",
    "entries",
    "growth",
    "head",
    "last_checkpoint",
    "leaf_of",
    "nodes",
    "opening",
    "payload_of",
]
