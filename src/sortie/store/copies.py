"""Rows opened and copied into records: what leaves this room can change nothing in it."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import connection

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

# Both databases write an instant faster than Django reads one of theirs, and every command reads
# each event of its stream.
EVENTS = (
    "SELECT seq, stream_kind, stream_id, subject, number, kind, CAST(at AS text),"
    " CAST(recorded_at AS text), actor_id, actor_role, actor_of, sealed, command_key"
    " FROM store_event"
)
SUBJECT = 3


def events_where(
    condition: str, values: Sequence[Any], *, without: Collection[str] = ()
) -> list[StoredEvent]:
    """Return the events that fit a condition of SQL, in the order it says, opened.

    Those of the subjects ``without`` are left out.

    Raises:   Erased, KeyLost, BrokenStore
    """
    with connection.cursor() as cursor:
        cursor.execute(f"{EVENTS} {condition}", values)
        rows = cursor.fetchall()
    if without:
        rows = [row for row in rows if row[SUBJECT] not in without]
    seals = _seals(row[SUBJECT] for row in rows)
    streams: dict[tuple[str, str], Stream] = {}
    return [_event(row, seals[row[SUBJECT]], streams) for row in rows]


def _event(row: tuple[Any, ...], seal: Seal, streams: dict[tuple[str, str], Stream]) -> StoredEvent:
    seq, kind, id_, subject, number, name, at, recorded_at, *by, sealed, key = row
    actor_id, actor_role, actor_of = by
    _, body = seal.event(bytes(sealed), event_place(kind, id_, number, seq))
    return StoredEvent(
        seq=seq,
        stream=streams.setdefault((kind, id_), Stream(kind, id_)),
        subject=subject,
        number=number,
        kind=name,
        at=_instant(at),
        recorded_at=_instant(recorded_at),
        actor_id=actor_id,
        actor_role=actor_role,
        actor_of=actor_of,
        body=json.loads(body),
        command_key=key,
    )


def _instant(written: str) -> datetime:
    """Return an instant as a table shows it: SQLite does not say that it is in universal time."""
    read = datetime.fromisoformat(written)
    return read.replace(tzinfo=UTC) if read.tzinfo is None else read


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


CASE = tuple(field.name for field in fields(IndexedCase))
MESSAGE = tuple(field.name for field in fields(StoredMessage) if field.name != "body")
