"""Reading the tables of a prison: every fault at once, the good people apart."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sortie.facts.desk import Desk
from sortie.facts.errors import Cause, Wanted
from sortie.facts.tables.lists import Listed, orphans, read_list
from sortie.facts.tables.loaded import Loaded
from sortie.facts.tables.manifest import complete_tables, ways_to_name_a_table
from sortie.facts.tables.names import MANIFEST, also_named, tables_dictionary
from sortie.facts.tables.notes import Notes
from sortie.facts.tables.people import Assembler, PersonRow, read_persons
from sortie.facts.tables.schema import PERSONS, TABLES
from sortie.facts.tables.sheets import CsvSheet, Sheet
from sortie.facts.words import Vocabulary


def read_tables(folder: Path, *, vocabulary: Vocabulary) -> Loaded:
    """Return what the CSV files of a folder and their ``tables.yaml`` say.

    A file is named after its table, in either language. Any file but pages to read (``.md``,
    ``.txt``) and hidden ones must be a table: what is not understood is never skipped.

    Raises:   OSError: the folder, or a file in it, cannot be opened
    """
    kept = [path for path in sorted(folder.iterdir()) if _is_kept(path)]
    manifest = folder / MANIFEST
    return read_sheets(
        [CsvSheet(path) for path in kept],
        manifest=manifest.read_bytes() if manifest.is_file() else None,
        vocabulary=vocabulary,
    )


def _is_kept(path: Path) -> bool:
    is_page = path.suffix.lower() in (".md", ".txt")
    return not (path.name == MANIFEST or path.name.startswith(".") or is_page or path.is_dir())


def read_sheets(
    sheets: Iterable[Sheet], *, manifest: bytes | None, vocabulary: Vocabulary
) -> Loaded:
    """Return what tables say, whatever they were written in; their file names name them."""
    reading = _Reading(vocabulary)
    reading.declare(manifest)
    return reading.read(reading.named(sheets))


class _Reading:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self._dictionary = tables_dictionary()
        self._vocabulary = vocabulary
        self._desk = Desk(vocabulary, self._dictionary, {})
        self._notes = Notes()
        self._complete: frozenset[str] = frozenset()

    def declare(self, manifest: bytes | None) -> None:
        """Read the page beside the tables, which must be there."""
        if manifest is None:
            self._missing(MANIFEST, MANIFEST)
            return
        self._complete = complete_tables(manifest, self._vocabulary, self._dictionary, self._notes)

    def named(self, sheets: Iterable[Sheet]) -> dict[str, Sheet]:
        """Return each file under the name of its table, noting the files that are none."""
        found: dict[str, Sheet] = {}
        for sheet in sheets:
            stem, dot, kind = sheet.file.rpartition(".")
            name = self._dictionary.key(stem)
            if name not in TABLES or (dot + kind).lower() != _kind(sheet):
                near = self._desk.nearest(stem, ways_to_name_a_table(self._dictionary))
                nearest = f"{near}{_kind(sheet)}" if near else ""
                self._notes.whole(
                    sheet.file, Cause.UNKNOWN_TABLE, sheet.file, Wanted.A_TABLE, nearest=nearest
                )
            elif name in found:
                other = found[name].file
                self._notes.whole(
                    sheet.file, Cause.TABLE_TWICE, sheet.file, Wanted.TABLE_ONCE, other=other
                )
            else:
                found[name] = sheet
        for name in sorted(self._complete | {PERSONS}):
            if name not in found:
                self._missing(name, MANIFEST if name in self._complete else "")
        return found

    def read(self, sheets: Mapping[str, Sheet]) -> Loaded:
        """Read the persons, then the lists, those that belong to rows of others first."""
        persons: dict[str, PersonRow] = {}
        if PERSONS in sheets:
            persons = read_persons(sheets[PERSONS], self._desk, self._notes)
        listed = {
            name: Listed(TABLES[name], complete=name in self._complete)
            for name in TABLES if name in sheets and name != PERSONS
        }  # fmt: skip
        for name in sorted(listed, key=lambda name: not TABLES[name].parent):
            read_list(sheets[name], listed[name], persons, self._desk, self._notes, listed)
        for child in listed.values():
            if child.table.parent:
                orphans(child, self._notes)
        return self._assembled(persons, listed)

    def _assembled(self, persons: Mapping[str, PersonRow], listed: Mapping[str, Listed]) -> Loaded:
        assembler = Assembler(listed, self._desk, self._notes)
        good = []
        for person, row in persons.items():
            if row.sections:
                read = assembler.person(person, row)
                if read is not None:
                    good.append(read)
        if self._notes.broken:
            good = []
        kept = {read.person for read in good}
        return Loaded(
            people=tuple(good),
            left_out=tuple([person for person in persons if person not in kept]),
            faults=self._notes.in_order(),
            complete=self._complete,
        )

    def _missing(self, name: str, file: str) -> None:
        also = name if name == MANIFEST else also_named(name, self._dictionary)
        self._notes.whole(file, Cause.TABLE_MISSING, name, Wanted.THE_TABLE, also=also)


def _kind(sheet: Sheet) -> str:
    return ".csv" if isinstance(sheet, CsvSheet) else "".join(Path(sheet.file).suffixes)
