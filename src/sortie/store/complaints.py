"""What a database complains of, in one table, and what it means for who asked."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import Error, connection
from django.db.utils import InterfaceError, OperationalError

from sortie.store.errors import BrokenStore, NotRead, NotRecorded, OutcomeUnknown, StoreError, Why

# SQLite: the low byte of its result code. PostgreSQL: SQLSTATE, the longest beginning that fits.
COMPLAINTS: Mapping[int | str, Why] = {
    1: Why.WRONG_TABLES,
    5: Why.LOCKED,
    6: Why.LOCKED,
    8: Why.READ_ONLY,
    10: Why.DISK_ERROR,
    11: Why.DAMAGED,
    13: Why.DISK_FULL,
    14: Why.CANNOT_OPEN,
    19: Why.CONFLICT,
    26: Why.DAMAGED,
    "08": Why.NO_CONNECTION,
    "23": Why.CONFLICT,
    "25006": Why.READ_ONLY,
    "28": Why.CANNOT_OPEN,
    "3D": Why.CANNOT_OPEN,
    "3F": Why.WRONG_TABLES,
    "40": Why.LOCKED,
    "42": Why.WRONG_TABLES,
    "53": Why.NO_CONNECTION,
    "53100": Why.DISK_FULL,
    "55P03": Why.LOCKED,
    "57": Why.NO_CONNECTION,
    "57014": Why.LOCKED,
    "58": Why.DISK_ERROR,
    "XX001": Why.DAMAGED,
    "XX002": Why.DAMAGED,
}
BROKEN = {Why.WRONG_TABLES, Why.DAMAGED}
# In WAL mode SQLite writes the mark of the commit last: with these it was not written. After a
# failing sync it may have been, and a crash before the next write would bring it back.
NOT_COMMITTED = {Why.DISK_FULL, Why.LOCKED, Why.CONFLICT, Why.READ_ONLY}


def why_of(error: Error) -> Why:
    """Return what the driver said; without a driver behind it, the error is a bug of ours."""
    cause = error.__cause__
    if cause is None:
        raise error
    number = getattr(cause, "sqlite_errorcode", None)
    if number is not None:
        return COMPLAINTS.get(number & 0xFF, Why.OTHER)
    state = getattr(cause, "sqlstate", None)
    if state is None:
        lost = isinstance(error, OperationalError | InterfaceError)
        return Why.NO_CONNECTION if lost else Why.OTHER
    fitting = (COMPLAINTS[state[:size]] for size in (5, 2) if state[:size] in COMPLAINTS)
    return next(fitting, Why.OTHER)


def _before_commit(error: Error) -> StoreError:
    why = why_of(error)
    return BrokenStore(why) if why in BROKEN else NotRecorded(why)


def _at_commit(error: Error) -> StoreError:
    why = why_of(error)
    said_no = why in NOT_COMMITTED if _from_sqlite(error) else _severity(error) == "ERROR"
    return NotRecorded(why) if said_no else OutcomeUnknown(why)


def _from_sqlite(error: Error) -> bool:
    return hasattr(error.__cause__, "sqlite_errorcode")


def _severity(error: Error) -> str | None:
    """Return how grave PostgreSQL says it is: an ERROR ends the transaction, a PANIC the server."""
    said = getattr(error.__cause__, "diag", None)
    return getattr(said, "severity_nonlocalized", None)


@dataclass(slots=True)
class Stage:
    """How far a transaction has come."""

    committing: bool = False


@contextmanager
def writing() -> Iterator[Stage]:
    """Turn the database's complaints into what became of the command.

    Raises:   NotRecorded, OutcomeUnknown, BrokenStore
    """
    stage = Stage()
    try:
        yield stage
    except NotRead as error:
        raise NotRecorded(error.why) from error
    except Error as error:
        connection.close()
        raise (_at_commit(error) if stage.committing else _before_commit(error)) from error


@contextmanager
def reading() -> Iterator[None]:
    """Turn the database's complaints into «not read».

    Raises:   NotRead, BrokenStore
    """
    try:
        yield
    except Error as error:
        if not connection.in_atomic_block:
            connection.close()
        why = why_of(error)
        raise (BrokenStore(why) if why in BROKEN else NotRead(why)) from error


@contextmanager
def of_the_vault() -> Iterator[None]:
    """Turn the complaints of the file of the keys into «not read»; nothing was recorded either.

    Raises:   NotRead, BrokenStore
    """
    try:
        yield
    except sqlite3.Error as error:
        why = COMPLAINTS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, Why.OTHER)
        raise (BrokenStore(why) if why in BROKEN else NotRead(why)) from error
