"""Rows opened and copied into records: what leaves this room can change nothing in it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sortie.store import keys
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
from sortie.store.vault import Seal, answer_place, event_place, message_place, person_place

if TYPE_CHECKING:
    from sortie.store.models import CaseIndex, ClockRow, Command, Outbox, PersonIndex


def events_from(rows: Iterable[tuple[Any, ...]]) -> Iterator[StoredEvent]:
    """Yield the events of rows that hold the values of ``EVENT``, opened.

    Raises:   Erased, KeyLost, BrokenStore
    """
    listed = list(rows)
    seals = _seals(row[SUBJECT] for row in listed)
    for row in listed:
        seq, kind, id_, subject, number, name, at, recorded_at, *by, sealed, key = row
        actor_id, actor_role, actor_of = by
        place = event_place(kind, id_, number, seq)
        _, body = seals[subject].event(bytes(sealed), place)
        yield StoredEvent(
            seq=seq,
            stream=Stream(kind, id_),
            subject=subject,
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
    """Return a command with its answer, opened.

    Raises:   Erased, KeyLost, BrokenStore
    """
    seal = keys.current().seal(row.subject)
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
        answer=json.loads(seal.opened(bytes(row.sealed), answer_place(row.key))),
        first_seq=row.first_seq,
        last_seq=row.last_seq,
    )


def case_of(row: "CaseIndex") -> IndexedCase:
    return IndexedCase(**{name: getattr(row, name) for name in CASE})


def clock_of(row: "ClockRow") -> Clock:
    return Clock(case_id=row.case_id, rule=row.rule, due_at=row.due_at)


def messages_from(rows: "Iterable[Outbox]") -> tuple[StoredMessage, ...]:
    """Return messages with what they say, opened.

    Raises:   Erased, KeyLost, BrokenStore
    """
    listed = list(rows)
    seals = _seals(row.subject for row in listed)
    return tuple(_message(row, seals[row.subject]) for row in listed)


def _message(row: "Outbox", seal: Seal) -> StoredMessage:
    body = json.loads(seal.opened(bytes(row.sealed), message_place(row.dedupe_key)))
    return StoredMessage(**{name: getattr(row, name) for name in MESSAGE}, body=body)


def people_from(rows: "Iterable[PersonIndex]") -> tuple[PersonRow, ...]:
    """Return what the index knows of persons, opened.

    Raises:   Erased, KeyLost, BrokenStore
    """
    listed = list(rows)
    seals = _seals(row.person_id for row in listed)
    return tuple(_person(row, seals[row.person_id]) for row in listed)


def _person(row: "PersonIndex", seal: Seal) -> PersonRow:
    rest = json.loads(seal.opened(bytes(row.sealed), person_place(row.person_id)))
    judgments = tuple(rest.pop("judgments"))
    return PersonRow(person_id=row.person_id, prison=row.prison, judgments=judgments, **rest)


def _seals(subjects: Iterable[str]) -> Mapping[str, Seal]:
    wanted = set(subjects)
    return keys.current().seals(wanted) if wanted else {}


EVENT = (
    "seq", "stream_kind", "stream_id", "subject", "number", "kind", "at", "recorded_at",
    "actor_id", "actor_role", "actor_of", "sealed", "command_id",
)  # fmt: skip
SUBJECT = EVENT.index("subject")
CASE = tuple(field.name for field in fields(IndexedCase))
MESSAGE = tuple(field.name for field in fields(StoredMessage) if field.name != "body")
