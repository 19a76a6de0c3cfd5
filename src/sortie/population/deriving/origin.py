"""What records were made from: the tables, and the program that read them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

import pyarrow.parquet as pq

import sortie
from sortie import facts
from sortie.population.errors import OtherRecords
from sortie.population.tables import Folder

_TABLES, _PROGRAM, _VERSION = "sortie.tables", "sortie.program", "sortie.version"
_ROOMS = (
    "days", "facts", "law", "rules", "texts",
    "population/deriving", "population/records", "population/tables",
)  # fmt: skip
_SOURCES = (".py", ".toml", ".yaml")

Origin = Mapping[str, str]


def origin_of(tables: Path) -> Origin:
    """Return what records made today from a folder would say that they are made from.

    Every file of the folder counts, and every line of the program that could move an answer.

    Raises:   OSError: the folder, or a file in it, cannot be opened
    """
    folder = Folder.of(tables)
    files = [*folder.files, *(page for page in [tables / facts.tables.MANIFEST] if page.is_file())]
    return {
        _TABLES: _digest((file.name, file) for file in files),
        _PROGRAM: program_digest(),
        _VERSION: version("sortie"),
    }


def program_digest() -> str:
    """Return the digest of every line of the program that could move an answer."""
    return _digest(_sources())


def origin_said(records: Path) -> Origin:
    """Return what a file of records says that it was made from; empty where it says nothing."""
    held = pq.read_schema(records).metadata or {}
    said = {name.decode(): value.decode() for name, value in held.items()}
    return {name: said[name] for name in (_TABLES, _PROGRAM, _VERSION) if name in said}


def refuse_stale(records: Path, tables: Path) -> None:
    """Refuse records that were made from something else.

    Raises:   OtherRecords: the tables, or the program, have changed since
    """
    if origin_said(records) != origin_of(tables):
        raise OtherRecords(str(records))


def _sources() -> Iterator[tuple[str, Path]]:
    house = Path(sortie.__file__).parent
    for room in _ROOMS:
        for path in sorted((house / room).rglob("*")):
            if path.suffix in _SOURCES:
                yield path.relative_to(house).as_posix(), path


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    whole = hashlib.sha256()
    for name, path in files:
        with path.open("rb") as file:
            each = hashlib.file_digest(file, "sha256").hexdigest()
        whole.update(f"{name} {each}\n".encode())
    return whole.hexdigest()
