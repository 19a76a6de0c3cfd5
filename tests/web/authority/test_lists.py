"""A list holds what one may see because the query asked for nothing else."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sortie import casework, office, store
from sortie.web import authority
from sortie.web.authority import NOBODY, Acting, Relation, may, relations
from tests.office.one_leave import COURT, PRISON, filed, paris, recorded
from tests.web.authority.people import (
    ELSEWHERE,
    OTHER_COURT,
    acting,
    at_the_court,
    at_the_prison,
    lawyer,
    president,
    probation_officer,
)

AT = paris("2027-02-05T09:00")
EVERYONE = [
    at_the_prison("head_of_prison"), at_the_prison("prison_clerk", ELSEWHERE),
    at_the_prison("gate"), at_the_prison("surveillance_staff"),
    at_the_court("court_clerk"), at_the_court("enforcement_judge", OTHER_COURT, (ELSEWHERE,)),
    at_the_court("prosecutor"), president(), president(OTHER_COURT), president(COURT, OTHER_COURT),
    lawyer("n-1", "s-2"), lawyer(), probation_officer("s-1"), probation_officer(),
    acting("probation_director", prisons={PRISON, ELSEWHERE}),
    acting("auditor"), acting("administrator"), NOBODY,
]  # fmt: skip
LISTS = ("cases.list", "cases.export", "gate.list", "planning.see")


def fill() -> None:
    """File three cases in the north and three in the south, the first before a president."""
    for place, (prison, court) in {"n": (PRISON, COURT), "s": (ELSEWHERE, OTHER_COURT)}.items():
        for number in (1, 2, 3):
            name = f"{place}-{number}"
            recorded(name, prison=prison, court=court).say()
            later = replace(filed(f"case-{name}", name), at=paris(f"2027-02-0{number}T09:00"))
            later.say()
    silent = office.Command(key="silent", by=casework.OFFICE, at=paris("2027-04-20T09:00"))
    for place in ("n", "s"):
        case_id = f"case-{place}-1"
        office.tick(silent.at)
        person = authority.declared_by(f"{place}-1", PRISON if place == "n" else ELSEWHERE)
        command = replace(silent, key=f"seize {case_id}", by=person)
        office.do("seize_president", command, case_id, {"because": "no answer"})


@pytest.fixture
def docket(sqlite_store: str) -> str:
    fill()
    return sqlite_store


def listed(one: Acting, action: str = "cases.list", **query: object) -> list[str]:
    found = authority.cases(one, action, store.CaseQuery(**query), reason="a tally")  # type: ignore[arg-type]
    return [row.case_id.removeprefix("case-") for row in found]


THEIR_OWN: list[tuple[Acting, list[str]]] = [
    (at_the_prison("head_of_prison"), ["n-1", "n-2", "n-3"]),
    (at_the_court("enforcement_judge", OTHER_COURT), ["s-1", "s-2", "s-3"]),
    (acting("probation_director", prisons={PRISON, ELSEWHERE}),
     ["n-1", "s-1", "n-2", "s-2", "n-3", "s-3"]),
    (lawyer("s-2", "n-3"), ["s-2", "n-3"]),
    (probation_officer("s-3"), ["n-1", "n-2", "n-3", "s-3"]),
    (president(COURT, OTHER_COURT), ["n-1", "s-1"]),
    (president(), ["n-1"]),
    (lawyer(), []),
    (at_the_prison("gate"), []),
    (acting("auditor"), []),
    (NOBODY, []),
]  # fmt: skip


def test_each_lists_their_own(docket: str) -> None:
    assert docket
    for one, expected in THEIR_OWN:
        assert listed(one) == expected, one


def test_each_lists_their_own_on_postgresql(postgresql_store: str) -> None:
    assert postgresql_store
    fill()
    for one, expected in THEIR_OWN:
        assert listed(one) == expected, one


def test_every_row_listed_is_one_the_table_lets_see(docket: str) -> None:
    """And every row not listed is one it does not."""
    assert docket
    names = [f"{place}-{number}" for place in "ns" for number in (1, 2, 3)]
    shown_cases = {name: office.case_shown(f"case-{name}", AT) for name in names}
    for one, action in itertools.product(EVERYONE, LISTS):
        shown = set(listed(one, action))
        for name, case in shown_cases.items():
            theirs = relations(one, authority.matter_of_case(case.case, case.history, AT))
            allowed = any(may(role, each, action) for role in one.roles for each in theirs)
            assert (name in shown) is allowed, (one, action, name)


def test_pages_follow_each_other_across_two_prisons_without_a_hole(docket: str) -> None:
    assert docket
    in_order = [f"case-{each}" for each in ("n-1", "s-1", "n-2", "s-2", "n-3", "s-3")]
    for size in (1, 2, 4):
        assert walked(size) == in_order


def walked(size: int) -> list[str]:
    both = acting("probation_director", prisons={PRISON, ELSEWHERE})
    found: list[str] = []
    query = store.CaseQuery(limit=size)
    while page := authority.cases(both, "cases.list", query):
        assert len(page) <= size
        found += [row.case_id for row in page]
        query = replace(query, after=page[-1])
    return found


def test_asking_for_another_prison_finds_what_asking_for_none_that_exists_finds(
    docket: str,
) -> None:
    assert docket
    head = at_the_prison("head_of_prison")

    assert listed(head, prison=ELSEWHERE) == listed(head, prison="no such prison") == []
    assert listed(head, person_id="s-1") == listed(head, person_id="nobody") == []
    assert listed(lawyer("n-1"), person_id="n-2") == []
    assert listed(lawyer("n-1"), person_id="n-1", court=COURT) == ["n-1"]
    assert listed(president(), state="filed") == []


def test_a_list_that_wants_a_reason_is_empty_without_one(docket: str) -> None:
    assert docket
    head = at_the_prison("head_of_prison")
    query = store.CaseQuery()

    assert authority.cases(head, "cases.export", query) == ()
    assert authority.cases(head, "cases.export", query, reason=" ") == ()
    assert len(authority.cases(head, "cases.export", query, reason="the yearly count")) == 3


def test_people_are_listed_by_prison_and_by_the_prisons_a_court_hears(docket: str) -> None:
    assert docket

    def named(one: Acting, **query: object) -> list[str]:
        found = authority.people(one, "people.list", store.PersonQuery(**query))  # type: ignore[arg-type]
        return [row.person_id for row in found]

    assert named(at_the_prison("prison_clerk")) == ["n-1", "n-2", "n-3"]
    assert named(at_the_court("prosecutor", OTHER_COURT, (ELSEWHERE,))) == ["s-1", "s-2", "s-3"]
    assert named(at_the_court("prosecutor"), prison=ELSEWHERE) == []
    assert named(at_the_prison("prison_clerk"), person_ids=("n-2", "s-2")) == ["n-2"]
    assert named(lawyer("n-1")) == named(acting("auditor")) == named(NOBODY) == []


def test_a_list_takes_one_query_for_each_place_whatever_it_holds(docket: str) -> None:
    assert docket

    def queries(one: Acting) -> int:
        with CaptureQueriesContext(connection) as seen:
            authority.cases(one, "cases.list", store.CaseQuery())
        return len(seen)

    assert queries(at_the_prison("head_of_prison")) == 1
    assert queries(lawyer(*(f"n-{number}" for number in range(300)))) == 1
    assert queries(acting("probation_director", prisons={PRISON, ELSEWHERE})) == 2
    assert queries(NOBODY) == 0


def test_every_relation_that_may_list_has_a_query_of_its_own() -> None:
    """A role given a list under a relation that no query knows would see nothing, silently."""
    with_queries = {
        Relation.OWN_PRISON, Relation.OWN_COURT, Relation.BEFORE_APPEAL, Relation.OWN_CLIENT,
        Relation.FOLLOWED,
    }  # fmt: skip

    def lists() -> Iterator[Relation]:
        for cell in authority.cells():
            if authority.ACTIONS[cell.action].on is authority.On.PLACE:
                yield cell.relation

    assert {each for each in lists() if not each.endswith("_closed")} == with_queries
