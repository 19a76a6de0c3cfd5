"""Folders of the same people written in each way that the house reads."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

from sortie import population
from sortie.facts import tables
from sortie.law.france.vocabulary import FRENCH
from tests.facts.tables.folders import SAMPLE, as_tables, read, written

Table = Sequence[Sequence[str]]
DATE, INSTANT = len("2025-11-24"), len("2025-11-24T07:00")


def csv_of(folder: Path) -> dict[str, Table]:
    """The rows of each CSV file of a folder, its first row included, by the name of the file."""
    return {path.stem: rows_in(path) for path in sorted(folder.glob("*.csv"))}


def rows_in(path: Path) -> Table:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def crowd(folder: Path, cases: Sequence[Mapping[str, Any]]) -> Path:
    """A folder of CSV files in which each of these case files is a person."""
    texts: dict[str, list[str]] = {}
    for rank, case in enumerate(cases):
        for name, text in as_tables(case).items():
            head, *rows = text.splitlines()
            texts.setdefault(name, [head]).extend(
                row.replace("P-0001", f"P-{rank:04d}", 1) for row in rows
            )
    return written(folder, **{name: "\n".join([*rows, ""]) for name, rows in texts.items()})


def in_columns(folder: Path, held: Mapping[str, Table], group: int = 1000) -> Path:
    """The same rows as Parquet files whose every column is a text, empty cells being null."""
    folder.mkdir(exist_ok=True)
    (folder / "tables.yaml").write_bytes((SAMPLE / "tables.yaml").read_bytes())
    for name, (head, *rows) in held.items():
        columns = {
            title: pa.array([row[place] or None for row in rows], pa.string())
            for place, title in enumerate(head)
        }
        pq.write_table(pa.table(columns), folder / f"{name}.parquet", row_group_size=group)
    return folder


def in_workbooks(folder: Path, held: Mapping[str, Table]) -> Path:
    """The same rows as workbooks whose cells are days, instants, numbers and texts."""
    folder.mkdir(exist_ok=True)
    (folder / "tables.yaml").write_bytes((SAMPLE / "tables.yaml").read_bytes())
    for name, rows in held.items():
        workbook(folder / f"{name}.xlsx", [[cell_of(text) for text in row] for row in rows])
    return folder


def workbook(path: Path, rows: Iterable[Sequence[Any]]) -> Path:
    """A workbook of one sheet with these rows."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def cell_of(text: str) -> Any:
    for kind, length in ((date, DATE), (datetime, INSTANT)):
        if text[:2] in ("19", "20") and len(text) == length:
            return kind.fromisoformat(text)
    return int(text) if text.isdigit() and len(text) < DATE else text or None


def good(folder: Path, people: Sequence[tables.PersonRead]) -> Path:
    """A folder of Parquet files of people already read."""
    with population.TablesWriter(folder, FRENCH.jurisdiction) as writer:
        writer.add(people)
    return folder


def people_of(folder: Path) -> list[tables.PersonRead]:
    """The people of a folder without a fault, whatever it was written in."""
    parts = list(population.read_people(folder, vocabulary=FRENCH))
    assert [str(fault) for part in parts for fault in part.faults] == []
    return [person for part in parts for person in part.people]


def in_parts(folder: Path, size: int) -> list[tables.Loaded]:
    """What is read of a folder, so many people at a time."""
    parts = population.Parts.of(folder, FRENCH, size)
    return [parts.read(stretch) for stretch in parts.ranges.stretches]


__all__ = ["SAMPLE", "csv_of", "read"]
