"""The one place where an event becomes durable."""

from collections.abc import Sequence

from sortie.store import copies, tables
from sortie.store.canonical import canonical, check_texts
from sortie.store.errors import StaleVersion
from sortie.store.records import Actor, NewEvent, StoredEvent
from sortie.store.writing.attempt import Attempt, instant
from sortie.store.writing.shelf import Shelf


def append(
    attempt: Attempt, shelf: Shelf, events: Sequence[NewEvent], *, expected: int
) -> tuple[StoredEvent, ...]:
    """Return the events as stored: next in their stream, next in the store, without a gap.

    Nobody else can append anywhere between this and the commit, so that the order of the
    sequence is the order of the commits.

    Raises:   StaleVersion
    """
    found = shelf.number
    if expected != found:
        raise StaleVersion(str(shelf.stream), expected, found)
    check_texts(kind=tuple(event.kind for event in events))
    last = shelf.ink.take(len(events))
    model = tables.events().model
    rows = [
        model(
            seq=last + place,
            stream_kind=shelf.stream.kind,
            stream_id=shelf.stream.id,
            number=found + place,
            kind=event.kind,
            at=instant(event.at),
            recorded_at=attempt.at,
            **_author(event.by or attempt.actor),
            body=canonical(event.body),
            command_id=attempt.key,
        )
        for place, event in enumerate(events, start=1)
    ]
    shelf.ink.events(rows)
    stored = tuple(copies.event_of(row) for row in rows)
    shelf.events += stored
    return stored


def _author(by: Actor) -> dict[str, str]:
    check_texts(author=(by.id, by.of))
    return {"actor_id": by.id, "actor_role": str(by.role), "actor_of": by.of}
