"""Several at once: one wins, everyone is told, and each stands in the record."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier

import pytest

from sortie import casework as cw
from sortie import office, store
from tests.office.faults import audit
from tests.office.faults.trying import Line, told
from tests.office.one_leave import (
    COURT_CLERK,
    JUDGE,
    OTHER_JUDGE,
    PRISON_CLERK,
    Said,
    decided,
    filed,
    let_out,
    paris,
    recorded,
    routed,
    say_all,
    skipped,
    until_permitted,
    whole,
)

MOST = 10
WAITING: dict[int, Barrier] = {}


def _meet(barriers: dict[int, Barrier]) -> None:
    WAITING.update(barriers)


def _open(address: str, keys: str) -> None:
    """Open a store in a process that was there before it."""
    os.environ["SORTIE_KEYS"] = keys
    store.connect(address)
    store.unsent()


def _say(address: str, keys: str, commands: Sequence[Said], count: int) -> list[Line]:
    """Say these as soon as everyone else is there, in a process of its own."""
    _open(address, keys)
    WAITING[count].wait()
    try:
        return [told(said) for said in commands]
    finally:
        store.disconnect()


def _tick(address: str, keys: str, at: datetime, count: int) -> None:
    _open(address, keys)
    WAITING[count].wait()
    office.tick(at)
    store.disconnect()


@dataclass(frozen=True)
class Crowd:
    """Processes that begin together."""

    pool: ProcessPoolExecutor

    def say(self, address: str, *work: Sequence[Said]) -> list[list[Line]]:
        """Return what each was told, all having begun together."""
        keys = str(store.keys_folder())
        running = [self.pool.submit(_say, address, keys, each, len(work)) for each in work]
        return [each.result() for each in running]

    def tick(self, address: str, at: datetime, count: int) -> None:
        keys = str(store.keys_folder())
        for each in [self.pool.submit(_tick, address, keys, at, count) for _ in range(count)]:
            each.result()


@pytest.fixture(scope="module")
def crowd() -> Iterator[Crowd]:
    spawn = get_context("spawn")
    barriers = {count: spawn.Barrier(count) for count in (2, 3, MOST)}
    with ProcessPoolExecutor(MOST, spawn, _meet, (barriers,)) as pool:
        yield Crowd(pool)


@pytest.fixture
def ready(database: str) -> str:
    """A case that a judge may decide."""
    say_all((recorded("P"), filed("C", "P"), routed("C"), skipped("C")))
    return database


def decisions() -> tuple[Said, Said]:
    refusal = {"outcome": "granted", "reasons": "another reason", "order": "O-other"}
    return (
        decided("C"),
        replace(decided("C", OTHER_JUDGE, **refusal), again="/other"),
    )


def the_one_refused(told_to: list[list[Line]]) -> tuple[Line, Line]:
    """Return who won and who did not, one of each."""
    lines = sorted((line for (line,) in told_to), key=lambda line: line["end"])
    assert [line["end"] for line in lines] == ["recorded", "refused"]
    return lines[0], lines[1]


def test_two_judges_deciding_at_once_make_one_order_and_both_are_in_the_record(
    ready: str, crowd: Crowd
) -> None:
    won, lost = the_one_refused(crowd.say(ready, *([said] for said in decisions())))

    (order,) = office.case_shown("C", paris("2027-02-04T09:00")).case.orders.values()
    assert order.order == ("O-C" if won["key"] == "C/decide" else "O-other")
    kept = store.command_of(lost["key"])
    assert kept is not None
    assert kept.refused
    assert "order.decided" in json.dumps(kept.answer)
    assert {kept.actor_id, order.decided_by.id} == {JUDGE.id, OTHER_JUDGE.id}
    assert audit.faults(ready, [won, lost]) == []


def test_of_two_who_saw_the_same_page_the_second_is_told_that_it_moved_on(
    ready: str, crowd: Crowd
) -> None:
    seen = office.case_shown("C", paris("2027-02-03T09:00")).case.number
    asked = [replace(said, seen=seen) for said in decisions()]
    won, lost = the_one_refused(crowd.say(ready, *([said] for said in asked)))

    kept = store.command_of(lost["key"])
    assert kept is not None
    assert kept.answer["code"] == "store.stale_version"
    assert kept.answer["params"]["expected"] == seen
    assert audit.faults(ready, [won, lost]) == []


def test_a_withdrawal_and_a_departure_at_once_never_let_out_what_was_withdrawn(
    database: str, crowd: Crowd
) -> None:
    for n in range(15):
        case, person = f"C-{n}", f"P-{n}"
        say_all(until_permitted(case, person))
        gone = let_out(case, person)
        body = {"order": f"O-{case}", "ground": "conditions_gone", "because": "the firm closed"}
        taken = Said("withdraw_order", case, JUDGE, gone.at, body)
        (left,), (back,) = crowd.say(database, [gone], [taken])

        assert back["end"] == "recorded"
        events = [entry.event for entry in office.case_shown(case, gone.at).history]
        if left["end"] == "refused":
            assert not any(isinstance(event, cw.Departed) for event in events)
        else:
            kinds = [type(each) for each in events]
            assert kinds.index(cw.Departed) < kinds.index(cw.OrderWithdrawn)


def test_an_application_filed_while_its_author_moves_is_not_left_behind(
    database: str, crowd: Crowd
) -> None:
    for n in range(20):
        person, case = f"P-{n}", f"C-{n}"
        recorded(person).say()
        body = {"since": "2027-02-01", "prison": "prison of the south",
                "court": "court of the south", "kind": "maison_arret"}  # fmt: skip
        moved = Said("move_person", person, PRISON_CLERK, filed(case, person).at, body)
        for lines in crowd.say(database, [filed(case, person)], [moved]):
            assert lines[0]["end"] == "recorded"
        assert office.case_shown(case, moved.at).case.prison == "prison of the south"


@pytest.mark.parametrize("times", [2, MOST])
def test_every_command_sent_many_times_at_once_is_done_once(
    database: str, crowd: Crowd, times: int
) -> None:
    commands = whole("C", "P")
    told_to = crowd.say(database, *[commands] * times)

    lines = [line for each in told_to for line in each]
    ended = Counter((line["key"], line["end"], line["answer"]) for line in lines)
    assert set(ended.values()) == {times}
    assert [line["end"] for line in told_to[0]].count("refused") == 1
    assert audit.faults(database, lines) == []
    assert office.case_shown("C", paris("2027-03-16T09:00")).state is cw.State.RETURNED


def test_two_clocks_at_once_make_due_once(database: str, crowd: Crowd) -> None:
    say_all((recorded("P"), filed("C", "P"), routed("C")))
    at = paris("2027-04-05T09:00")
    crowd.tick(database, at, 3)

    assert audit.faults(database, []) == []
    history = office.case_shown("C", at).history
    passed = [e for e in history if isinstance(e.event, cw.AnswerTimePassed)]
    assert len(passed) == 1
    number = history[-1].number
    assert office.tick(at).events == {}
    assert office.case_shown("C", at).case.number == number


def test_a_clerk_and_a_judge_at_once_write_one_after_the_other(ready: str, crowd: Crowd) -> None:
    at = paris("2027-02-02T15:00")
    facts = [
        [Said("note_fact", "C", by, at, {"fact": f"{by.id}-{n}", "kind": "incident"}, again=str(n)
              + by.id) for n in range(15)]
        for by in (PRISON_CLERK, COURT_CLERK, JUDGE)
    ]  # fmt: skip
    lines = [line for each in crowd.say(ready, *facts) for line in each]
    assert {line["end"] for line in lines} == {"recorded"}
    assert audit.faults(ready, lines) == []
    assert len(office.case_shown("C", at).case.facts) == 45
