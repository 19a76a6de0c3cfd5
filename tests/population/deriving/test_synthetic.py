"""Records of people who never were say so, as their tables do; those of a prison say nothing."""

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sortie import law, population
from tests.population.tables.folders import SAMPLE, good, read


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tables = tmp_path_factory.mktemp("invented") / "tables"
    recipe = population.Recipe(people=20, seed=1, on=date(2025, 10, 1), jurisdiction="fr")
    population.synthesise(population.ground_of(law.france), recipe, tables)
    return tables


def derived(tables: Path, folder: Path) -> Path:
    records = folder / "records.parquet"
    population.derive(tables, records, population.FRANCE, processes=1)
    return records


def test_records_of_people_who_never_were_say_so_and_how_they_were_made(
    invented: Path, tmp_path: Path
) -> None:
    records = derived(invented, tmp_path)
    said = pq.read_schema(records).metadata

    assert population.is_synthetic(records)
    assert said[b"sortie.synthetic.people"] == b"20"
    population.refuse_stale(records, invented)


def test_records_of_a_prison_do_not(tmp_path: Path) -> None:
    tables = good(tmp_path / "tables", read(SAMPLE).people)
    assert not population.is_synthetic(derived(tables, tmp_path))


def test_one_table_that_does_not_say_it_is_enough_to_say_nothing(
    invented: Path, tmp_path: Path
) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    for file in invented.iterdir():
        (tables / file.name).write_bytes(file.read_bytes())
    persons = pq.read_table(tables / "persons.parquet")
    pq.write_table(persons.replace_schema_metadata(None), tables / "persons.parquet")

    assert not population.is_synthetic(derived(tables, tmp_path))
