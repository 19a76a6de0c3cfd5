"""Everything a store holds that anyone could read, to be compared with another's."""

from typing import Any

from sortie import store

_STREAMS = ("person", "case", "application")


def events() -> list[Any]:
    """Return every event, in the order in which they were kept."""
    found = [event for kind in _STREAMS for stream in store.streams(kind)
             for event in store.events_of(stream)]  # fmt: skip
    return sorted(
        (e.seq, str(e.stream), e.number, e.kind, e.at, e.recorded_at, e.actor_id, e.actor_role,
         e.actor_of, e.command_key, dict(e.body))
        for e in found
    )  # fmt: skip


def index() -> list[store.IndexedCase]:
    """Return the row of every case."""
    return list(store.cases(store.CaseQuery(limit=1000)))


def messages() -> list[Any]:
    """Return every message, and when it was sent and received."""
    return [
        (each.dedupe_key, each.to_role, each.to_of, each.created_at, each.receipt_before,
         each.sent_at, each.received_at)
        for row in index() for each in store.messages_of(row.case_id)
    ]  # fmt: skip
