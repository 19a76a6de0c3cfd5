"""Rows copied into records: what leaves this room can change nothing in it."""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

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


CASE = tuple(field.name for field in fields(IndexedCase))
MESSAGE = tuple(field.name for field in fields(StoredMessage))
PERSON = tuple(field.name for field in fields(PersonRow) if field.name != "judgments")
