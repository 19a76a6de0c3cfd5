"""A prison's people come in from its tables: compared first, loaded once, never over the office."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sortie import casework, facts, law, office, store
from sortie.office import Cannot
from sortie.store import writing
from tests.house.tree import ROOT

TABLES = ROOT / "cases/france/tables"
ON = date(2026, 2, 7)
CLERK = casework.Actor("greffe-1", casework.Role.PRISON_CLERK, "MC Exemple")
COMMAND = office.Command(key="", by=CLERK, at=datetime(2026, 2, 7, 9, tzinfo=UTC))
COURT = "TJ Exemple"


def read(folder: Path = TABLES) -> facts.tables.Loaded:
    return facts.tables.read_tables(folder, vocabulary=law.france.FRENCH)


def changed(folder: Path, table: str, before: str, after: str) -> facts.tables.Loaded:
    """Return the tables of the sample with one text replaced in one of them."""
    shutil.copytree(TABLES, folder)
    text = (folder / table).read_text(encoding="utf-8")
    assert before in text
    (folder / table).write_text(text.replace(before, after), encoding="utf-8")
    return read(folder)


def events() -> int:
    return sum(len(store.events_of(stream)) for stream in store.streams("person"))


@pytest.mark.usefixtures("database")
def test_looking_writes_nothing() -> None:
    found = office.look_at(read(), on=ON, court=COURT)

    assert len(found.ready) == 12
    assert found.recorded == ()
    assert list(store.streams("person")) == []


@pytest.mark.usefixtures("database")
def test_loading_twice_changes_nothing() -> None:
    first = office.bring_in(read(), COMMAND, on=ON, court=COURT)
    before = events()
    second = office.bring_in(read(), COMMAND, on=ON, court=COURT)

    assert first.recorded == first.reconciled.new
    assert len(first.recorded) == before == events() == 12
    assert second.recorded == ()
    assert second.reconciled.same == first.recorded
    held = office.person_of("P-0001")
    assert held.committal_number == "10001"
    assert held.court == COURT
    assert "J-2012-01" in held.judgments
    assert "application" not in held.file


@pytest.mark.usefixtures("database")
def test_a_change_is_named_key_by_key_and_loaded_as_a_new_state(tmp_path: Path) -> None:
    office.bring_in(read(), COMMAND, on=ON, court=COURT)
    loaded = changed(tmp_path / "t", "personnes.csv", "1988-01-15", "1988-01-16")

    found = office.bring_in(loaded, COMMAND, on=ON)

    (difference,) = found.reconciled.differing
    assert (difference.person, difference.path) == ("P-0002", "person.born_on")
    assert (difference.held, difference.read) == ("1988-01-15", "1988-01-16")
    assert found.recorded == ("P-0002",)
    assert office.person_of("P-0002").court == COURT
    assert len(store.events_of(store.Stream("person", "P-0002"))) == 2


@pytest.mark.usefixtures("database")
def test_what_the_office_changed_since_is_not_written_over_by_the_same_tables() -> None:
    office.bring_in(read(), COMMAND, on=ON, court=COURT)
    move = office.Move(since=date(2026, 2, 8), prison="CD", court="TJ", kind="centre_detention")
    office.move_person(office.Command(key="m", by=CLERK, at=COMMAND.at), "P-0002", move)

    found = office.bring_in(read(), COMMAND, on=ON, court=COURT)

    assert found.recorded == ()
    assert [(each.person, each.why) for each in found.aside] == [("P-0002", Cannot.HELD_SINCE)]
    assert office.person_of("P-0002").prison == "CD"


@pytest.mark.usefixtures("database")
def test_a_person_with_an_open_case_is_left_to_the_verbs_that_tell_it(tmp_path: Path) -> None:
    office.bring_in(read(), COMMAND, on=ON, court=COURT)
    application = {"purpose": "family_ties", "departs_at": "2026-03-02T08:00",
                   "returns_at": "2026-03-02T19:00"}  # fmt: skip
    filing = office.Filing(person="P-0002", form=casework.FilingForm.DECLARATION, signed=True,
                           application=application, places=("Lyon",))  # fmt: skip
    office.file_application(office.Command(key="f", by=CLERK, at=COMMAND.at), "D-1", filing)
    loaded = changed(tmp_path / "t", "personnes.csv", "1988-01-15", "1988-01-16")

    found = office.bring_in(loaded, COMMAND, on=ON, court=COURT)

    assert found.recorded == ()
    (aside,) = found.aside
    assert (aside.person, aside.why, aside.beside) == ("P-0002", Cannot.OPEN_CASE, ("D-1",))


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("P-0002;10002;", "P-0002;;", Cannot.NO_NUMBER),
        ("P-0002;10002;MC Exemple;", "P-0002;10002;;", Cannot.NO_PRISON),
    ],
)
def test_nobody_comes_in_without_a_number_or_a_prison(
    tmp_path: Path, before: str, after: str, why: Cannot
) -> None:
    loaded = changed(tmp_path / "t", "personnes.csv", before, after)

    found = office.bring_in(loaded, COMMAND, on=ON, court=COURT)

    assert [(each.person, each.why) for each in found.aside] == [("P-0002", why)]
    assert len(found.recorded) == 11


@pytest.mark.usefixtures("database")
def test_a_person_who_was_erased_does_not_come_back_under_the_same_number() -> None:
    office.bring_in(read(), COMMAND, on=ON, court=COURT)
    writing.erase("e", "P-0002", "a text", actor=CLERK, at=COMMAND.at, check=lambda: None)

    found = office.bring_in(read(), COMMAND, on=ON, court=COURT)

    assert [(each.person, each.why) for each in found.aside] == [("P-0002", Cannot.ERASED)]
    assert found.recorded == ()
    with pytest.raises(store.Erased):
        office.person_of("P-0002")


@pytest.mark.usefixtures("database")
def test_nobody_new_comes_in_without_a_court() -> None:
    found = office.bring_in(read(), COMMAND, on=ON)

    assert {each.why for each in found.aside} == {Cannot.NO_COURT}
    assert found.recorded == ()


@pytest.mark.usefixtures("database")
def test_the_same_person_under_another_id_is_left_aside(tmp_path: Path) -> None:
    office.bring_in(read(), COMMAND, on=ON, court=COURT)
    folder = tmp_path / "t"
    shutil.copytree(TABLES, folder)
    for table in folder.glob("*.csv"):
        text = table.read_text(encoding="utf-8")
        table.write_text(text.replace("P-0002", "P-2222"), encoding="utf-8")

    found = office.bring_in(read(folder), COMMAND, on=ON, court=COURT)

    (aside,) = found.aside
    assert (aside.person, aside.why, aside.beside) == ("P-2222", Cannot.KNOWN_HELD, ("P-0002",))
    assert found.reconciled.gone == ("P-0002",)


@pytest.mark.usefixtures("database")
def test_a_leave_under_way_is_told_and_no_case_is_made_up_for_it() -> None:
    found = office.bring_in(read(), COMMAND, on=ON, court=COURT)

    under_way = [e for e in found.reconciled.leaves if e.when is facts.tables.When.UNDER_WAY]
    assert [each.person for each in under_way] == ["P-0002"]
    assert list(store.streams("case")) == []


@pytest.mark.usefixtures("database")
def test_tables_that_go_back_to_what_they_said_are_loaded_again(tmp_path: Path) -> None:
    office.bring_in(read(), COMMAND, on=ON, court=COURT)
    loaded = changed(tmp_path / "t", "personnes.csv", "1988-01-15", "1988-01-16")
    office.bring_in(loaded, COMMAND, on=ON, court=COURT)

    found = office.bring_in(read(), COMMAND, on=ON, court=COURT)

    assert found.recorded == ("P-0002",)
    assert office.person_of("P-0002").file["person"]["born_on"] == "1988-01-15"
