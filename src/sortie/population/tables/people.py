"""Reading the people of a folder, whatever it was written in; in parts where it can be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sortie.facts import Vocabulary, tables
from sortie.population.errors import FilesRefused, NotInColumns, OutOfOrder
from sortie.population.tables.folders import Folder
from sortie.population.tables.ranges import Ranges, Stretch
from sortie.population.tables.sheets import ParquetPart, ParquetSheet, opened

AT_ONCE = 8_192


@dataclass(frozen=True, slots=True)
class Parts:
    """The people of a folder of Parquet files, stretch by stretch. Made with ``Parts.of``."""

    files: Mapping[str, Path]
    manifest: bytes | None
    ranges: Ranges
    vocabulary: Vocabulary

    @classmethod
    def of(cls, path: Path, vocabulary: Vocabulary, size: int = AT_ONCE) -> "Parts":
        """Return a folder that can be read in parts; nothing but ids and names is read for it.

        Raises:   NotInColumns: a table is no Parquet file
        Raises:   FilesRefused: the manifest, a file or the name of a column is refused
        Raises:   OutOfOrder: the rows do not follow the people, or someone comes twice
        """
        folder = Folder.of(path)
        if not folder.in_columns:
            raise NotInColumns(str(path))
        manifest = folder.manifest
        heads = [_Head(ParquetSheet(file)) for file in folder.files]
        whole = tables.read_sheets(heads, manifest=manifest, vocabulary=vocabulary)
        if whole.faults:
            raise FilesRefused(whole.faults)
        files = folder.named()
        return cls(files, manifest, Ranges.of(files, size), vocabulary)

    def read(self, stretch: Stretch) -> tables.Loaded:
        """Return the people of a stretch, with every fault of their rows."""
        sheets = [ParquetPart(path, *stretch.rows[name]) for name, path in self.files.items()]
        return tables.read_sheets(sheets, manifest=self.manifest, vocabulary=self.vocabulary)


@dataclass(frozen=True, slots=True)
class _Head:
    """A file of which only the names of the columns are read."""

    whole: ParquetSheet

    @property
    def file(self) -> str:
        return self.whole.file

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        with opened(self.whole.path) as file:
            yield 1, list(file.schema_arrow.names)


def read_people(path: Path, *, vocabulary: Vocabulary) -> Iterator[tables.Loaded]:
    """Yield the people of a folder of CSV files, workbooks or Parquet files, a part at a time.

    The trap: a folder is read in parts only where every table is a Parquet file and follows the
    order of the persons; otherwise it is kept whole in memory. The faults are the same.

    Raises:   OSError: the folder, or a file in it, cannot be opened
    """
    try:
        parts = Parts.of(path, vocabulary)
    except FilesRefused as refused:
        yield tables.Loaded(people=(), left_out=(), faults=refused.faults)
        return
    except (NotInColumns, OutOfOrder):
        folder = Folder.of(path)
        yield tables.read_sheets(folder.sheets(), manifest=folder.manifest, vocabulary=vocabulary)
        return
    yield from map(parts.read, parts.ranges.stretches)
