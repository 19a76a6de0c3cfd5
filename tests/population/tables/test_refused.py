"""What is refused, in files that are read in parts as in those that are read whole."""

from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sortie import population
from sortie.facts import Cause
from sortie.facts.tables import Loaded
from sortie.law.france.vocabulary import FRENCH
from tests.population.tables.folders import (
    SAMPLE,
    csv_of,
    in_columns,
    in_parts,
    in_workbooks,
    read,
    workbook,
)

WRONG = {
    ("personnes", 1, "nee_le"): "02/05/1973",
    ("peines", 2, "duree"): "huit ans",
    ("statuts", 5, "est"): "en fuite",
    ("affectations", 3, "au"): "1990-01-01",
    ("reductions_de_peine", 1, "duree"): "P0D",
}


def with_wrong_cells() -> dict[str, list[list[str]]]:
    held = {name: [list(row) for row in rows] for name, rows in csv_of(SAMPLE).items()}
    for (name, row, column), text in WRONG.items():
        rows = held[name]
        if column not in rows[0]:
            rows[0].append(column)
            for each in rows[1:]:
                each.append("")
        rows[row][rows[0].index(column)] = text
    return held


def saved(folder: Path, held: dict[str, list[list[str]]]) -> Path:
    folder.mkdir()
    (folder / "tables.yaml").write_bytes((SAMPLE / "tables.yaml").read_bytes())
    for name, rows in held.items():
        text = "\n".join(";".join(row) for row in rows)
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def told(parts: list[Loaded]) -> list[tuple[str, int | None, str, str, str]]:
    """Every fault without the kind of its file, in the order of its place."""
    return sorted(
        (fault.file.partition(".")[0], fault.row, fault.column, fault.code.value, fault.read)
        for part in parts
        for fault in part.faults
    )


def test_every_fault_is_told_in_the_same_place(tmp_path: Path) -> None:
    held = with_wrong_cells()
    whole = read(saved(tmp_path / "csv", held))
    assert len(whole.faults) == len(WRONG)

    columns = in_parts(in_columns(tmp_path / "columns", held), 3)
    books = list(population.read_people(in_workbooks(tmp_path / "books", held), vocabulary=FRENCH))

    for parts in (columns, books):
        assert told(parts) == told([whole])
        assert tuple(p.person for part in parts for p in part.people) == tuple(
            person.person for person in whole.people
        )
        assert tuple(p for part in parts for p in part.left_out) == whole.left_out


def test_the_rows_of_a_part_are_numbered_from_the_top_of_the_file(tmp_path: Path) -> None:
    held = csv_of(SAMPLE)
    last = len(held["personnes"]) - 1
    rows = [list(row) for row in held["personnes"]]
    rows[last][rows[0].index("nee_le")] = "x"

    parts = in_parts(in_columns(tmp_path / "columns", {**held, "personnes": rows}), 2)

    assert [(fault.file, fault.row) for part in parts for fault in part.faults] == [
        ("personnes.parquet", last + 1)
    ]


def test_an_unknown_column_leaves_everybody_out(tmp_path: Path) -> None:
    folder = in_columns(tmp_path / "columns", csv_of(SAMPLE))
    pq.write_table(pa.table({"person": ["P-0001"], "colour": ["x"]}), folder / "bans.parquet")

    (refused,) = population.read_people(folder, vocabulary=FRENCH)

    assert refused.people == ()
    assert Cause.UNKNOWN_COLUMN in [fault.code for fault in refused.faults]
    with pytest.raises(population.FilesRefused):
        population.Parts.of(folder, FRENCH)


def test_a_file_that_is_no_parquet_is_refused_as_a_whole(tmp_path: Path) -> None:
    folder = in_columns(tmp_path / "columns", csv_of(SAMPLE))
    (folder / "isolement.parquet").write_bytes(b"person\nP-0001\n")

    (refused,) = population.read_people(folder, vocabulary=FRENCH)

    assert [fault.code for fault in refused.faults] == [Cause.NOT_PARQUET]


def test_a_damaged_column_of_ids_is_refused_as_a_whole(tmp_path: Path) -> None:
    folder = in_columns(tmp_path / "columns", csv_of(SAMPLE))
    path = folder / "peines.parquet"
    held = bytearray(path.read_bytes())
    held[4:60] = bytes(56)
    path.write_bytes(held)

    (refused,) = population.read_people(folder, vocabulary=FRENCH)

    assert [(f.file, f.code) for f in refused.faults] == [("peines.parquet", Cause.NOT_PARQUET)]


def test_tables_of_a_later_format_are_not_misread(tmp_path: Path) -> None:
    folder = in_columns(tmp_path / "columns", csv_of(SAMPLE))
    path = folder / "peines.parquet"
    later = pq.read_table(path).replace_schema_metadata({"sortie.format": "sortie/tables@2"})
    pq.write_table(later, path)

    (refused,) = population.read_people(folder, vocabulary=FRENCH)

    assert [(fault.code, fault.read) for fault in refused.faults] == [
        (Cause.WRONG_FORMAT, "sortie/tables@2")
    ]


def test_a_column_of_lists_is_refused_by_name(tmp_path: Path) -> None:
    folder = in_columns(tmp_path / "columns", csv_of(SAMPLE))
    table = pa.table({"person": ["P-0001"], "kind": [["contact", "place"]]})
    pq.write_table(table, folder / "interdictions.parquet")

    faults = [f for part in in_parts(folder, 4) for f in part.faults]

    assert (faults[0].code, faults[0].column) == (Cause.NOT_PARQUET, "kind")


def test_a_workbook_with_two_filled_sheets_is_refused(tmp_path: Path) -> None:
    folder = in_workbooks(tmp_path / "books", csv_of(SAMPLE))
    book = openpyxl.load_workbook(folder / "peines.xlsx")
    book.create_sheet("empty")
    book.save(folder / "peines.xlsx")
    (alone,) = population.read_people(folder, vocabulary=FRENCH)
    book.create_sheet("more").append(["person"])
    book.save(folder / "peines.xlsx")

    (refused,) = population.read_people(folder, vocabulary=FRENCH)

    assert alone.faults == ()
    assert ("peines.xlsx", Cause.SEVERAL_SHEETS) in [(f.file, f.code) for f in refused.faults]
    assert refused.people == ()


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    folder = in_workbooks(tmp_path / "books", csv_of(SAMPLE))
    (folder / "peines.xlsx").write_text("personne;rang\n")

    (refused,) = population.read_people(folder, vocabulary=FRENCH)

    assert ("peines.xlsx", Cause.NOT_A_WORKBOOK) in [(f.file, f.code) for f in refused.faults]
    assert refused.people == ()


def test_blank_rows_of_a_workbook_count_and_a_cell_too_many_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "tables.yaml").write_bytes(b"format: sortie/tables@1\njurisdiction: fr\n")
    rows = (["person", "born_on", None], [None], ["P-0001", "x"], ["P-0002", None, "over"])
    workbook(folder / "persons.xlsx", rows)

    (refused,) = population.read_people(folder, vocabulary=FRENCH)

    assert [(fault.row, fault.code) for fault in refused.faults] == [
        (3, Cause.NOT_A_DATE),
        (4, Cause.ROW_WIDTH),
    ]
