"""Reading a case file, and writing it in its canonical form."""

from typing import Any

from sortie.facts.desk import Desk
from sortie.facts.document import document_of
from sortie.facts.errors import CaseRefused, Fault
from sortie.facts.records import CaseFile
from sortie.facts.schema import CASE
from sortie.facts.words import Dictionary, Vocabulary


def read_case(document: object, *, vocabulary: Vocabulary, dictionary: Dictionary) -> CaseFile:
    """Return what a YAML text, a JSON text, bytes in UTF-8 or a mapping says.

    A key that is absent or null is ``UNKNOWN``; only ``merged_into: null`` says there is none.
    A text of numbers alone (a commune, a title) needs quotes: its digits would be a number.

    Raises:   CaseRefused: with every fault of the file, never only the first
    """
    read = document_of(document)
    desk = Desk(vocabulary, dictionary, read.lines)
    desk.faults.extend(read.faults)
    if read.value is None and read.faults:
        raise CaseRefused(read.faults)
    case = CASE.read(read.value, (), desk)
    if desk.faults or not isinstance(case, CaseFile):
        raise CaseRefused(tuple(sorted(desk.faults, key=_line)))
    return case


def _line(fault: Fault) -> int:
    return fault.line or 0


def to_canonical(case: CaseFile) -> dict[str, Any]:
    """Return the case as JSON values: English keys, one order, no key for what is unknown."""
    written = CASE.write(case)
    return {key: value for key, value in written.items() if value != {}}
