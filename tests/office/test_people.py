"""What is held of a person changes: the open cases follow, or the command is refused."""

from dataclasses import replace

import pytest

from sortie import casework, office
from tests.office.one_leave import JUDGE, PRISON_CLERK, filed, paris, recorded, say_all

AT = paris("2027-02-20T09:00")


def command(key: str) -> office.Command:
    return office.Command(key=key, by=PRISON_CLERK, at=AT)


def a_person_with_an_open_case() -> office.PersonRecord:
    say_all([recorded("P-1"), filed("C-1", "P-1")])
    return office.person_of("P-1")


@pytest.mark.usefixtures("database")
def test_refused_when_an_open_case_would_not_hear_of_a_move() -> None:
    held = a_person_with_an_open_case()

    with pytest.raises(office.PersonKnown):
        office.record_person(command("moved by the back door"), replace(held, prison="elsewhere"))

    assert office.person_of(held.person).prison == held.prison


@pytest.mark.usefixtures("database")
def test_a_file_corrected_while_a_case_is_open_must_be_seen_by_whoever_decides() -> None:
    held = a_person_with_an_open_case()
    custody = {**held.file.get("custody", {}), "end_of_sentence": "2040-01-01"}

    answer = office.record_person(
        command("corrected"), replace(held, file={**held.file, "custody": custody})
    )

    assert answer["cases"] == ["C-1"]
    case = office.case_shown("C-1", AT).case
    assert "file_changed" in {fact.kind for fact in case.unseen_by(JUDGE)}


@pytest.mark.usefixtures("database")
def test_refused_when_the_law_has_no_clocks_for_the_territory() -> None:
    held = a_person_with_an_open_case()

    with pytest.raises(office.TerritoryUnknown):
        office.record_person(command("nowhere"), replace(held, territory="guyane"))


@pytest.mark.usefixtures("database")
def test_refused_when_an_act_is_said_to_have_happened_at_another_instant() -> None:
    a_person_with_an_open_case()
    body = {"fact": "f", "kind": "escape", "happened_at": "2027-02-01T09:00+01:00"}

    with pytest.raises(casework.BrokenEvent):
        office.do("note_fact", command("backdated"), "C-1", body)
