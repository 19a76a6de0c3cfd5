"""Erasing a subject: recorded first, then nothing that was sealed for them opens any more.

The erasure is an event like any other, with a leaf that says that day and that basis, and nobody.
The key is destroyed once that is on the disk: never the key without its erasure. If this stops
between the two, whoever opens the store next, or writes in it, destroys the key.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from django.db import connection

from sortie.store import complaints, keys, tables
from sortie.store.errors import KeyLost, NoSuchStream, NotRead, OutcomeUnknown
from sortie.store.records import ERASURES, Actor, Json, NewEvent, Stream
from sortie.store.writing import locks
from sortie.store.writing.command import command
from sortie.store.writing.desk import Desk

VERB = "erase"
EVENT = "erased"


def erase(
    key: str,
    subject: str,
    basis: str,
    *,
    actor: Actor,
    at: datetime,
    check: Callable[[], object],
) -> Json:
    """Return what was erased: the subject, and the indices of their leaves.

    Every stream of the subject is locked first, the one that began first before the others, as a
    command on a person takes them; then ``check`` is asked, alone, and refuses by raising: what it
    reads cannot change before the commit. ``basis`` is published: cite a text, name nobody.
    The trap: copies of the vault made before still open copies of the database made before.

    Raises:   NoSuchStream: nothing was ever held of this subject
              Erased: it was erased before, by another command
              register.EntryFieldWrong: the basis cannot be published
              OutcomeUnknown: perhaps recorded, perhaps not destroyed; the same key again will tell
              and what ``command`` raises
    """
    body = {"subject": subject, "basis": basis}
    with command(key, VERB, body, stream=ERASURES, actor=actor, at=at) as desk:
        answer = desk.replayed
        if answer is None:
            answer = _recorded(desk, subject, basis, at, check)
    _destroyed()
    return answer


def _recorded(
    desk: Desk, subject: str, basis: str, at: datetime, check: Callable[[], object]
) -> Json:
    if not subject or not (streams := _begun_for(subject)):
        raise NoSuchStream(subject)
    first, *others = streams
    locks.hold_streams([first])
    # A key that is lost may be erased: what it sealed is then known to be gone.
    with suppress(KeyLost):
        keys.catch_up(desk.number).seal(subject)
    # One that began while the first was waited for is seen now, and no other can begin.
    others = [each for each in _begun_for(subject) if each != first]
    locks.hold_streams(others)
    desk.ink.hold()
    check()
    indices = _indices([first, *others])
    said = {"subject": subject, "basis": basis, "indices": indices}
    desk.append([NewEvent(kind=EVENT, at=at, body=said)], desk.number, erasure=basis)
    keys.forget_rows([subject])
    return desk.answer({"subject": subject, "indices": indices})


def _begun_for(subject: str) -> list[Stream]:
    begun = tables.events().filter(subject=subject, number=1).order_by("seq")
    return [Stream(*names) for names in begun.values_list("stream_kind", "stream_id")]


def _indices(streams: list[Stream]) -> list[int]:
    found = []
    for stream in streams:
        rows = tables.events().filter(stream_kind=stream.kind, stream_id=stream.id)
        found += [seq - 1 for seq in rows.values_list("seq", flat=True)]
    return sorted(found)


def _destroyed() -> None:
    try:
        with complaints.reading():
            keys.destroy_erased()
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except NotRead as error:
        raise OutcomeUnknown(error.why) from error
