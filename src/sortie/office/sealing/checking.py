"""Checking the whole register from its entries: nothing that was derived from them is believed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sortie import register, store
from sortie.errors import SortieError
from sortie.office.sealing.keeping import keys

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which entry or checkpoint, counted from the first."""

    index: int
    why: SortieError


@dataclass(slots=True)
class Checked:
    """How many entries there are, how many open, how many were erased, and what is wrong."""

    size: int = 0
    opened: int = 0
    erased: int = 0
    checkpoints: int = 0
    faults: list[Fault] = field(default_factory=list)


def check() -> Checked:
    """Hash every entry again; compare with the rows, and with every checkpoint ever signed.

    Each entry that is not erased is opened: a row changed behind the program's back no longer
    fits what was sealed. It reads the whole store.

    Raises:   register.KeysMissing and what else the keys refuse, and what the store cannot read
    """
    found, growth = Checked(), register.Growth()
    waiting = _Waiting()
    waiting.compare(growth, found)
    while page := store.register.entries(growth.size, growth.size + AT_ONCE):
        for entry in page:
            _entry(entry, growth, found)
            waiting.compare(growth, found)
    found.size = growth.size
    waiting.end(found)
    return found


def _entry(entry: bytes, growth: register.Growth, found: Checked) -> None:
    index = growth.size
    completed = growth.add(entry)
    levels = range(len(completed) // register.HASH_BYTES)
    nodes = [register.Node(level, index >> level) for level in levels]
    if b"".join(store.register.nodes(nodes)) != completed:
        found.faults.append(Fault(index, register.RootsDiffer(index + 1)))
    try:
        opened = store.register.opening(index + 1)
        register.check_opening(register.read_entry(entry), opened.salt, opened.payload)
        found.opened += 1
    except store.Erased:
        found.erased += 1
    except (register.RegisterError, store.BrokenStore, store.KeyLost) as wrong:
        found.faults.append(Fault(index, wrong))


class _Waiting:
    """The checkpoints that were signed, by size, until the entries reach them."""

    def __init__(self) -> None:
        self._vkeys = keys().vkeys
        self._left = sorted(_signed(), key=lambda each: (each.size, each.id))

    def compare(self, growth: register.Growth, found: Checked) -> None:
        """Check those of this size: their signatures, and that their root is the one reached."""
        while self._left and self._left[0].size <= growth.size:
            kept = self._left.pop(0)
            found.checkpoints += 1
            try:
                note = register.read_checkpoint(kept.text)
                note.verified_by(self._vkeys)
                if (note.checkpoint.size, note.checkpoint.root) != (growth.size, growth.root()):
                    raise register.RootsDiffer(kept.size)
            except register.RegisterError as wrong:
                found.faults.append(Fault(kept.size, wrong))

    def end(self, found: Checked) -> None:
        """Name the checkpoints of entries that are not there."""
        for kept in self._left:
            found.checkpoints += 1
            found.faults.append(Fault(kept.size, register.RegisterRewound(kept.size, found.size)))


def _signed() -> Iterator[store.register.StoredCheckpoint]:
    after = 0
    while page := store.register.checkpoints(after=after, limit=AT_ONCE):
        yield from page
        after = page[-1].id
