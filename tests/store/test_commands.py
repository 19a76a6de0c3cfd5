"""A command is done once, refused for ever, or never tried: its key tells which."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest

from sortie import store
from sortie.store import writing
from tests.store.clerk import (
    CLERK,
    HOUR,
    NOON,
    Someone,
    TooLate,
    all_at_once,
    all_events,
    case,
    note,
    noted,
    refuse,
    row,
)

pytestmark = pytest.mark.usefixtures("database")


def test_the_same_command_again_gives_the_same_answer_and_does_nothing() -> None:
    first = note("key-1", said="yes")
    again = note("key-1", said="yes")

    assert first == again == {"seq": 1, "number": 1}
    assert len(all_events()) == 1


def test_the_same_command_an_hour_later_is_still_the_same() -> None:
    note("key-1")
    later = NOON + HOUR
    with writing.command("key-1", "note", {}, stream=case("case-1"), actor=CLERK, at=later) as desk:
        assert desk.replayed == {"seq": 1, "number": 1}


@pytest.mark.parametrize(
    "other",
    [
        {"body": {"said": "no"}},
        {"verb": "erase"},
        {"stream": case("case-2")},
        {"actor": Someone("clerk-2")},
        {"actor": Someone(of="prison-b")},
    ],
)
def test_a_key_is_refused_to_another_command(other: dict[str, object]) -> None:
    note("key-1", said="yes")
    mine = {"verb": "note", "body": {"said": "yes"}, "stream": case("case-1"), "actor": CLERK}

    with (
        pytest.raises(store.KeyReused),
        writing.command("key-1", at=NOON, **mine | other),  # type: ignore[arg-type]
    ):
        pytest.fail("the block must not run")
    assert len(all_events()) == 1


def test_a_replayed_desk_is_good_for_nothing_else() -> None:
    note("key-1")
    with (
        pytest.raises(AssertionError, match="replayed"),
        writing.command("key-1", "note", {}, stream=case("case-1"), actor=CLERK, at=NOON) as desk,
    ):
        desk.append([noted()], 1)
    assert len(all_events()) == 1


def test_a_refusal_undoes_the_desk_and_is_kept_with_who_when_and_why() -> None:
    note("key-1")
    with pytest.raises(TooLate):
        refuse("key-2", TooLate(NOON, ("one", "two")))

    kept = store.command_of("key-2")
    assert kept is not None
    assert kept.refused
    assert (kept.actor_id, kept.at, kept.verb) == (CLERK.id, NOON, "refuse")
    facts = {"closed_at": "2027-03-01T12:00:00+00:00", "asked": ["one", "two"]}
    assert kept.answer == {"code": "clerk.too_late", "params": facts}
    assert (kept.first_seq, kept.last_seq) == (None, None)
    assert [event.number for event in all_events()] == [1]
    assert store.case("case-1") is None


def test_a_refused_command_is_refused_again_in_the_same_words_even_if_it_could_pass_now() -> None:
    with pytest.raises(TooLate):
        refuse("key-1", TooLate(NOON, ()))
    with (
        pytest.raises(store.RefusedBefore) as again,
        writing.command("key-1", "refuse", {}, stream=case("case-1"), actor=CLERK, at=NOON),
    ):
        pytest.fail("the block must not run")

    assert again.value.refusal == "clerk.too_late"
    assert again.value.params == {"closed_at": "2027-03-01T12:00:00+00:00", "asked": []}


def test_a_bug_leaves_no_trace_and_the_key_stays_free() -> None:
    with (
        pytest.raises(ZeroDivisionError),
        writing.command("key-1", "note", {}, stream=case("case-1"), actor=CLERK, at=NOON) as desk,
    ):
        raise ZeroDivisionError(desk.append([noted()], 0))

    assert store.command_of("key-1") is None
    assert note("key-1") == {"seq": 1, "number": 1}


def test_two_who_decide_on_the_same_version_one_wins_and_both_are_kept() -> None:
    note("key-1")
    for key in ("judge-a", "judge-b"):
        with (
            suppress(store.StaleVersion),
            writing.command(
                key, "decide", {}, stream=case("case-1"), actor=Someone(key), at=NOON
            ) as desk,
        ):
            desk.append([noted(by=key)], 1)

    kept = [store.command_of(key) for key in ("judge-a", "judge-b")]
    assert [command is not None and command.refused for command in kept] == [False, True]
    assert kept[1] is not None
    stale = {"stream": "case/case-1", "expected": 1, "found": 2}
    assert kept[1].answer == {"code": "store.stale_version", "params": stale}
    assert [event.number for event in all_events()] == [1, 2]


def test_a_command_may_append_several_times_and_nothing_at_all() -> None:
    with writing.command("key-1", "two", {}, stream=case("c"), actor=CLERK, at=NOON) as desk:
        assert desk.number == 0
        desk.append([noted(n=1), noted(n=2)], 0)
        desk.append([noted(n=3)], desk.number)
        assert [event.body["n"] for event in desk.events] == [1, 2, 3]
    with writing.command("key-2", "look", {}, stream=case("c"), actor=CLERK, at=NOON) as desk:
        assert desk.number == 3

    first, second = store.command_of("key-1"), store.command_of("key-2")
    assert first is not None
    assert second is not None
    assert (first.first_seq, first.last_seq, first.answer) == (1, 3, {})
    assert (second.first_seq, second.last_seq, second.refused) == (None, None, False)


def test_ten_threads_with_one_key_do_it_once() -> None:
    ready = Barrier(10)

    def send() -> store.Json:
        ready.wait()
        try:
            return note("key-1", said="once")
        finally:
            store.disconnect()

    with ThreadPoolExecutor(10) as pool:
        answers = [running.result() for running in [pool.submit(send) for _ in range(10)]]

    assert answers == [{"seq": 1, "number": 1}] * 10
    assert len(all_events()) == 1


def test_processes_with_one_key_do_it_once(database: str) -> None:
    keys = [(f"key-{n}", "case-1") for n in range(8)]
    answers = all_at_once(database, [keys] * 4)

    assert answers[0] == answers[1] == answers[2] == answers[3]
    assert [event.number for event in all_events()] == list(range(1, 9))


def test_the_sequence_has_no_gap_under_writers_who_do_not_wait(database: str) -> None:
    work = [[(f"{w}-{n}", f"case-{(w + n) % 3}") for n in range(20)] for w in range(4)]
    answers = all_at_once(database, work)

    events = all_events()
    assert [event.seq for event in events] == list(range(1, 81))
    assert sorted(answer["seq"] for each in answers for answer in each) == list(range(1, 81))
    for id_ in range(3):
        numbers = [event.number for event in events if event.stream == case(f"case-{id_}")]
        assert numbers == list(range(1, len(numbers) + 1))
    for each in answers:
        assert [answer["seq"] for answer in each] == sorted(answer["seq"] for answer in each)


def test_a_name_that_one_database_cannot_hold_is_refused_by_both() -> None:
    for bad in ("key\0", "key\ud800"):
        with (
            pytest.raises(store.NotCanonical),
            writing.command(bad, "note", {}, stream=case("c"), actor=CLERK, at=NOON),
        ):
            pytest.fail("the block must not run")


def test_an_instant_without_a_zone_is_a_mistake() -> None:
    naive = NOON.replace(tzinfo=None)
    with (
        pytest.raises(ValueError, match="2027"),
        writing.command("key-1", "note", {}, stream=case("c"), actor=CLERK, at=naive),
    ):
        pytest.fail("the block must not run")


def test_an_index_row_of_another_case_is_a_mistake() -> None:
    with (
        pytest.raises(AssertionError, match="belongs"),
        writing.command("key-1", "note", {}, stream=case("c"), actor=CLERK, at=NOON) as desk,
    ):
        desk.index(row("another"))
