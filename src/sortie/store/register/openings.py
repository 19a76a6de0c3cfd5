"""A leaf and what opens it: the event that it commits to, and the salt that hides it."""

from dataclasses import dataclass

from sortie import register
from sortie.store import complaints, copies, keys, tables
from sortie.store.canonical import quoted
from sortie.store.errors import NoSuchEvent
from sortie.store.records import StoredEvent
from sortie.store.vault import event_place


@dataclass(frozen=True, slots=True)
class Opening:
    """The leaf of one event, and the salt and the payload that were committed to.

    The trap: whoever holds it can show what happened to a person. It leaves this store only in
    the receipt of someone entitled to it.
    """

    index: int
    event: StoredEvent
    entry: bytes
    salt: bytes
    payload: bytes


def payload_of(event: StoredEvent, body: str) -> bytes:
    """Return what the leaf of an event commits to: the whole of it, as canonical JSON.

    ``body`` is its body in canonical JSON, which is not written a second time. The subject is not
    in it: whose key sealed an event says nothing of what happened.
    """
    at, recorded_at, stream = event.at.isoformat(), event.recorded_at, event.stream
    # The clock writes most events at the instant at which they happen.
    recorded = at if recorded_at is event.at else recorded_at.isoformat()
    by_id, by_of, by_role = quoted(event.actor_id), quoted(event.actor_of), quoted(event.actor_role)
    written = (
        f'{{"at":"{at}","body":{body},"by":{{"id":{by_id},"of":{by_of},"role":{by_role}}},'
        f'"command":{quoted(event.command_key)},"kind":{quoted(event.kind)},'
        f'"number":{event.number},"recorded_at":"{recorded}","seq":{event.seq},'
        f'"stream":{{"id":{quoted(stream.id)},"kind":{quoted(stream.kind)}}}}}'
    )
    return written.encode()


def leaf_of(event: StoredEvent, body: str, salt: bytes, *, erasure: str | None = None) -> bytes:
    """Return the public bytes of the leaf of an event; ``erasure`` is the basis of one.

    The day is that on which it was written down, in universal time, and never the minute.

    Raises:   register.EntryFieldWrong: the basis cannot be published
    """
    sealed, day = register.commitment(salt, payload_of(event, body)), event.recorded_at.date()
    if erasure is not None:
        return register.Entry("erasure", day, sealed, erasure).written()
    return register.Entry("event", day, sealed).written()


@complaints.reading()
def opening(seq: int) -> Opening:
    """Return what opens the leaf of an event, by its place in the store.

    Raises:   NoSuchEvent, Erased, KeyLost, BrokenStore
    """
    found = copies.events_where("WHERE seq = %s", [seq])
    if not found:
        raise NoSuchEvent(seq)
    (event,) = found
    sealed, entry = tables.events().values_list("sealed", "entry").get(seq=seq)
    place = event_place(event.stream.kind, event.stream.id, event.number, seq)
    salt, body = keys.current().seal(event.subject).event(bytes(sealed), place)
    return Opening(seq - 1, event, entry.encode(), salt, payload_of(event, body.decode()))
