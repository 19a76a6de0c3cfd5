"""The lists are the same on each database: their pages, their order, who is found."""

from dataclasses import replace

import pytest

from sortie import store
from sortie.store import By
from sortie.web import authority
from sortie.web.authority import Acting
from tests.office import one_leave as leave
from tests.web.lists import docket

SOUTH = "prison of the south"
BOTH = Acting(
    account="d", post="d", role="probation_director", prisons=frozenset({leave.PRISON, SOUTH})
)


def walked(query: store.CaseQuery) -> list[str]:
    """Return every case of a list, a page of two after another."""
    found: list[str] = []
    query = replace(query, limit=2)
    while page := authority.cases(BOTH, "cases.list", query):
        found += [row.case_id for row in page]
        query = replace(query, after=page[-1])
    return found


@pytest.fixture
def filled(database: str) -> str:
    for n, day in ((1, 3), (2, 2), (3, 2), (4, 1)):
        prison = SOUTH if n % 2 else leave.PRISON
        leave.say_all([docket.recorded(n, prison=prison)])
        said = leave.filed(f"D-{n}", f"P-{n}")
        replace(said, by=replace(said.by, of=prison), at=leave.paris(f"2027-02-0{day}T09:00")).say()
    return database


def test_a_list_across_two_prisons_is_walked_in_either_direction(filled: str) -> None:
    assert filled
    assert walked(store.CaseQuery()) == ["D-4", "D-2", "D-3", "D-1"]
    assert walked(store.CaseQuery(last_first=True)) == ["D-1", "D-3", "D-2", "D-4"]
    every = walked(store.CaseQuery(by=By.DEPARTS))
    assert walked(store.CaseQuery(by=By.DEPARTS, last_first=True)) == every[::-1]


def test_some_persons_are_asked_for_and_no_others_come(filled: str) -> None:
    assert filled
    lawyer = Acting(account="l", post="l", role="lawyer", clients=frozenset({"P-1", "P-2"}))
    query = store.CaseQuery(person_ids=("P-2", "P-3"))

    assert walked(query) == ["D-2", "D-3"]
    assert [row.case_id for row in authority.cases(lawyer, "cases.list", query)] == ["D-2"]
    nobody = store.CaseQuery(person_ids=("P-3",))
    assert authority.cases(lawyer, "cases.list", nobody) == ()


def test_what_stands_for_a_name_finds_those_easily_taken_for_each_other(filled: str) -> None:
    assert filled
    like = store.PersonQuery(name_blind=store.blinded_name("OSMÉRY"))
    number = store.PersonQuery(number_blind=store.blinded("committal_number", "10977"))

    assert [row.family_name for row in store.people(like)] == ["Osmeri", "Osméry"]
    assert [row.person_id for row in store.people(number)] == ["P-2"]
