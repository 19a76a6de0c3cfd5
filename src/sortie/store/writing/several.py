"""Several commands on several streams in one transaction: all are kept, or none is."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime

from django.db import connection, transaction

from sortie.store import complaints, tables
from sortie.store.reading import events_of_each
from sortie.store.records import Actor, Json, Stream
from sortie.store.writing import locks
from sortie.store.writing.attempt import Attempt, answer_of, attempt_of
from sortie.store.writing.desk import Desk
from sortie.store.writing.ink import Ink
from sortie.store.writing.pouring import Pouring
from sortie.store.writing.shelf import Shelf


@contextmanager
def commands(
    tries: Sequence[tuple[str, Stream]], verb: str, body: Json, *, actor: Actor, at: datetime
) -> Iterator[tuple[Desk, ...]]:
    """Yield a desk for each key and stream, of one kind; what they write is written at the end.

    The trap: a refusal in the block is kept for none of them, and undoes them all. A stream comes
    once, and what is read in the block does not hold yet what the block wrote.

    Raises:   KeyReused, RefusedBefore, NotCanonical, NotRecorded, OutcomeUnknown, BrokenStore
              Erased, KeyLost, KeysMissing, KeysExposed: nothing is kept
    """
    attempts = [
        attempt_of(key, verb, body, stream=stream, actor=actor, at=at) for key, stream in tries
    ]
    if len({attempt.stream for attempt in attempts}) < len(attempts):
        raise AssertionError("a stream is written by one command at a time")
    with complaints.writing() as stage, transaction.atomic(durable=True):
        with _pouring() as pouring:
            ink = Ink(gathers=True, pouring=pouring)
            desks = _desks(attempts, ink)
            yield desks
            ink.flow()
            ink.commands([desk.recorded() for desk in desks if desk.replayed is None])
            ink.dry()
        stage.committing = True


def _pouring() -> AbstractContextManager[Pouring | None]:
    return Pouring() if connection.vendor == "postgresql" else nullcontext()


def _desks(attempts: Sequence[Attempt], ink: Ink) -> tuple[Desk, ...]:
    locks.hold_keys([attempt.key for attempt in attempts])
    rows = tables.commands().in_bulk([attempt.key for attempt in attempts])
    earlier = {
        attempt.key: answer_of(attempt.same_as(rows[attempt.key]))
        for attempt in attempts
        if attempt.key in rows
    }
    new = [attempt.stream for attempt in attempts if attempt.key not in earlier]
    locks.hold_streams(new)
    events = events_of_each(new)
    told = tables.outbox().filter(case_id__in=[stream.id for stream in new])
    ink.told |= set(told.values_list("dedupe_key", flat=True))
    return tuple(
        Desk(attempt, replayed=earlier[attempt.key])
        if attempt.key in earlier
        else Desk(attempt, shelf=Shelf(attempt.stream, events.get(attempt.stream, ()), ink))
        for attempt in attempts
    )
