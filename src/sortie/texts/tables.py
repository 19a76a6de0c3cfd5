"""Which keys each table of a file may hold, and what each of them must be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sortie.texts.errors import FaultKind


@dataclass(frozen=True, slots=True)
class Table:
    """The keys a table must hold, and those it may hold, with their types."""

    must: Mapping[str, type]
    may: Mapping[str, type] = field(default_factory=dict)

    def faults(self, entry: object, key: str) -> Iterator[tuple[str, FaultKind, str]]:
        """Yield where, why and what, for each thing wrong with a table."""
        if not isinstance(entry, dict):
            yield key, FaultKind.WRONG_TYPE, type(entry).__name__
            return
        for name in self.must:
            if name not in entry:
                yield joined(key, name), FaultKind.MISSING, ""
        for name, value in entry.items():
            kind = self.fault_of(name, value)
            if kind is not None:
                yield joined(key, name), kind, type(value).__name__

    def fault_of(self, name: str, value: object) -> FaultKind | None:
        expected = self.must.get(name) or self.may.get(name)
        if expected is None:
            return FaultKind.UNKNOWN_KEY
        if not isinstance(value, expected) or isinstance(value, datetime):
            return FaultKind.WRONG_TYPE
        return None if expected is date or value else FaultKind.EMPTY


def joined(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


FILE = Table({"code": str, "source": dict, "provision": list})
SOURCE = Table({"name": str, "verified_until": date})
PROVISION = Table(
    {"id": str, "article": str, "title": str, "source": str, "version": list},
    {"confidence": str, "future": list},
)
VERSION = Table(
    {"since": date, "fr": str, "en": str},
    {
        "until": date,
        "article": str,
        "title": str,
        "source": str,
        "confidence": str,
        "verified_until": date,
    },
)
NUMBERING = Table({"code": str, "article": str, "since": date, "confidence": str})
