"""A person is erased when nothing of theirs is under way, once, and under the text it rests on."""

import pytest

from sortie import office, register, store
from tests.office.one_leave import say_all, until_granted
from tests.office.sealing.kept import CLERK, MORNING, erased, signed


@pytest.mark.usefixtures("database")
def test_what_would_be_erased_is_told_and_nothing_is_changed() -> None:
    signed("A", "B")
    size = store.register.head().size

    assert office.sealing.to_erase("A") == office.sealing.ToErase("A", ("D-A",))

    assert store.register.head().size == size
    assert office.person_of("A").family_name == "Famille-A"


@pytest.mark.usefixtures("sqlite_store")
def test_a_person_whose_case_is_under_way_is_not_erased() -> None:
    signed("A")
    say_all(until_granted("D-2", "B"))

    with pytest.raises(office.sealing.CasesOpen) as caught:
        office.sealing.to_erase("B")
    with pytest.raises(office.sealing.CasesOpen):
        erased("B")

    assert caught.value.cases == ("D-2",)
    assert office.person_of("B").person == "B"


@pytest.mark.usefixtures("sqlite_store")
def test_nobody_is_erased_twice_and_the_same_command_is_answered_again() -> None:
    signed("A")

    first = erased("A")

    assert erased("A") == first
    with pytest.raises(store.Erased):
        erased("A", key="another")
    with pytest.raises(office.NoSuchPerson):
        erased("Z", key="nobody")


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize("basis", ["", "two\nlines", "x" * 201])
def test_a_basis_that_cannot_be_published_erases_nothing(basis: str) -> None:
    signed("A")
    command = office.Command(key="k", by=CLERK, at=MORNING)

    with pytest.raises(register.EntryFieldWrong):
        office.sealing.erase(command, "A", basis)

    assert office.person_of("A").person == "A"


@pytest.mark.usefixtures("sqlite_store")
def test_after_an_erasure_lists_and_cases_say_nothing_of_the_person() -> None:
    signed("A", "B")

    erased("A")

    assert [each.person_id for each in store.people(store.PersonQuery())] == ["B"]
    assert [each.case_id for each in store.cases(store.CaseQuery())] == ["D-B"]
    with pytest.raises(store.Erased):
        office.case_shown("D-A", MORNING)
