"""The two logs: what happened to accounts, and who was shown what."""

from sortie.web.accounts.journal.consulted import Seen, note_seen
from sortie.web.accounts.journal.happened import Kind, happened
from sortie.web.accounts.journal.reading import (
    HappeningQuery,
    SeenQuery,
    happenings,
    seen,
)

__all__ = [
    "HappeningQuery",
    "Kind",
    "Seen",
    "SeenQuery",
    "happened",
    "happenings",
    "note_seen",
    "seen",
]
