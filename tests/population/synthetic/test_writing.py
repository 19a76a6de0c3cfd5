"""The folders written: the same bytes for the same recipe, and a person the same in any of them."""

import dataclasses
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sortie import law, population
from sortie.population.synthetic import writing
from tests.population.synthetic.makings import THE_DAY, a_batch, a_profile, a_recipe, made


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def rows_of(folder: Path) -> dict[str, pa.Table]:
    return {path.stem: pq.read_table(path) for path in sorted(folder.glob("*.parquet"))}


def test_the_same_recipe_writes_the_same_bytes(tmp_path: Path) -> None:
    once, again = (made(tmp_path / name, a_recipe(3_000)) for name in ("once", "again"))

    assert bytes_of(once) == bytes_of(again)


def test_another_seed_makes_other_people(tmp_path: Path) -> None:
    one, other = (made(tmp_path / str(seed), a_recipe(50, seed)) for seed in (1, 2))

    assert rows_of(one)["persons"] != rows_of(other)["persons"]


def test_more_people_come_after_the_same_ones(tmp_path: Path) -> None:
    few, many = (rows_of(made(tmp_path / str(n), a_recipe(n))) for n in (700, 2_000))

    for name, table in few.items():
        assert many[name].slice(0, len(table)).equals(table), name


def test_a_person_is_the_same_whatever_the_batches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rows_of(made(tmp_path / "whole", a_recipe(900)))
    monkeypatch.setattr(writing, "PEOPLE_IN_A_BATCH", 97)

    assert rows_of(made(tmp_path / "parts", a_recipe(900))) == whole


def test_a_batch_begun_anywhere_makes_the_people_of_its_numbers() -> None:
    profile = a_profile()
    whole, part = a_batch(profile, first=0, before=500), a_batch(profile, first=123, before=456)

    for name, table in part.items():
        ids = table["person"].to_pylist()
        there = [each in set(ids) for each in whole[name]["person"].to_pylist()]
        assert whole[name].filter(pa.array(there, pa.bool_())).equals(table), name


def test_every_file_says_that_it_is_synthetic_and_of_which_recipe(tmp_path: Path) -> None:
    folder = made(tmp_path / "made", a_recipe(200, seed=42, changed={"refused": 0.5}))

    for path in folder.glob("*.parquet"):
        metadata = pq.read_schema(path).metadata
        assert metadata[b"sortie.synthetic"] == b"true"
        assert metadata[b"sortie.synthetic.seed"] == b"42"
        assert metadata[b"sortie.synthetic.on"] == THE_DAY.isoformat().encode()
        assert metadata[b"sortie.synthetic.changed"] == b'{"refused": 0.5}'
        assert metadata[b"sortie.format"] == b"sortie/tables@1"
    assert "# sortie.synthetic: true" in (folder / "tables.yaml").read_text("utf-8")


def test_tables_have_the_columns_of_their_schema_in_the_order_of_the_persons(
    tmp_path: Path,
) -> None:
    tables = rows_of(made(tmp_path / "made", a_recipe(1_500)))

    for name, table in tables.items():
        assert table.schema.equals(population.arrow_schema(name)), name
        ids = table["person"].to_pylist()
        assert ids == sorted(ids), name


def test_a_table_without_a_row_is_no_file(tmp_path: Path) -> None:
    folder = made(tmp_path / "made", a_recipe(3, changed={"interrupted": 0.0}))

    assert not (folder / "interruptions.parquet").exists()
    assert (folder / "persons.parquet").exists()


def test_more_people_than_the_ids_have_room_for_are_refused(tmp_path: Path) -> None:
    recipe = dataclasses.replace(a_recipe(1), people=10**10 + 1)

    with pytest.raises(population.NotThatMany):
        made(tmp_path / "made", recipe)
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize(
    "changed",
    [{"no_such": 0.1}, {"refused": -0.5}, {"refused": 1.1}, {"answer_days": float("nan")}],
)
def test_an_assumption_that_nobody_makes_is_refused(changed: dict[str, float]) -> None:
    with pytest.raises(population.UnknownAssumption) as refused:
        population.ground_of(law.france, changed)
    assert "refused" in refused.value.known
