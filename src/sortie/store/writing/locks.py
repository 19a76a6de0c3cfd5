"""Who waits for whom. Always in this order: the key, the stream, the sequence.

SQLite lets one writer in at a time, from its first word. PostgreSQL takes three locks that end
with the transaction, after it is visible: the next in line sees what the one before did.
"""

import hashlib

from django.db import connection

from sortie.store.records import Stream


def hold_key(key: str) -> None:
    """Wait for any other attempt under this key."""
    _hold("key", key)


def hold_stream(stream: Stream) -> None:
    """Wait for any other writer of this stream."""
    _hold("stream", stream.kind, stream.id)


def hold_sequence() -> None:
    """Wait for any other writer at all: from here to the commit, this one is alone."""
    _hold("sequence")


def _hold(*names: str) -> None:
    if connection.vendor != "postgresql":
        return
    named = hashlib.sha256("\0".join(names).encode()).digest()
    number = int.from_bytes(named[:8], signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
