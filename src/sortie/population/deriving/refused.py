"""The list of what was refused, as a table that a spreadsheet opens: one fault a row."""

import csv
from collections.abc import Iterable
from pathlib import Path

from sortie.facts import tables

HEADER = ("person", "file", "row", "column", "code", "read", "expected")


def write_refused(path: Path, faults: Iterable[tables.TableFault]) -> None:
    """Write the faults under a row of names; the sentences are those of ``check``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(HEADER)
        for fault in faults:
            rows.writerow(
                (fault.person, fault.file, fault.row or "", fault.column, fault.code.value,
                 fault.read, fault.expected.value)
            )  # fmt: skip


def join_refused(parts: Iterable[Path], path: Path) -> None:
    """Write several lists as one."""
    write_refused(path, ())
    with path.open("ab") as whole:
        for part in parts:
            whole.write(part.read_bytes().partition(b"\n")[2])
