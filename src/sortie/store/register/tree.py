"""The tree of the register, read from the rows of the events: nothing of it is kept elsewhere."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max

from sortie import register
from sortie.store import complaints, tables
from sortie.store.records import ERASURES

HASH_BYTES = 32
# Everyone waits for whoever writes next: two questions that a database plans at once, and one of
# them most of the time, rather than one that it plans for longer than it runs.
LAST = (
    "SELECT seq, hashes, (SELECT number FROM store_event WHERE stream_kind = %s AND stream_id = %s"
    " ORDER BY number DESC LIMIT 1) FROM store_event WHERE seq > 0 ORDER BY seq DESC LIMIT 1"
)
AT_ONCE = 900


class _Grown(threading.local):
    """The tree that this thread appended to last, committed or not."""

    def __init__(self) -> None:
        self.tree = register.Growth()


_grown = _Grown()


@dataclass(frozen=True, slots=True)
class Head:
    """How many leaves there are, and their root."""

    size: int
    root: bytes


@complaints.reading()
def head() -> Head:
    """Return the register as it is committed now; events that come meanwhile are left out."""
    size = tables.events().aggregate(last=Max("seq"))["last"] or 0
    return Head(size, register.root_of(size, nodes))


@complaints.reading()
def nodes(asked: Sequence[register.Node]) -> list[bytes]:
    """Return the hashes of these complete subtrees, in the order asked.

    A subtree that is not complete yet is left out, so that fewer hashes come back than were asked.
    """
    places = [register.stored_at(node) for node in asked]
    held = _hashes({index + 1 for index, _ in places})
    return [
        held[index + 1][HASH_BYTES * level : HASH_BYTES * (level + 1)]
        for index, level in places
        if index + 1 in held
    ]


@complaints.reading()
def entries(start: int, stop: int) -> list[bytes]:
    """Return the public bytes of the leaves from index ``start`` up to ``stop``, if there."""
    rows = tables.events().filter(seq__gt=start, seq__lte=stop).order_by("seq")
    return [entry.encode() for entry in rows.values_list("entry", flat=True)]


def growth() -> tuple[register.Growth, int]:
    """Return the tree to be appended to by whoever writes alone, and how many erasures there are.

    The one this thread appended to last serves again if it ends with the same leaf, whose salt
    nobody else has drawn: what was rolled back, or written by another, is read anew.

    Raises:   register.PeaksWrong, register.NotAHash: the last events are not there
              NotRead, BrokenStore
    """
    with connection.cursor() as cursor:
        cursor.execute(LAST, [ERASURES.kind, ERASURES.id])
        row = cursor.fetchone()
    size, hashes, erasures = row or (0, b"", 0)
    held = _grown.tree
    if held.size != size or (size and held.peaks[-1] != bytes(hashes)[-HASH_BYTES:]):
        held = register.Growth(size, nodes(register.peaks_of(size)))
        _grown.tree = held
    return held, erasures or 0


def _hashes(seqs: set[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    listed = sorted(seqs)
    with connection.cursor() as cursor:
        for start in range(0, len(listed), AT_ONCE):
            some = listed[start : start + AT_ONCE]
            holes = ", ".join(["%s"] * len(some))
            sql = f"SELECT seq, hashes FROM store_event WHERE seq IN ({holes})"  # noqa: S608
            cursor.execute(sql, some)
            found.update((seq, bytes(hashes)) for seq, hashes in cursor.fetchall())
    return found
