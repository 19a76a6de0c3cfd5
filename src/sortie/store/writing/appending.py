"""The one place where an event becomes durable, and its leaf with it."""

import json
from collections.abc import Sequence
from typing import Any

from sortie import register
from sortie.store.canonical import canonical, check_texts
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
    check_texts(kind=tuple(event.kind for event in events))
    last, growth = shelf.ink.take(len(events))
    seal = shelf.seal()
    stored, rows = [], []
    for place, new in enumerate(events, start=1):
        body = canonical(new.body)
        event = StoredEvent(
            seq=last + place,
            stream=shelf.stream,
            subject=shelf.subject,
            number=found + place,
            kind=new.kind,
            at=instant(new.at),
            recorded_at=attempt.at,
            body=json.loads(body),
            command_key=attempt.key,
            **_author(new.by or attempt.actor),
        )
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
    place = event_place(event.stream.kind, event.stream.id, event.number, event.seq)
    values: dict[str, Any] = {
        name: getattr(event, name)
        for name in ("seq", "subject", "number", "kind", "at", "recorded_at",
                     "actor_id", "actor_role", "actor_of")
    }  # fmt: skip
    return {
        **values,
        "stream_kind": event.stream.kind,
        "stream_id": event.stream.id,
        "sealed": seal.sealed(salt + body.encode(), place),
        "entry": entry.decode(),
        "hashes": growth.add(entry),
        "command_id": event.command_key,
    }


def _author(by: Actor) -> dict[str, str]:
    check_texts(author=(by.id, by.of))
    return {"actor_id": by.id, "actor_role": str(by.role), "actor_of": by.of}
