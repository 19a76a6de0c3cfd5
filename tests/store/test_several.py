"""Several commands written together: all are kept, or none is."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sortie import store
from sortie.store import writing
from tests.store.clerk import CLERK, HOUR, NOON, TooLate, all_events, case, note, noted, row

pytestmark = pytest.mark.usefixtures("database")

CASES = ("a", "b", "c")


def together(*ids: str, fails: bool = False) -> list[store.Json]:
    """Append an event to each case, with its row, a clock and a message; return the answers."""
    tries = [(f"key-{id_}", case(id_)) for id_ in ids]
    with writing.commands(tries, "note", {}, actor=CLERK, at=NOON) as desks:
        answers = []
        for id_, desk in zip(ids, desks, strict=True):
            if desk.replayed is not None:
                answers.append(desk.replayed)
                continue
            desk.append([noted(of=id_), noted(of=id_)], desk.number)
            desk.index(row(id_))
            desk.clocks([store.Clock(case_id=id_, rule="one", due_at=NOON)], ("one",))
            desk.tell([message(id_)])
            answers.append(desk.answer({"number": desk.number}))
        if fails:
            raise TooLate(NOON, ())
    return answers


def message(id_: str) -> store.NewMessage:
    return store.NewMessage(
        dedupe_key=f"{id_}/m", kind="k", to_role="gate", to_of="", body={"of": id_}
    )


def test_each_is_kept_with_all_that_follows_from_it() -> None:
    note("before", "b")
    assert together(*CASES) == [{"number": 2}, {"number": 3}, {"number": 2}]

    assert [event.seq for event in all_events()] == list(range(1, 8))
    kept = store.command_of("key-b")
    assert kept is not None
    assert (kept.first_seq, kept.last_seq) == (4, 5)
    for id_ in CASES:
        indexed = store.case(id_)
        assert indexed is not None
        assert indexed.version == store.versions([id_])[id_] == len(store.events_of(case(id_)))
        assert [each.rule for each in store.clocks_of(id_)] == ["one"]
        assert [each.seq for each in store.messages_of(id_)] == [indexed.last_seq]


def test_said_again_each_gives_the_answer_it_gave() -> None:
    first = together("a", "b")
    assert together("c", "b", "a") == [{"number": 2}, first[1], first[0]]
    assert len(all_events()) == 6


def test_a_refusal_leaves_nothing_of_any_and_they_may_come_again() -> None:
    with pytest.raises(TooLate):
        together(*CASES, fails=True)
    assert [store.command_of(f"key-{id_}") for id_ in CASES] == [None, None, None]
    assert all_events() == []
    together(*CASES)


def test_a_key_that_serves_another_command_stops_them_all() -> None:
    note("key-b", "b", other="words")
    with pytest.raises(store.KeyReused):
        together(*CASES)
    assert len(all_events()) == 1


def test_a_message_told_before_is_not_told_again() -> None:
    together("a")
    with writing.commands([("again", case("a"))], "note", {}, actor=CLERK, at=NOON) as (desk,):
        assert desk.tell([message("a")]) == ()
    assert len(store.messages_of("a")) == 1


def test_the_clocks_of_other_rules_run_on() -> None:
    clocks = [store.Clock(case_id="a", rule=rule, due_at=NOON + HOUR) for rule in ("one", "two")]
    with writing.command("first", "note", {}, stream=case("a"), actor=CLERK, at=NOON) as desk:
        desk.append([noted()], 0)
        desk.clocks(clocks)
    together("a")
    assert [(each.rule, each.due_at) for each in store.clocks_of("a")] == [
        ("one", NOON), ("two", NOON + HOUR),
    ]  # fmt: skip


def test_the_two_passages_of_a_doubled_hour_stay_two() -> None:
    first = datetime(2027, 10, 31, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    passages = {"a": first, "b": first.replace(fold=1)}
    tries = [(f"key-{id_}", case(id_)) for id_ in passages]
    with writing.commands(tries, "note", {}, actor=CLERK, at=NOON) as desks:
        for desk, (id_, due_at) in zip(desks, passages.items(), strict=True):
            desk.append([noted()], 0)
            desk.clocks([store.Clock(case_id=id_, rule="one", due_at=due_at)])

    due = [store.clocks_of(id_)[0].due_at.astimezone(UTC) for id_ in passages]
    assert due == [datetime(2027, 10, 31, hour, 30, tzinfo=UTC) for hour in (0, 1)]


def test_a_stream_is_written_once_in_a_block() -> None:
    with pytest.raises(AssertionError):
        together("a", "a")


def many(*ids: str, fails: bool = False, skips: int = 0) -> None:
    """Append 150 events to each case: more than are held back, so that they go by handfuls."""
    tries = [(f"many-{id_}", case(id_)) for id_ in ids]
    with writing.commands(tries, "note", {}, actor=CLERK, at=NOON) as desks:
        for id_, desk in zip(ids, desks, strict=True):
            desk.append([noted(of=id_) for _ in range(150)], desk.number)
            desk.index(row(id_))
            desk.ink.last_seq += skips
        assert skips or store.command_of("before") is not None
        if fails:
            raise TooLate(NOON, ())


def test_many_events_are_kept_in_their_order() -> None:
    note("before", "a")
    many(*CASES)
    assert [event.seq for event in all_events()] == list(range(1, 452))
    assert store.versions(CASES) == {"a": 151, "b": 150, "c": 150}
    assert store.register.head().size == 451
    assert store.register.opening(451).event == store.events_of(case("c"))[-1]


def test_a_refusal_after_many_events_leaves_none_of_them() -> None:
    note("before", "a")
    with pytest.raises(TooLate):
        many(*CASES, fails=True)
    assert len(all_events()) == 1
    many(*CASES)
    assert len(all_events()) == 451


@pytest.mark.parametrize("fails", [False, True])
def test_many_events_that_the_database_refuses_leave_nothing(fails: bool) -> None:
    note("before", "a")
    with pytest.raises(TooLate if fails else store.NotRecorded):
        many(*CASES, fails=fails, skips=1)
    assert len(all_events()) == 1
    many(*CASES)
    assert len(all_events()) == 451
