"""Rows opened and copied into records: what leaves this room can change nothing in it."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import connection

from sortie.store import keys
from sortie.store.canonical import read_canonical
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
    from django.db.models import QuerySet

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
    streams, instants = _Streams(), _Instants()
    return [_event(row, seals[row[SUBJECT]], streams, instants) for row in rows]


class _Streams(dict[tuple[str, str], Stream]):
    """One stream for all of its rows."""

    def __missing__(self, name: tuple[str, str]) -> Stream:
        self[name] = made = Stream(*name)
        return made


class _Instants(dict[str, datetime]):
    """An instant as a table shows it, read once: a command writes several events at its own.

    SQLite does not say that it is in universal time.
    """

    def __missing__(self, written: str) -> datetime:
        read = datetime.fromisoformat(written)
        self[written] = read = read.replace(tzinfo=UTC) if read.tzinfo is None else read
        return read


def _event(row: tuple[Any, ...], seal: Seal, streams: _Streams, instants: _Instants) -> StoredEvent:
    seq, kind, id_, subject, number, name, at, recorded_at, by, role, of, sealed, key = row
    _, body = seal.event(sealed, event_place(kind, id_, number, seq))
    # Every event of every stream that is read passes here: a field by its name costs as much again.
    return StoredEvent(
        seq, streams[kind, id_], subject, number, name, instants[at], instants[recorded_at],
        by, role, of, read_canonical(body.decode()), key,
    )  # fmt: skip


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


def clocks_from(rows: "QuerySet[ClockRow]") -> tuple[Clock, ...]:
    listed = rows.values_list("case_id", "rule", "due_at")
    return tuple(Clock(case_id=id_, rule=rule, due_at=due_at) for id_, rule, due_at in listed)


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
