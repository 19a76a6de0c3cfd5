"""What tables come to, beside the published figures."""

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sortie import law, population
from tests.population.synthetic.makings import a_recipe, made, people_of

PEOPLE = 30_000
# Of figures that are not shares: how far from the published one the people may be.
NEAR = {"stock.mean_age": 1.0, "leave.per_head": 0.15, "leave.per_beneficiary": 0.3}
# Figures of an earlier year, shown beside those the people are made after.
OF_ANOTHER_YEAR = {"leave.per_head_2013", "leave.evasion_2013"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("made"), a_recipe(PEOPLE))


@pytest.fixture(scope="module")
def found(folder: Path) -> population.Description:
    return population.describe(folder, law.france.crowd_sheet())


def test_each_share_is_the_published_one_but_for_chance(found: population.Description) -> None:
    figures = law.france.published_figures()
    for name, measured in found.measured.items():
        if measured.by_chance is None or name in OF_ANOTHER_YEAR:
            continue
        room = max(2.5 * measured.by_chance, 0.005)
        assert abs(measured.value - figures[name].share) < room, name


@pytest.mark.parametrize("name", NEAR)
def test_what_is_no_share_is_near(found: population.Description, name: str) -> None:
    published = law.france.published_figures()[name].share

    assert abs(found.measured[name].value - published) < NEAR[name]


def test_every_figure_that_is_no_place_and_no_whole_is_measured(
    found: population.Description,
) -> None:
    unseen = law.france.published_figures().keys() - found.measured.keys()

    assert unseen == {
        "stock.committed", "stock.foreigners",
        "places.maison_arret", "places.centre_detention", "places.maison_centrale",
    }  # fmt: skip


def test_what_is_measured_is_what_is_counted_one_person_at_a_time(tmp_path: Path) -> None:
    folder = made(tmp_path / "made", a_recipe(600))
    found = population.describe(folder, law.france.crowd_sheet())
    custodies = [read.case.custody for read in people_of(folder)]
    detained = [
        c for c in custodies if "electronic_monitoring" not in {a.kind for a in c.adjustments}
    ]
    convicted = [c for c in detained if c.status[-1].status == "convicted"]
    in_arret = [c for c in detained if c.placements[-1].kind == "maison_arret"]

    assert found.people == 600
    assert found.measured["stock.detained"].value == pytest.approx(len(detained) / 600)
    assert found.measured["stock.convicted"].value == pytest.approx(len(convicted) / len(detained))
    assert found.measured["stock.convicted"].among == len(detained)
    assert found.measured["kind.maison_arret"].value == pytest.approx(len(in_arret) / len(detained))


def test_a_changed_assumption_is_told_and_seen(tmp_path: Path) -> None:
    folder = made(tmp_path / "made", a_recipe(4_000, changed={"not_taken": 0.5}))
    found = population.describe(folder, law.france.crowd_sheet())

    leaves = pq.read_table(folder / "leaves.parquet")["outcome"].to_pylist()
    assert found.changed == {"not_taken": 0.5}
    assert 0.4 < leaves.count("not_taken") / len(leaves) < 0.6


def test_the_day_is_that_of_the_tables_unless_one_is_given(
    folder: Path, found: population.Description
) -> None:
    later = population.describe(folder, law.france.crowd_sheet(), date(2026, 1, 1))

    assert found.on == date(2025, 10, 1)
    assert found.synthetic["seed"] == "1"
    assert later.on == date(2026, 1, 1)
    assert later.measured["stock.minors"].value < found.measured["stock.minors"].value


def test_tables_that_are_not_synthetic_ask_for_a_day(folder: Path, tmp_path: Path) -> None:
    table = pq.read_table(folder / "persons.parquet")
    pq.write_table(table.replace_schema_metadata({}), tmp_path / "persons.parquet")

    with pytest.raises(population.NoDay):
        population.describe(tmp_path, law.france.crowd_sheet())
    given = population.describe(tmp_path, law.france.crowd_sheet(), date(2025, 10, 1))
    assert given.synthetic == {}
    assert given.people == PEOPLE
    assert given.measured["stock.convicted"].value == 0


def test_a_folder_without_persons_is_refused(tmp_path: Path) -> None:
    with pytest.raises(population.NoPersons):
        population.describe(tmp_path, law.france.crowd_sheet())
