"""One command, one stream, one transaction: done whole, refused for ever, or never tried."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction

from sortie.errors import SortieError
from sortie.store import complaints, tables
from sortie.store.canonical import canonical
from sortie.store.errors import (
    BrokenStore,
    Erased,
    KeyLost,
    KeyReused,
    KeysExposed,
    KeysMissing,
    NotRead,
    NotRecorded,
    OutcomeUnknown,
    RefusedBefore,
)
from sortie.store.reading import stream_events
from sortie.store.records import REFUSED, Actor, Json, Stream
from sortie.store.writing import locks
from sortie.store.writing.attempt import Attempt, answer_of, attempt_of
from sortie.store.writing.desk import Desk
from sortie.store.writing.ink import Ink
from sortie.store.writing.refusals import written_refusal
from sortie.store.writing.shelf import Shelf

NEVER_KEPT = (
    BrokenStore, Erased, KeyLost, KeyReused, KeysExposed, KeysMissing, NotRead, NotRecorded,
    OutcomeUnknown, RefusedBefore,
)  # fmt: skip


@contextmanager
def command(
    key: str, verb: str, body: Json, *, stream: Stream, actor: Actor, at: datetime
) -> Iterator[Desk]:
    """Yield the desk of this command; when the block ends, everything is kept with its answer.

    A command answered before yields a desk that is only good for ``replayed``. A refusal raised
    in the block undoes what the desk did, is kept under this key with who, when and why, and goes
    on; any other exception leaves no trace at all. Two attempts under one key wait for each other.

    Raises:   KeyReused, RefusedBefore, NotCanonical: nothing is tried
              Erased, KeyLost, KeysMissing, KeysExposed: nothing is kept
              NotRecorded: nothing is kept, trying again is safe
              OutcomeUnknown: the same command under the same key will tell
              BrokenStore
    """
    attempt = attempt_of(key, verb, body, stream=stream, actor=actor, at=at)
    refusal: SortieError | None = None
    with complaints.writing() as stage:
        with transaction.atomic(durable=True):
            locks.hold_key(key)
            earlier = _answered(attempt)
            if earlier is not None:
                yield Desk(attempt, replayed=earlier)
                return
            locks.hold_stream(stream)
            shelf = Shelf(stream, stream_events(stream))
            desk = Desk(attempt, shelf=shelf)
            try:
                with transaction.atomic():
                    yield desk
            except SortieError as error:
                refusal = _kept(attempt, error, shelf.kept_for)
            else:
                desk.ink.commands([desk.recorded()])
            stage.committing = True
        if refusal is not None:
            raise refusal


def _answered(attempt: Attempt) -> Json | None:
    earlier = attempt.earlier()
    return None if earlier is None else answer_of(earlier)


def _kept(attempt: Attempt, error: SortieError, subject: str) -> SortieError:
    if isinstance(error, NEVER_KEPT):
        raise error
    Ink().commands([attempt.ended(REFUSED, canonical(written_refusal(error)), subject)])
    return error


@contextmanager
def reindexing(stream: Stream) -> Iterator[Shelf]:
    """Yield the shelf of a case whose index is made again from its events alone.

    Raises:   Erased: it has no index any more
              NotRecorded, OutcomeUnknown, BrokenStore
    """
    with complaints.writing() as stage, transaction.atomic(durable=True):
        locks.hold_stream(stream)
        locks.hold_sequence()
        tables.case_index().filter(case_id=stream.id).delete()
        tables.clocks().filter(case_id=stream.id).delete()
        yield Shelf(stream, stream_events(stream))
        stage.committing = True
