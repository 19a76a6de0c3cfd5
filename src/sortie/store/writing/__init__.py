"""Writing the store: only the office comes in here."""

from sortie.store.writing.checkpoints import checkpoint, keep_checkpoint
from sortie.store.writing.command import command, reindexing
from sortie.store.writing.desk import Desk
from sortie.store.writing.erasing import erase
from sortie.store.writing.several import commands
from sortie.store.writing.shelf import Shelf

__all__ = [
    "Desk",
    "Shelf",
    "checkpoint",
    "command",
    "commands",
    "erase",
    "keep_checkpoint",
    "reindexing",
]
