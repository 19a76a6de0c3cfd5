"""Whether the people of some tables never were: their tables say so, and so do their records."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq

from sortie.population.tables import Folder

_SYNTHETIC = "sortie.synthetic"


def marks_of(tables: Path) -> Mapping[str, str]:
    """Return what tables in Parquet say of how their people were made; empty for those of a prison.

    The trap: one file that does not say it, or says otherwise, and nothing is said of the whole.
    """
    said = [_marks(file) for file in Folder.of(tables).files]
    return said[0] if said and all(each == said[0] for each in said) else {}


def is_synthetic(records: Path) -> bool:
    """Whether a file of records says that nobody in it is real.

    Raises:   OSError: it cannot be opened
    """
    return _SYNTHETIC in _marks(records)


def _marks(file: Path) -> dict[str, str]:
    held = pq.read_schema(file).metadata or {}
    said = {name.decode(): value.decode() for name, value in held.items()}
    return {
        name: value for name, value in said.items()
        if name == _SYNTHETIC or name.startswith(f"{_SYNTHETIC}.")
    }  # fmt: skip
