"""Folders of tables written on the spot, and the ways to read them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sortie.facts import tables
from sortie.law.france.vocabulary import FRENCH

SAMPLE = Path(__file__).parents[3] / "cases/france/tables"
MANIFEST = "format: sortie/tables@1\njurisdiction: fr\n"
ONE = "person\nP-0001\n"


def written(folder: Path, manifest: str = MANIFEST, **texts: str) -> Path:
    """A folder that holds a manifest and these tables."""
    (folder / "tables.yaml").write_text(manifest, encoding="utf-8")
    for name, text in texts.items():
        (folder / f"{name}.csv").write_bytes(text.encode())
    return folder


def read(folder: Path) -> tables.Loaded:
    return tables.read_tables(folder, vocabulary=FRENCH)


def loaded(folder: Path, manifest: str = MANIFEST, **texts: str) -> tables.Loaded:
    return read(written(folder, manifest, **texts))


def the_person(found: tables.Loaded) -> tables.PersonRead:
    """The one person of tables without a fault."""
    assert [str(fault) for fault in found.faults] == []
    (person,) = found.people
    return person


def places(found: tables.Loaded) -> list[tuple[str, int | None, str, str]]:
    """Where the faults are, and their causes."""
    return [(fault.file, fault.row, fault.column, fault.code.value) for fault in found.faults]


def as_tables(case: Mapping[str, Any]) -> dict[str, str]:
    """The tables of one person whose case file is this one, in its canonical form."""
    return {
        table.name: "\n".join([";".join(column.name for column in table.columns), *rows, ""])
        for table in tables.TABLES.values()
        if (rows := [";".join(row) for row in _rows(table, case)])
    }


def _rows(table: tables.Table, case: Mapping[str, Any]) -> Iterator[list[str]]:
    if not table.at:
        single = {key: value for section in case.values() if isinstance(section, dict)
                  for key, value in section.items()}  # fmt: skip
        yield _cells(table, single, 0)
        return
    above: list[tuple[int, Any]] = [(0, case)]
    for key in table.at:
        inside = [(rank, held[key]) for rank, held in above if key in held]
        above = [
            (rank if table.parent and key == table.at[-1] else place, item)
            for rank, held in inside
            for place, item in (enumerate(held) if isinstance(held, list) else [(rank, held)])
        ]
    for rank, item in above:
        yield _cells(table, item, rank)


def _cells(table: tables.Table, item: Mapping[str, Any], rank: int) -> list[str]:
    return [
        "P-0001" if column.name == "person"
        else str(rank) if column.name == "rank"
        else _cell(item, column.keys)
        for column in table.columns
    ]  # fmt: skip


def _cell(held: Any, keys: tuple[str, ...]) -> str:
    if not keys:
        return ""
    for key in keys:
        held = held.get(key) if isinstance(held, Mapping) else None
    if isinstance(held, Mapping):
        return "true"
    if isinstance(held, list):
        plain = [str(item) for item in held if not isinstance(item, Mapping)]
        return " | ".join(plain) if held else "none"
    return "" if held is None else str(held).lower() if isinstance(held, bool) else str(held)
