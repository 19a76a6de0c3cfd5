"""What the store refuses, and what it cannot promise.

StoreError
├── BadAddress          the address of the database cannot be read
├── DriverMissing       that database needs a driver which is not installed
├── BrokenStore         no tables, tables of another version, or a damaged file
├── NotRead             the database did not answer a reading
├── NotRecorded         nothing was recorded: the database said so, or was never asked to commit
├── OutcomeUnknown      the commit got no answer: it may be recorded; the same key again will tell
├── KeyReused           this key already serves another command
├── RefusedBefore       this very command was refused before, for the same reason
├── StaleVersion        the stream has moved on since it was read
├── NoSuchStream        nothing was ever appended to this stream
├── NoSuchEvent         the store has not come to this place yet
├── Erased              what was held of this subject was erased; its id is never used again
├── KeysMissing         the folder of the keys, or a file in it, is not there
├── KeysExposed         others than the owner of the keys may open them
├── KeysNotKept         the keys could not be written
├── KeyLost             the vault has no key for what is held: it is older, or another's
└── NotCanonical        a value that cannot be written the same way twice
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from sortie.errors import SortieError


class Why(StrEnum):
    """What the database complained of."""

    DISK_FULL = "disk_full"
    DISK_ERROR = "disk_error"
    LOCKED = "locked"
    READ_ONLY = "read_only"
    CANNOT_OPEN = "cannot_open"
    NO_CONNECTION = "no_connection"
    CONFLICT = "conflict"
    WRONG_TABLES = "wrong_tables"
    DAMAGED = "damaged"
    OTHER = "other"


class StoreError(SortieError):
    """Base of the room's refusals."""

    code: ClassVar[str] = "store"


@dataclass(eq=False)
class BadAddress(StoreError):
    """Neither ``sqlite:///file`` nor ``postgresql://user@host/name``; a password is left out."""

    address: str
    code: ClassVar[str] = "store.address"


@dataclass(eq=False)
class DriverMissing(StoreError):
    """The extra that brings this driver was not installed."""

    driver: str
    code: ClassVar[str] = "store.driver"


@dataclass(eq=False)
class BrokenStore(StoreError):
    """The tables are not those this version of the program was written for."""

    why: Why
    code: ClassVar[str] = "store.broken"


@dataclass(eq=False)
class NotRead(StoreError):
    """Nothing can be shown; nothing was changed."""

    why: Why
    code: ClassVar[str] = "store.not_read"


@dataclass(eq=False)
class NotRecorded(StoreError):
    """Nothing of this command was kept, not even that it was tried. Trying again is safe."""

    why: Why
    code: ClassVar[str] = "store.not_recorded"


@dataclass(eq=False)
class OutcomeUnknown(StoreError):
    """Recorded or not: nobody knows until the same command is sent again with the same key."""

    why: Why
    code: ClassVar[str] = "store.outcome_unknown"


@dataclass(eq=False)
class KeyReused(StoreError):
    """Another verb, body, stream or actor came with a key already answered."""

    key: str
    code: ClassVar[str] = "store.key_reused"


@dataclass(eq=False)
class RefusedBefore(StoreError):
    """``refusal`` and ``params`` are the code and the facts of the first refusal."""

    refusal: str
    params: Mapping[str, Any]
    code: ClassVar[str] = "store.refused_before"


@dataclass(eq=False)
class StaleVersion(StoreError):
    """The author saw event ``expected`` last; ``found`` is there already."""

    stream: str
    expected: int
    found: int
    code: ClassVar[str] = "store.stale_version"


@dataclass(eq=False)
class NoSuchStream(StoreError):
    """No event bears this kind and this id."""

    stream: str
    code: ClassVar[str] = "store.no_such_stream"


@dataclass(eq=False)
class NoSuchEvent(StoreError):
    """``seq`` counts every event of the store from 1."""

    seq: int
    code: ClassVar[str] = "store.no_such_event"


@dataclass(eq=False)
class Erased(StoreError):
    """The key of this subject is destroyed: nothing that it sealed can be read, by anyone."""

    subject: str
    code: ClassVar[str] = "store.erased"


@dataclass(eq=False)
class KeysMissing(StoreError):
    """Without the keys nothing of a person can be read or written."""

    path: str
    code: ClassVar[str] = "store.keys_missing"


@dataclass(eq=False)
class KeysExposed(StoreError):
    """``mode`` is what it was found with, in octal."""

    path: str
    mode: str
    code: ClassVar[str] = "store.keys_exposed"


@dataclass(eq=False)
class KeysNotKept(StoreError):
    """``reason`` is what the system said."""

    path: str
    reason: str
    code: ClassVar[str] = "store.keys_not_kept"


@dataclass(eq=False)
class KeyLost(StoreError):
    """Something is held of this subject, and nothing opens it."""

    subject: str
    code: ClassVar[str] = "store.key_lost"


@dataclass(eq=False)
class NotCanonical(StoreError):
    """A float, a lone surrogate, a key that is not text, a number too large: at ``path``."""

    path: str
    code: ClassVar[str] = "store.not_canonical"
