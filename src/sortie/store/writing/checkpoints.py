"""Signing what is kept: never before it is on the disk, never another history than before."""

from datetime import datetime

from django.db import connection, transaction

from sortie import register
from sortie.store import complaints, keys, tables
from sortie.store.register import StoredCheckpoint, head, nodes
from sortie.store.vault import SIGNING
from sortie.store.writing.attempt import instant


def checkpoint(at: datetime) -> StoredCheckpoint:
    """Sign the register as it is committed now, and keep the note.

    What was signed last is remembered with the keys, outside the database: a copy put back from
    before, or one that went on otherwise, is refused. The trap: keys put back from a copy too
    have forgotten it; only an outside witness has not.

    Raises:   register.RegisterRewound, register.RegisterForked
              register.KeysMissing and what else the keys of the register refuse
              NotRead, NotRecorded, OutcomeUnknown, BrokenStore
    """
    folder = keys.keys_folder() / SIGNING
    signing = register.open_keys(folder)
    while True:
        found = head()
        _flush()
        said = register.Checkpoint(signing.origin, found.size, found.root)
        try:
            register.LastSigned(folder).check_and_set(said, nodes)
            return _keep(said, signing.sign(said), at)
        except register.RegisterRewound as rewound:
            # Another process may have signed for more meanwhile; then there is more to sign.
            if head().size < rewound.signed:
                raise
        except register.NotRemembered:
            continue


def keep_checkpoint(text: str, at: datetime) -> StoredCheckpoint:
    """Keep a checkpoint of ours that others have signed as well: witnesses, for one.

    The trap: their signatures are not looked at here; ours are.

    Raises:   register.NotesError: the text is no checkpoint, or not one we signed
              register.NotOfTheTree: not of this register
              register.KeysMissing and what else the keys of the register refuse
              NotRead, NotRecorded, OutcomeUnknown, BrokenStore
    """
    signing = register.open_keys(keys.keys_folder() / SIGNING)
    read = register.read_checkpoint(text).of_origin(signing.origin)
    read.verified_by(signing.vkeys)
    said = read.checkpoint
    if said.size > head().size or register.root_of(said.size, nodes) != said.root:
        raise register.NotOfTheTree(said.size)
    return _keep(said, text, at)


def _keep(said: register.Checkpoint, text: str, at: datetime) -> StoredCheckpoint:
    with complaints.writing() as stage, transaction.atomic(durable=True):
        row = tables.checkpoints().create(size=said.size, at=instant(at), text=text)
        stage.committing = True
    return StoredCheckpoint(row.pk, said.size, row.at, text)


def _flush() -> None:
    """Wait until everything committed so far is on the disk.

    SQLite shows nothing to others before; PostgreSQL does, to whoever told it not to wait. A
    commit that does wait takes all that came before it along.
    """
    if connection.vendor != "postgresql":
        return
    with complaints.writing(), transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = on")
        cursor.execute("SELECT pg_logical_emit_message(true, 'sortie', 'checkpoint')")
