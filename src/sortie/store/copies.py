"""Rows copied into records: what leaves this room can change nothing in it."""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sortie.store.records import (
    REFUSED,
    Clock,
    IndexedCase,
    PersonRow,
    StoredCommand,
    StoredEvent,
    StoredMessage,
    Stream,
)

if TYPE_CHECKING:
    from sortie.store.models import CaseIndex, ClockRow, Command, Event, Outbox, PersonIndex


def event_of(row: "Event") -> StoredEvent:
    return StoredEvent(
        seq=row.seq,
        stream=Stream(row.stream_kind, row.stream_id),
        number=row.number,
        kind=row.kind,
        at=row.at,
        recorded_at=row.recorded_at,
        actor_id=row.actor_id,
        actor_role=row.actor_role,
        actor_of=row.actor_of,
        body=json.loads(row.body),
        command_key=row.command_id,
    )


def event_from(row: tuple[Any, ...]) -> StoredEvent:
    """Return an event from the values of ``EVENT``: a row that nobody changes need not be made."""
    seq, kind, id_, number, name, at, recorded_at, *by, body, key = row
    actor_id, actor_role, actor_of = by
    return StoredEvent(
        seq=seq,
        stream=Stream(kind, id_),
        number=number,
        kind=name,
        at=at,
        recorded_at=recorded_at,
        actor_id=actor_id,
        actor_role=actor_role,
        actor_of=actor_of,
        body=json.loads(body),
        command_key=key,
    )


def command_from(row: "Command") -> StoredCommand:
    return StoredCommand(
        key=row.key,
        verb=row.verb,
        digest=row.digest,
        stream=Stream(row.stream_kind, row.stream_id),
        actor_id=row.actor_id,
        actor_role=row.actor_role,
        actor_of=row.actor_of,
        at=row.at,
        refused=row.outcome == REFUSED,
        answer=json.loads(row.answer),
        first_seq=row.first_seq,
        last_seq=row.last_seq,
    )


def case_of(row: "CaseIndex") -> IndexedCase:
    return IndexedCase(**{name: getattr(row, name) for name in CASE})


def clock_of(row: "ClockRow") -> Clock:
    return Clock(case_id=row.case_id, rule=row.rule, due_at=row.due_at)


def message_of(row: "Outbox") -> StoredMessage:
    copied = {name: getattr(row, name) for name in MESSAGE}
    return StoredMessage(**copied | {"body": json.loads(row.body)})


def person_of(row: "PersonIndex", judgments: Iterable[str]) -> PersonRow:
    copied = {name: getattr(row, name) for name in PERSON}
    return PersonRow(**copied, judgments=tuple(judgments))


EVENT = (
    "seq", "stream_kind", "stream_id", "number", "kind", "at", "recorded_at",
    "actor_id", "actor_role", "actor_of", "body", "command_id",
)  # fmt: skip
CASE = tuple(field.name for field in fields(IndexedCase))
MESSAGE = tuple(field.name for field in fields(StoredMessage))
PERSON = tuple(field.name for field in fields(PersonRow) if field.name != "judgments")
