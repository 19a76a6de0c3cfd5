"""The checkpoints that were signed, as they were."""

from dataclasses import dataclass
from datetime import datetime

from sortie.store import complaints, tables

PAGE = 50


@dataclass(frozen=True, slots=True)
class StoredCheckpoint:
    """``text`` is the signed note; ``at`` is when this store kept it."""

    id: int
    size: int
    at: datetime
    text: str


@complaints.reading()
def last_checkpoint() -> StoredCheckpoint | None:
    """Return the checkpoint kept last: of one size, the one with the most signatures comes last."""
    rows = tables.checkpoints().filter(size__gte=0).order_by("-size", "-id")
    row = rows.values_list(*COLUMNS).first()
    return None if row is None else StoredCheckpoint(*row)


@complaints.reading()
def checkpoints(*, after: int = 0, limit: int = PAGE) -> tuple[StoredCheckpoint, ...]:
    """Return the checkpoints kept after that of this id, the oldest first."""
    rows = tables.checkpoints().filter(id__gt=after).order_by("id").values_list(*COLUMNS)
    return tuple(StoredCheckpoint(*row) for row in rows[:limit])


COLUMNS = ("id", "size", "at", "text")
