"""Each list touches the rows of its page: no table is scanned, nothing is sorted."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from sortie import store
from sortie.store import By
from tests.store.clerk import HOUR, NOON, note
from tests.store.test_plans import plans_of

AFTER = store.IndexedCase(
    case_id="case-1", person_id="", prison="", court="", state="", leave="", version=0, last_seq=0,
    filed_at=NOON, departs_at=NOON, returns_at=NOON, next_due_at=NOON,
)  # fmt: skip
PLACES = (store.CaseQuery(prison="a"), store.CaseQuery(court="c"))


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("place", PLACES, ids=["a prison", "a court"])
@pytest.mark.parametrize("last_first", [False, True])
def test_every_order_of_a_list_is_that_of_an_index(
    by: By, place: store.CaseQuery, *, last_first: bool
) -> None:
    note("key-1")
    plain = replace(place, by=by, last_first=last_first)
    later = replace(plain, after=AFTER)
    between = replace(plain, since=NOON, before=NOON + HOUR)
    assert slow(lambda: [store.cases(query) for query in (plain, later, between)]) == []


@pytest.mark.usefixtures("sqlite_store")
@pytest.mark.parametrize(
    "query",
    [
        store.PersonQuery(prison="a", after="p"),
        store.PersonQuery(prison="a", name_blind="n"),
        store.PersonQuery(prison="a", number_blind="n"),
        store.PersonQuery(name_blind="n", number_blind="n"),
    ],
)
def test_people_are_found_by_an_index(query: store.PersonQuery) -> None:
    assert slow(lambda: store.people(query)) == []


def slow(work: Callable[[], object]) -> list[str]:
    plans = plans_of(work)
    assert plans
    return [plan for plan in plans if plan.startswith(("SCAN", "USE TEMP B-TREE"))]
