"""Tables are read in parts only in the order of their persons; otherwise whole, to the same end."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sortie import population
from sortie.law.france.vocabulary import FRENCH
from tests.population.tables.folders import SAMPLE, csv_of, in_columns, read
from tests.population.tables.test_refused import saved, told

Held = dict[str, list[list[str]]]


def last_first(held: Held) -> None:
    head, *rows = held["peines"]
    held["peines"] = [head, rows[-1], *rows[:-1]]


def parted(held: Held) -> None:
    held["statuts"].append(held["statuts"].pop(1))


def nobodys(held: Held) -> None:
    held["incidents"].append(["P-9999", *held["incidents"][1][1:]])


def twice(held: Held) -> None:
    held["personnes"].append(held["personnes"][1])


def same_number(held: Held) -> None:
    column = held["personnes"][0].index("numero_d_ecrou")
    held["personnes"][-1][column] = held["personnes"][1][column]
    prison = held["personnes"][0].index("prison")
    held["personnes"][-1][prison] = f" {held['personnes'][1][prison]} "


def unnamed(held: Held) -> None:
    held["personnes"][-1][0] = " "


@pytest.mark.parametrize(
    ("change", "file", "row"),
    [
        (last_first, "peines.parquet", 3),
        (parted, "statuts.parquet", 15),
        (nobodys, "incidents.parquet", 4),
        (twice, "personnes.parquet", None),
        (same_number, "personnes.parquet", None),
        (unnamed, "personnes.parquet", None),
    ],
)
def test_rows_out_of_place_are_not_read_in_parts_but_are_read(
    tmp_path: Path, change: Callable[[Held], None], file: str, row: int | None
) -> None:
    held = {name: [list(each) for each in rows] for name, rows in csv_of(SAMPLE).items()}
    change(held)
    folder = in_columns(tmp_path / "columns", held)

    with pytest.raises(population.OutOfOrder) as refused:
        population.Parts.of(folder, FRENCH)
    (whole,) = population.read_people(folder, vocabulary=FRENCH)
    as_csv = read(saved(tmp_path / "csv", held))

    assert (refused.value.file, refused.value.row) == (file, row)
    assert told([whole]) == told([as_csv])
    assert whole.people == as_csv.people


def test_spaces_around_an_id_do_not_part_a_person_from_their_rows(tmp_path: Path) -> None:
    held = {name: [list(each) for each in rows] for name, rows in csv_of(SAMPLE).items()}
    held["peines"][1][0] = f" {held['peines'][1][0]} "
    folder = in_columns(tmp_path / "columns", held)

    parts = population.Parts.of(folder, FRENCH, 4)
    people = [p for each in parts.ranges.stretches for p in parts.read(each).people]

    assert people == list(read(SAMPLE).people)


def test_a_folder_of_csv_files_has_no_parts() -> None:
    with pytest.raises(population.NotInColumns):
        population.Parts.of(SAMPLE, FRENCH)
