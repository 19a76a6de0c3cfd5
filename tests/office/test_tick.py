"""The clock over many cases: a page in one transaction, and one broken case stops no other."""

import gc

import pytest

from sortie import casework as cw
from sortie import office, store
from sortie.store import writing
from tests.office.faults import audit
from tests.office.one_leave import PRISON_CLERK, filed, paris, recorded, routed

LATE = paris("2027-04-05T09:00")


def cases(count: int) -> list[str]:
    recorded("P").say()
    named = [f"C-{n}" for n in range(count)]
    for case in named:
        filed(case, "P").say()
        routed(case).say()
    return named


def passed(case: str) -> int:
    history = office.case_shown(case, LATE).history
    return sum(isinstance(entry.event, cw.AnswerTimePassed) for entry in history)


def broken(case: str) -> None:
    """Put in a case an event that nobody can read."""
    at = routed(case).at
    with writing.command(
        "broken", "break", {}, stream=store.Stream("case", case), actor=PRISON_CLERK, at=at
    ) as desk:
        desk.append([store.NewEvent(kind="odd", at=at, body={"event": "odd"})], desk.number)


def test_every_case_of_a_page_is_rung_once_in_a_command_of_its_own(database: str) -> None:
    named = cases(7)
    found = office.tick(LATE)
    assert set(found.events) == set(named)
    assert [passed(case) for case in named] == [1] * 7
    assert audit.faults(database, []) == []
    assert office.tick(LATE).events == {}
    keys = [event.command_key for case in named for event in last_of(case)]
    assert len(set(keys)) == 7


def last_of(case: str) -> tuple[store.StoredEvent, ...]:
    return store.events_of(store.Stream("case", case))[-1:]


def test_a_case_that_cannot_be_read_is_said_and_the_others_are_rung(database: str) -> None:
    named = cases(5)
    office.tick(routed("C-0").at)
    broken("C-2")
    for _ in range(2):
        with pytest.raises(cw.UnknownEvent):
            office.tick(LATE)
    assert [passed(case) for case in named if case != "C-2"] == [1] * 4
    assert audit.faults(database, [])[0].startswith("C-2 is at")


@pytest.mark.usefixtures("database")
def test_cycles_are_looked_for_after_a_run_as_before_it() -> None:
    cases(2)
    broken("C-1")
    with pytest.raises(cw.UnknownEvent):
        office.tick(LATE)
    assert gc.isenabled()
    gc.disable()
    try:
        with pytest.raises(cw.UnknownEvent):
            office.tick(LATE)
        assert not gc.isenabled()
    finally:
        gc.enable()
