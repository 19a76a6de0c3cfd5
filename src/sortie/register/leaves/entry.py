"""The public leaf: one JSON object, written in one way only."""

import json
from base64 import b64decode
from binascii import b2a_base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from sortie.register.leaves.errors import (
    EntryFieldWrong,
    EntryKeyMissing,
    EntryKeyUnknown,
    EntryNotCanonical,
    EntryNotJson,
    EntryNotObject,
    EntryNotText,
    EntryTooLong,
    EntryVersionUnknown,
)

VERSION = 1
COMMITMENT_BYTES = 32
LONGEST_BASIS = 200
# The length of an entry is written on 16 bits in a bundle (C2SP tlog-tiles, "Log entries").
LONGEST_ENTRY = 2**16 - 1

Kind = Literal["event", "erasure"]
_KINDS = get_args(Kind)
_WRITTEN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_MUST = ("commitment", "day", "kind", "v")


@dataclass(frozen=True, slots=True)
class Entry:
    """What everyone may know of one event: that it was, on which day, and its commitment.

    An erasure also gives its legal basis, which is public for ever: cite a text, never a person.
    An event has none, so that no free words can slip into its leaf.

    Raises:   EntryFieldWrong: ``key`` names the field

    >>> Entry("event", date(2027, 3, 1), bytes(32)).written()[-42:]
    b'","day":"2027-03-01","kind":"event","v":1}'
    """

    kind: Kind
    day: date
    commitment: bytes
    basis: str = ""

    def __post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise EntryFieldWrong("kind")
        # An instant is a day for Python, and says the minute.
        if type(self.day) is not date:
            raise EntryFieldWrong("day")
        if len(self.commitment) != COMMITMENT_BYTES:
            raise EntryFieldWrong("commitment")
        if not (_is_basis if self.kind == "erasure" else _is_nothing)(self.basis):
            raise EntryFieldWrong("basis")

    def written(self) -> bytes:
        """Return the leaf's bytes: JSON as in RFC 8785, keys in order, no space, UTF-8."""
        basis = f'"basis":{_WRITTEN(self.basis)},' if self.basis else ""
        sealed, day = b2a_base64(self.commitment, newline=False).decode(), self.day.isoformat()
        said = f'{basis}"commitment":"{sealed}","day":"{day}","kind":"{self.kind}","v":{VERSION}'
        return f"{{{said}}}".encode()


def read_entry(raw: bytes) -> Entry:
    """Return the entry of these bytes, which are the only ones that say it.

    Raises:   one class a cause: EntryTooLong, EntryNotText, EntryNotJson, EntryNotObject,
              EntryKeyMissing, EntryKeyUnknown, EntryVersionUnknown, EntryFieldWrong,
              EntryNotCanonical
    """
    said = _object(raw)
    _check_keys(said)
    entry = Entry(
        _kind(said["kind"]), _day(said["day"]), _commitment(said["commitment"]), _basis(said)
    )
    if entry.written() != raw:
        raise EntryNotCanonical
    return entry


def _object(raw: bytes) -> Mapping[str, object]:
    if len(raw) > LONGEST_ENTRY:
        raise EntryTooLong(len(raw))
    try:
        said = json.loads(raw.decode())
    except UnicodeDecodeError as wrong:
        raise EntryNotText(wrong.start) from wrong
    except (ValueError, RecursionError) as wrong:
        raise EntryNotJson from wrong
    if not isinstance(said, dict):
        raise EntryNotObject
    return said


def _check_keys(said: Mapping[str, object]) -> None:
    version = said.get("v", VERSION)
    if type(version) is not int or version != VERSION:
        raise EntryVersionUnknown(version if type(version) is int else None)
    for key in _MUST:
        if key not in said:
            raise EntryKeyMissing(key)
    for key in said:
        if key not in {*_MUST, "basis"}:
            raise EntryKeyUnknown(key)


def _kind(said: object) -> Kind:
    for kind in _KINDS:
        if said == kind:
            return kind  # type: ignore[no-any-return]
    raise EntryFieldWrong("kind")


def _day(said: object) -> date:
    try:
        return date.fromisoformat(said)  # type: ignore[arg-type]
    except (TypeError, ValueError) as wrong:
        raise EntryFieldWrong("day") from wrong


def _commitment(said: object) -> bytes:
    try:
        return b64decode(said, validate=True)  # type: ignore[arg-type]
    except (TypeError, ValueError) as wrong:
        raise EntryFieldWrong("commitment") from wrong


def _basis(said: Mapping[str, object]) -> str:
    basis = said.get("basis", "")
    if not isinstance(basis, str):
        raise EntryFieldWrong("basis")
    return basis


def _is_basis(basis: str) -> bool:
    return bool(basis) and len(basis) <= LONGEST_BASIS and basis.isprintable()


def _is_nothing(basis: str) -> bool:
    return not basis
