"""A folder of tables: which file holds which table, and what it was written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sortie.facts import tables
from sortie.population.tables.sheets import KINDS

PARQUET = ".parquet"
_PAGES = (".md", ".txt")


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a folder that hold tables, in the order of their names.

    Any file but pages to read (``.md``, ``.txt``) and hidden ones must be a table: what is not
    understood is never skipped.
    """

    path: Path
    files: tuple[Path, ...]

    @classmethod
    def of(cls, path: Path) -> "Folder":
        """Return a folder as it stands.

        Raises:   OSError: it cannot be opened
        """
        return cls(path, tuple(each for each in sorted(path.iterdir()) if _is_kept(each)))

    @property
    def manifest(self) -> bytes | None:
        """The page beside the tables, if there is one."""
        page = self.path / tables.MANIFEST
        return page.read_bytes() if page.is_file() else None

    @property
    def in_columns(self) -> bool:
        """Whether every table is a Parquet file, which can be read in parts."""
        return bool(self.files) and all(file.suffix == PARQUET for file in self.files)

    def named(self) -> dict[str, Path]:
        """Return each file under the name of the table that its own says, in either language."""
        dictionary = tables.tables_dictionary()
        return {dictionary.key(file.stem): file for file in self.files}

    def sheets(self) -> Sequence[tables.Sheet]:
        """Return every file as the rows of a table."""
        return [KINDS.get(file.suffix, tables.CsvSheet)(file) for file in self.files]


def _is_kept(path: Path) -> bool:
    is_page = path.suffix.lower() in _PAGES
    return not (
        path.name == tables.MANIFEST or path.name.startswith(".") or is_page or path.is_dir()
    )
