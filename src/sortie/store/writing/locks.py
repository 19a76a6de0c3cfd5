"""Who waits for whom. Always in this order: the key, the stream, the sequence.

SQLite lets one writer in at a time, from its first word. PostgreSQL takes three locks that end
with the transaction, after it is visible: the next in line sees what the one before did.
"""

import hashlib
from collections.abc import Iterable

from django.db import connection

from sortie.store.records import Stream


def hold_key(key: str) -> None:
    """Wait for any other attempt under this key."""
    _hold(_number("key", key))


def hold_stream(stream: Stream) -> None:
    """Wait for any other writer of this stream."""
    _hold(_number("stream", stream.kind, stream.id))


def hold_sequence() -> None:
    """Wait for any other writer at all: from here to the commit, this one is alone."""
    _hold(_number("sequence"))


def hold_keys(keys: Iterable[str]) -> None:
    """Wait for any other attempt under each of these keys, in one order."""
    _hold(*sorted(_number("key", key) for key in keys))


def hold_streams(streams: Iterable[Stream]) -> None:
    """Wait for any other writer of each of these streams, in the order of their names."""
    named = sorted({str(each): each for each in streams}.items())
    _hold(*(_number("stream", stream.kind, stream.id) for _, stream in named))


def _hold(*numbers: int) -> None:
    if connection.vendor != "postgresql" or not numbers:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(number) FROM unnest(%s::bigint[]) AS number",
            [list(numbers)],
        )


def _number(*names: str) -> int:
    named = hashlib.sha256("\0".join(names).encode()).digest()
    return int.from_bytes(named[:8], signed=True)
