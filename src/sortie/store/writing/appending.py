"""The one place where an event becomes durable, and its leaf with it."""

from collections.abc import Sequence

from sortie import register
from sortie.store.canonical import canonical, check_texts, read_canonical
from sortie.store.errors import StaleVersion
from sortie.store.records import Actor, NewEvent, StoredEvent
from sortie.store.register import leaf_of
from sortie.store.vault import Seal, event_place
from sortie.store.writing.attempt import Attempt, instant
from sortie.store.writing.ink import Row
from sortie.store.writing.shelf import Shelf


def append(
    attempt: Attempt,
    shelf: Shelf,
    events: Sequence[NewEvent],
    *,
    expected: int,
    erasure: str | None = None,
) -> tuple[StoredEvent, ...]:
    """Return the events as stored: next in their stream, next in the store, without a gap.

    Nobody else can append anywhere between this and the commit, so that the order of the
    sequence is the order of the commits, and that of the leaves.

    Raises:   StaleVersion, Erased
    """
    found = shelf.number
    if expected != found:
        raise StaleVersion(str(shelf.stream), expected, found)
    check_texts(kind=tuple({event.kind for event in events}))
    last, growth = shelf.ink.take(len(events))
    seal = shelf.seal()
    stored, rows = [], []
    by, author = attempt.actor, _author(attempt.actor)
    for place, new in enumerate(events, start=1):
        body, at, who = canonical(new.body), instant(new.at), new.by or attempt.actor
        if who is not by:
            by, author = who, _author(who)
        event = StoredEvent(
            last + place, shelf.stream, shelf.subject, found + place, new.kind,
            attempt.at if at == attempt.at else at, attempt.at,
            *author, read_canonical(body), attempt.key,
        )  # fmt: skip
        stored.append(event)
        rows.append(_row(event, body, seal, growth, erasure))
    shelf.ink.events(rows)
    shelf.events += tuple(stored)
    return tuple(stored)


def _row(
    event: StoredEvent, body: str, seal: Seal, growth: register.Growth, erasure: str | None
) -> Row:
    """Return the row of an event with its leaf, which is the next one of the register."""
    salt = register.new_salt()
    entry = leaf_of(event, body, salt, erasure=erasure)
    stream = event.stream
    place = event_place(stream.kind, stream.id, event.number, event.seq)
    return {
        "seq": event.seq,
        "subject": event.subject,
        "number": event.number,
        "kind": event.kind,
        "at": event.at,
        "recorded_at": event.recorded_at,
        "actor_id": event.actor_id,
        "actor_role": event.actor_role,
        "actor_of": event.actor_of,
        "stream_kind": stream.kind,
        "stream_id": stream.id,
        "sealed": seal.sealed(salt + body.encode(), place),
        "entry": entry.decode(),
        "hashes": growth.add(entry),
        "command_id": event.command_key,
    }


def _author(by: Actor) -> tuple[str, str, str]:
    check_texts(author=(by.id, by.of))
    return by.id, str(by.role), by.of
