"""The page beside the tables: their format, their law, and which of them are complete."""

from dataclasses import dataclass
from typing import Any

from sortie.facts import checks
from sortie.facts.desk import Desk
from sortie.facts.document import document_of
from sortie.facts.errors import Cause, Path, Wanted
from sortie.facts.shapes import Jurisdiction
from sortie.facts.structures import Key, ListOf, Record
from sortie.facts.tables.names import MANIFEST
from sortie.facts.tables.notes import Notes
from sortie.facts.tables.schema import FORMAT, TABLES
from sortie.facts.unknown import Unknown
from sortie.facts.words import Dictionary, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A person without a row in a ``complete`` table has none there; elsewhere it is unknown."""

    format: str
    jurisdiction: str
    complete: tuple[str, ...] | Unknown = ()


class TablesFormat:
    """The name and version of the tables, so that a later one is not misread."""

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        if value == FORMAT:
            return FORMAT
        return desk.refuse(Cause.WRONG_FORMAT, path, value, Wanted.WORD, format=FORMAT)

    def write(self, fact: Any) -> Any:
        return fact


class TableName:
    """One of the tables, in either language."""

    def read(self, value: object, path: Path, desk: Desk) -> str | Unknown:
        name = desk.dictionary.key(value) if isinstance(value, str) else ""
        if name in TABLES:
            return name
        nearest = desk.nearest(value, ways_to_name_a_table(desk.dictionary))
        return desk.refuse(Cause.UNKNOWN_TABLE, path, value, Wanted.A_TABLE, nearest=nearest)

    def write(self, fact: Any) -> Any:
        return fact


_MANIFEST = Record(
    Manifest,
    {
        "format": Key("format", TablesFormat(), required=True),
        "jurisdiction": Key("jurisdiction", Jurisdiction(), required=True),
        "complete": Key("complete", ListOf(TableName(), checks.once_each)),
    },
)


def ways_to_name_a_table(dictionary: Dictionary) -> list[str]:
    """Return the names of the tables in both languages."""
    return [*TABLES, *(dictionary.keys_typed[name] for name in TABLES)]


def complete_tables(
    source: bytes, vocabulary: Vocabulary, dictionary: Dictionary, notes: Notes
) -> frozenset[str]:
    """Return the tables said to be complete; what is wrong with the page leaves everybody out."""
    document = document_of(source)
    desk = Desk(vocabulary, dictionary, document.lines)
    desk.faults.extend(document.faults)
    read = None
    if document.value is not None:
        read = _MANIFEST.read(document.value, (), desk)
    for fault in desk.faults:
        notes.whole(
            MANIFEST, fault.code, fault.read, fault.expected,
            row=fault.line, column=fault.path, **fault.params,
        )  # fmt: skip
    complete = read.complete if isinstance(read, Manifest) else ()
    return frozenset(complete if isinstance(complete, tuple) else ())
